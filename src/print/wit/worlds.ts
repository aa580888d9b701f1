/** Worlds, with everything that they imply written out. */
import {
  type ItemNotes,
  type Package,
  referenceNotes,
  type World,
  type WorldInterface,
  type WorldItem,
} from '../../resolve/model.js';
import { declarationLines, useLines } from './declarations.js';
import { functionLines, membersOf } from './functions.js';
import { interfaceBody } from './interfaces.js';
import { braced, type Lines, spaced } from '../../base/lines.js';
import { writtenName } from '../../syntax/names.js';
import { pathText } from './names.js';
import { noteLines } from './notes.js';

/** A world. */
export function worldLines(world: World): Lines {
  return [...noteLines(world), ...braced(`world ${writtenName(world.name)}`, worldBody(world))];
}

/** Imported interfaces, `use`, types, imported functions; then what is exported. */
function worldBody(world: World): Lines {
  const interfaces = world.imports.flatMap((item) =>
    item.kind === 'interface' ? interfaceItem('import', item, world.package) : [],
  );
  const functions = world.imports.flatMap((item) => (item.kind === 'function' ? [item.function] : []));
  const types = world.imports.flatMap((item) => (item.kind === 'type' ? [item.type] : []));
  const free = functions.filter(({ form }) => form.kind === 'free');
  const imports = [
    ...spaced(
      [...interfaces, ...useLines(types, world.package)],
      declarationLines(types, membersOf(functions)),
    ),
    ...free.flatMap((func) => functionLines(func, 'import ')),
  ];
  const exports = world.exports.flatMap((item) => exportLines(item, world.package));
  return spaced(imports, exports.length === 0 ? [] : [exports]);
}

/** Types are never exported. */
function exportLines(item: WorldItem, from: Package): Lines {
  switch (item.kind) {
    case 'interface':
      return interfaceItem('export', item, from);
    case 'function':
      return functionLines(item.function, 'export ');
    case 'type':
      return [];
  }
}

function interfaceItem(direction: 'import' | 'export', item: WorldInterface, from: Package): Lines {
  const { key, interface: target } = item;
  const label = key === undefined ? '' : `${writtenName(key)}: `;
  const head = `${direction} ${label}`;
  return [
    ...noteLines(notesOf(item)),
    ...(target.isInline
      ? braced(`${head}interface`, interfaceBody(target))
      : [`${head}${pathText(target, from)};`]),
  ];
}

/** Under a name of its own an interface without documentation there shows that of the interface. */
function notesOf(item: WorldInterface): ItemNotes {
  const notes = referenceNotes(item);
  const { key, interface: target } = item;
  return { ...notes, docs: notes.docs ?? (key === undefined ? undefined : target.docs) };
}
