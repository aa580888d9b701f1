/** The content of the custom section `component-type`: a world, for who makes a component of a core module. */
import { arenaOf } from '../print/arena/arena.js';
import { dependenciesFirst } from '../resolve/dependencies-first.js';
import type { Resolved, World } from '../resolve/model.js';
import { customSectionBytes } from './bytes.js';
import { componentBytes, exportSection, type Producer, producersSection, typeSection } from './component.js';
import { type WorldPart, worldName, wrappedWorldType } from './world-type.js';

/** What the bindings of a core module agree on beside the world. Tools know this section by its name. */
const bindings = {
  section: 'wit-component-encoding',
  /** The version of this agreement. */
  version: 4,
  /** How strings are encoded: UTF-8. */
  strings: 0,
};

/**
 * A world as a component that exports its type, byte for byte as wit-component's `metadata::encode` makes it, which
 * names itself among the producers. The world is one of `resolved`.
 */
export function encodeWorld(
  world: World,
  resolved: Resolved,
  {
    producers = [],
    part = 'whole',
  }: { readonly producers?: readonly Producer[]; readonly part?: WorldPart } = {},
): Uint8Array {
  const arena = arenaOf(dependenciesFirst(resolved));
  return componentBytes([
    customSectionBytes(bindings.section, [bindings.version, bindings.strings]),
    typeSection([wrappedWorldType(arena, world, part)]),
    exportSection([{ name: worldName(world, part), index: 0 }]),
    ...producersSection(producers),
  ]);
}
