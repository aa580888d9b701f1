/** A world while it is filled: imports and exports by plain name or by the identity of an interface. */
import type { Interface, WorldItem } from './model.js';

/** A plain name, or the interface itself where it is known by its identity. */
export type WorldKey = string | Interface;

/** One direction of a world, in order. */
export type WorldItems = Map<WorldKey, WorldItem>;

/** Imports and exports of a world before they are final. */
export interface WorldParts {
  imports: WorldItems;
  exports: WorldItems;
}

/** Under which key an item stands. */
export function keyOf(item: WorldItem): WorldKey {
  return item.kind === 'interface' ? (item.key ?? item.interface) : item.key;
}
