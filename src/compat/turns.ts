/** When the reference implementation comes to a place: its turn within a step of its work. */
import type { Span } from '../base/source.js';
import { isTypedef, isUse } from '../resolve/item-kinds.js';
import type { AstNode, Extern, InterfaceItem, WorldItemNode } from '../syntax/ast.js';
import { bodyNumber, typedefNumber } from './bodies.js';
import { mentionsIn } from './paths.js';
import { around, bodyOf, type Place } from './place.js';
import type { Stage, Turn } from './stages.js';

/** What decides the turn of something besides its place. */
export interface TurnHints {
  /** Its number among all that we found. */
  readonly found: number;
  /** How the reference meets it in a body. */
  readonly inBody?: InBody | undefined;
}

/**
 * How something is met in a body: when a name is entered, when what a definition refers to is looked up, when the
 * definitions are ordered, when a resource is defined, when something is put together of its parts, or else as the
 * text is read.
 */
export type InBody = 'name' | 'reference' | 'order' | 'resource' | 'whole';

type TurnOf = (place: Place, hints: TurnHints) => Turn;

const asFound: TurnOf = (_, { found }) => [found];
const asMentioned: TurnOf = (place) => [mentionNumber(place), place.span.start];
const asInBody: TurnOf = (place, hints) => [bodyTurn(place), ...turnInBody(place, hints)];

const turns: Readonly<Record<Stage, TurnOf>> = {
  'nested packages': asFound,
  items: asFound,
  'names in files': (place) =>
    around(place, 'interface', 'world') && around(place, 'use', 'include')
      ? [place.file, 1, mentionNumber(place)]
      : [place.file, 0, place.span.start],
  'order of items': asFound,
  'top-level uses': (place) => [place.file, place.span.start],
  'used interfaces': asMentioned,
  bodies: asInBody,
  'two packages of one name': asFound,
  'order of packages': asFound,
  'foreign interfaces': asMentioned,
  'foreign worlds': asMentioned,
  'foreign types': asMentioned,
  'foreign resources': asInBody,
  types: asInBody,
  interfaces: (place) => [isInline(place) ? 1 : 0, bodyTurn(place), place.span.start],
  'interfaces of types': asInBody,
  worlds: (place) => [bodyTurn(place), ...turnInWorld(place)],
  'worlds of types': asInBody,
  includes: (place, { found }) => [bodyTurn(place), around(place, 'include')?.span.start ?? Infinity, found],
};

/** When a place has its turn within a step. */
export function turnOf(stage: Stage, place: Place, hints: TurnHints): Turn {
  return turns[stage](place, hints);
}

function mentionNumber(place: Place): number {
  const use = around(place, 'use');
  const path = around(place, 'use-path') ?? use?.path;
  return place.unit ? mentionsIn(place.unit).number(path) : 0;
}

function bodyTurn(place: Place): number {
  const body = bodyOf(place);
  return body && place.unit ? bodyNumber(body, place.unit) : 0;
}

function isInline(place: Place): boolean {
  return around(place, 'extern-inline') !== undefined;
}

/** Imports come before exports, and types before all else. */
function turnInWorld(place: Place): Turn {
  const extern = around(place, 'extern');
  return [extern?.direction === 'export' ? 1 : 0, extern ? 1 : 0, place.span.start];
}

type Body = Extract<AstNode, { kind: 'interface' | 'world' | 'extern-inline' }>;

function turnInBody(place: Place, hints: TurnHints): Turn {
  const start = place.way.findIndex(({ kind }) => kind === 'interface' || kind === 'world');
  const [body, ...inside] = place.way.slice(start);
  return body?.kind === 'interface' || body?.kind === 'world' ? inBody(body, inside, place.span, hints) : [0];
}

/** Uses first, then types, then includes, then all that has a signature. */
function inBody(body: Body, inside: readonly AstNode[], span: Span, hints: TurnHints): Turn {
  const [item, ...within] = inside;
  // What stands in the items of a body is one of them.
  const found = item && (body.items as readonly AstNode[]).includes(item) ? (item as BodyItem) : undefined;
  if (!found) return [0, span.start];
  if (isUse(found)) return [1, span.start];
  if (found.kind === 'include') return [6, span.start];
  if (isTypedef(found) && (hints.inBody === 'resource' || !isMember(within))) {
    if (hints.inBody === 'name') return [2, span.start];
    if (hints.inBody === 'reference') return [3, span.start];
    if (hints.inBody === 'order') return [4];
    return [5, typedefNumber(found, body.items), turnOfPart(inside, span, hints)];
  }
  const at = found.span.start;
  if (found.kind === 'extern') return [7, at, ...inExtern(found, within, span, hints)];
  if (hints.inBody === 'name') return [7, at, -1];
  return [7, at, turnOfPart(inside, span, hints)];
}

type BodyItem = InterfaceItem | WorldItemNode;

function inExtern({ target }: Extern, within: readonly AstNode[], span: Span, hints: TurnHints): Turn {
  if (hints.inBody === 'name') return [2];
  const [first, ...inside] = within;
  if (target.kind === 'extern-inline' && first === target) return [1, ...inBody(target, inside, span, hints)];
  return [1, turnOfPart(within, span, hints)];
}

/** Functions of a resource come with the functions, not with the types. */
function isMember(within: readonly AstNode[]): boolean {
  return within.some(({ kind }) => kind === 'method' || kind === 'constructor');
}

/** What is put together of its parts comes after them. */
function turnOfPart(way: readonly AstNode[], span: Span, { inBody }: TurnHints): number {
  return inBody === 'whole' ? (way.at(-1)?.span.end ?? span.end) : span.start;
}
