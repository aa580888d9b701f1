/** A world as the type of a component. Spec: WIT.md "Package Format". */
import { invariant } from '../base/invariant.js';
import type { Arena, ItemRow, WorldRow } from '../print/arena/rows.js';
import { qualifiedName, type World, type WorldItem } from '../resolve/model.js';
import type { Bytes } from './bytes.js';
import { Declarations } from './declarations.js';
import { InterfaceEncoder, interfaceName } from './interfaces.js';

/** How much of a world is encoded. */
export type WorldPart = 'whole' | 'without-exports';

/** The type of a component that exports the type of the world under its full name: what is said of one world. */
export function wrappedWorldType(arena: Arena, world: World, part: WorldPart = 'whole'): Bytes {
  const wrapper = new Declarations();
  const index = wrapper.type(worldType(arena, world, part));
  const text = qualifiedName({ name: worldName(world, part), package: world.package });
  wrapper.extern('export', { text }, { kind: 'component', index });
  return wrapper.componentType;
}

/** Who joins what several modules say takes worlds of one name for one world. */
export const worldName = ({ name }: World, part: WorldPart): string =>
  part === 'whole' ? name : `${name}-without-its-exports`;

function worldType(arena: Arena, world: World, part: WorldPart): Bytes {
  const row = arena.worlds.find((each) => each.world === world);
  invariant(row, `a row for the world ${world.name}`);
  const encoder = new InterfaceEncoder(arena);
  addItems('import', row, { arena, encoder });
  if (part === 'whole') addItems('export', row, { arena, encoder });
  return encoder.declarations.componentType;
}

interface WorldContext {
  readonly arena: Arena;
  readonly encoder: InterfaceEncoder;
}

function addItems(direction: 'import' | 'export', row: WorldRow, cx: WorldContext): void {
  const rows = row[`${direction}s`];
  row.world[`${direction}s`].forEach((item, index) => {
    const [, itemRow] = rows[index] ?? [];
    invariant(itemRow, 'a row for each item');
    addItem(direction, item, itemRow, cx);
  });
}

function addItem(
  direction: 'import' | 'export',
  { key }: WorldItem,
  row: ItemRow,
  { arena, encoder }: WorldContext,
): void {
  switch (row.kind) {
    case 'type':
      encoder.types.importType(row.id);
      return;
    case 'function': {
      const index = encoder.types.function(row.function);
      const name = { text: row.function.name, externalId: row.function.func.externalId };
      encoder.declarations.extern(direction, name, { kind: 'function', index });
      return;
    }
    case 'interface': {
      const target = interfaceName(arena, row.id);
      const text = key ?? target;
      invariant(text !== undefined, 'a name for what has no key');
      const name = { text, implements: key === undefined ? undefined : target };
      encoder.addInterface(direction, { ...name, externalId: row.notes.externalId }, row.id);
    }
  }
}
