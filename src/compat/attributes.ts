/** What the reference implementation makes of the attributes of an item. */
import type { Span } from '../base/source.js';
import type { Features } from '../resolve/gates.js';
import type { AstNode, Attribute } from '../syntax/ast.js';

/** A combination of attributes that is refused. */
export interface WrongAttributes {
  readonly text: string;
  readonly span: Span;
}

/** Where external ids are dropped without a look at them. */
const withoutExternalId: ReadonlySet<string> = new Set(['interface', 'world', 'include']);

/** What is wrong with the attributes of a node that can have some. */
export function wrongAttributes(node: AstNode | undefined): WrongAttributes | undefined {
  const attributes = attributesOf(node);
  const gates = attributes.filter(({ kind }) => kind !== 'external-id');
  const checked = node && !withoutExternalId.has(node.kind) ? attributes : gates;
  return repeated(gates) ?? contradiction(gates) ?? repeated(checked);
}

function repeated(attributes: readonly Attribute[]): WrongAttributes | undefined {
  const second = attributes.find(({ kind }, index) =>
    attributes.slice(0, index).some((earlier) => earlier.kind === kind),
  );
  return second && { text: `cannot specify @${second.kind} twice`, span: second.name.span };
}

function contradiction(attributes: readonly Attribute[]): WrongAttributes | undefined {
  const find = (kind: Attribute['kind']) => attributes.find((attribute) => attribute.kind === kind);
  const [since, unstable, deprecated] = [find('since'), find('unstable'), find('deprecated')];
  if (since && unstable) {
    return { text: 'cannot specify both @since and @unstable', span: since.name.span };
  }
  if (!deprecated || since || unstable) return undefined;
  const text = 'cannot specify both @deprecated without @since or @unstable';
  return { text, span: deprecated.name.span };
}

/** The attributes of a node that can have some. */
export function attributesOf(node: AstNode | undefined): readonly Attribute[] {
  return node && 'attributes' in node ? node.attributes : [];
}

/** Is a node left out because a feature is off? */
export function isLeftOut(node: AstNode | undefined, features: Features): boolean {
  const unstable = attributesOf(node).find((attribute) => attribute.kind === 'unstable');
  return unstable !== undefined && features !== 'all' && !features.has(unstable.feature.text);
}
