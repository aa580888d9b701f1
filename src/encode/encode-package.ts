/** A package as WebAssembly: what `.wasm` files of WIT hold. Spec: WIT.md "Package Format". */
import { invariant } from '../base/invariant.js';
import { arenaOf } from '../print/arena/arena.js';
import type { Arena } from '../print/arena/rows.js';
import { dependenciesFirst } from '../resolve/dependencies-first.js';
import type { Resolved } from '../resolve/model.js';
import type { Bytes } from './bytes.js';
import { componentBytes, exportSection, type Producer, producersSection, typeSection } from './component.js';
import { InterfaceEncoder, interfaceName, interfaceRow } from './interfaces.js';
import { packageNotesSection } from './package-notes.js';
import { wrappedWorldType } from './world-type.js';

/**
 * The main package as a component that exports a type for each interface and world, byte for byte as wit-component's
 * `encode` makes it, which names itself among the producers.
 */
export function encodePackage(resolved: Resolved, producers: readonly Producer[] = []): Uint8Array {
  const arena = arenaOf(dependenciesFirst(resolved));
  const row = arena.packages.find((each) => each.package === resolved.main);
  invariant(row, 'a row for the main package');
  const items = [
    ...row.interfaces.map(([name, id]) => ({ name, type: interfaceType(arena, id) })),
    ...resolved.main.worlds.map((world) => ({ name: world.name, type: wrappedWorldType(arena, world) })),
  ];
  return componentBytes([
    // The export of a type has an index of its own.
    ...items.flatMap(({ name, type }, index) => [
      typeSection([type]),
      exportSection([{ name, index: 2 * index }]),
    ]),
    packageNotesSection(arena, row),
    ...producersSection(producers),
  ]);
}

/** The type of a component that exports one interface, and imports the types of those that it needs. */
function interfaceType(arena: Arena, id: number): Bytes {
  const encoder = new InterfaceEncoder(arena);
  for (const each of liveInterfaces(arena, id, new Set())) {
    const text = interfaceName(arena, each);
    invariant(text !== undefined, 'a name for what others use');
    if (each === id) encoder.addInterface('export', { text }, each);
    else encoder.addInterface('import', { text }, each, 'types');
  }
  return encoder.declarations.componentType;
}

/** An interface after those whose types it uses, directly or not. */
function liveInterfaces(arena: Arena, id: number, found: Set<number>): ReadonlySet<number> {
  for (const [, type] of found.has(id) ? [] : interfaceRow(arena, id).types) {
    const row = arena.types[type];
    const owner = row?.structure.kind === 'alias' ? arena.types[row.target ?? -1]?.owner : undefined;
    if (owner?.kind === 'interface' && owner.id !== id) liveInterfaces(arena, owner.id, found);
  }
  return found.add(id);
}
