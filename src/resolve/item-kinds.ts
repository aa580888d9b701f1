/** What the items of interfaces and worlds are. */
import type { Typedef, Use } from '../syntax/ast.js';

/** Is the item a `use`? */
export function isUse(item: { readonly kind: string }): item is Use {
  return item.kind === 'use';
}

const typedefKinds: ReadonlySet<string> = new Set<Typedef['kind']>([
  'type-alias',
  'record',
  'variant',
  'enum',
  'flags',
  'resource',
]);

/** Does the item declare a type? */
export function isTypedef(item: { readonly kind: string }): item is Typedef {
  return typedefKinds.has(item.kind);
}
