/** When the reference implementation comes to a place of an interface or world. */
import type { Span } from '../base/source.js';
import { isTypedef, isUse } from '../resolve/item-kinds.js';
import type { AstNode, Extern, InterfaceItem, WorldItemNode } from '../syntax/ast.js';
import { typedefNumber } from './bodies.js';
import type { Place } from './place.js';
import type { Turn } from './stages.js';

/**
 * How something is met in a body: when a name is entered, when what a definition refers to is looked up, when the
 * definitions are ordered, when a resource is defined, when something is put together of its parts, or else as the
 * text is read.
 */
export type InBody = 'name' | 'reference' | 'order' | 'resource' | 'whole';

/** The parts of the work on a body, in their order. */
const parts = {
  itself: 0,
  uses: 1,
  names: 2,
  references: 3,
  order: 4,
  definitions: 5,
  includes: 6,
  signatures: 7,
} as const;

/** A place in a body: the nodes around it from the item inwards, and how it is met. */
interface Met {
  readonly way: readonly AstNode[];
  readonly span: Span;
  readonly as: InBody | undefined;
}

/** When a place has its turn in the body that it is in. */
export function turnInBody({ way, span }: Place, as: InBody | undefined): Turn {
  const start = way.findIndex(({ kind }) => kind === 'interface' || kind === 'world');
  const [body, ...inside] = way.slice(start);
  const isBody = body?.kind === 'interface' || body?.kind === 'world';
  return isBody ? inItems(body.items, { way: inside, span, as }) : [parts.itself];
}

type BodyItem = InterfaceItem | WorldItemNode;

function inItems(items: readonly BodyItem[], met: Met): Turn {
  const { way, span, as } = met;
  const item = items.find((each) => each === way[0]);
  if (!item) return [parts.itself, span.start];
  if (isUse(item)) return [parts.uses, span.start];
  if (item.kind === 'include') return [parts.includes, span.start];
  // The functions of a resource come with the other functions; that they differ is seen when it is defined.
  const isDefinition = isTypedef(item) && (as === 'resource' || !way.some(isMember));
  if (isDefinition) return inDefinition(typedefNumber(item, items), met);
  const at = [parts.signatures, item.span.start];
  if (item.kind === 'extern') return [...at, ...inExtern(item, met)];
  return as === 'name' ? at : [...at, partTurn(met)];
}

function inDefinition(number: number, met: Met): Turn {
  const { as, span } = met;
  if (as === 'name') return [parts.names, span.start];
  if (as === 'reference') return [parts.references, span.start];
  return as === 'order' ? [parts.order] : [parts.definitions, number, partTurn(met)];
}

/** What is imported or exported is read first; then its name is entered. */
function inExtern({ target }: Extern, { way, span, as }: Met): Turn {
  const inside = way.slice(2);
  const items: readonly AstNode[] = target.kind === 'extern-inline' ? target.items : [];
  const isInside = inside[0] !== undefined && items.includes(inside[0]);
  if (target.kind === 'extern-inline' && isInside)
    return [1, ...inItems(target.items, { way: inside, span, as })];
  return as === 'name' ? [2] : [1, partTurn({ way, span, as })];
}

function isMember({ kind }: AstNode): boolean {
  return kind === 'method' || kind === 'constructor';
}

/** What is put together of its parts comes after them. */
function partTurn({ way, span, as }: Met): number {
  return as === 'whole' ? (way.at(-1)?.span.end ?? span.end) : span.start;
}
