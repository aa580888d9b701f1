/** The custom section by which a core module says what it becomes a component of. */
import { qualifiedName, type Resolved, type World } from '../resolve/model.js';
import type { Producer } from './component.js';
import { encodeWorld } from './encode-world.js';

/** A custom section of a core module. */
export interface CustomSection {
  readonly name: string;
  readonly content: Uint8Array;
}

/**
 * The section of a world. Tools look for names that begin with `component-type`; what follows tells sections apart,
 * because linkers join those of one name, which nobody can read. Who links the bindings of one world
 * twice gives a suffix.
 */
export function componentType(
  world: World,
  resolved: Resolved,
  {
    producers = [],
    suffix = '',
  }: { readonly producers?: readonly Producer[]; readonly suffix?: string } = {},
): CustomSection {
  return {
    name: `component-type:wit-gen:${qualifiedName(world)}${suffix}`,
    content: encodeWorld(world, resolved, producers),
  };
}
