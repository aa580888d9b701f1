/**
 * Documentation and gates of a package, which the types have no place for: JSON in a custom section of its own.
 * `src/wasm/notes.ts` reads it. What says nothing is left out.
 */
import type { Arena, FunctionRow, ItemRow, PackageRow, TypeRow, WorldRow } from '../print/arena/rows.js';
import { stabilityJson } from '../print/json/notes.js';
import { type Json, JsonObject, compactJsonText } from '../print/json/text.js';
import { invariant } from '../base/invariant.js';
import type { Declared, ItemNotes } from '../resolve/model.js';
import { type Bytes, customSectionBytes } from './bytes.js';
import { interfaceName, interfaceRow } from './interfaces.js';

/** Names, each with what is said of it. */
type Notes = readonly (readonly [name: string, note: Json])[];

/** The section. Its content begins with the version of the format. */
export function packageNotesSection(
  arena: Arena,
  { package: { docs }, worlds, interfaces }: PackageRow,
): Bytes {
  const all = said([
    ['docs', docs],
    ['worlds', said(worlds.map(([name, id]) => [name, worldNotes(arena, arena.worlds[id])]))],
    ['interfaces', said(interfaces.map(([name, id]) => [name, interfaceNotes(arena, id)]))],
  ]);
  const text = compactJsonText(all ?? new JsonObject([]));
  return customSectionBytes('package-docs', [1, ...new TextEncoder().encode(text)]);
}

/** An object of what is there, if anything is. */
function said(notes: Notes): JsonObject | undefined {
  const entries = notes.filter(([, note]) => note !== undefined);
  return entries.length === 0 ? undefined : new JsonObject(entries);
}

function noteOf({ docs, stability }: ItemNotes, more: Notes = []): Json {
  return said([['docs', docs], ['stability', stabilityJson(stability)], ...more]);
}

function interfaceNotes(arena: Arena, id: number): Json {
  const row = interfaceRow(arena, id);
  return noteOf(row, [
    ['funcs', said(row.functions.map((each) => [each.name, functionNotes(each)]))],
    ['types', said(row.types.map(([name, type]) => [name, typeNotes(arena, type)]))],
  ]);
}

function functionNotes({ func }: FunctionRow): Json {
  return noteOf(func);
}

function typeNotes({ types }: Arena, id: number): Json {
  const row = types[id];
  invariant(row, `a type ${String(id)}`);
  return noteOf(row, [['items', said(membersOf(row).map(({ name, docs }) => [name, docs]))]]);
}

function membersOf({ structure }: TypeRow): readonly Declared[] {
  switch (structure.kind) {
    case 'record':
      return structure.fields;
    case 'variant':
    case 'enum':
      return structure.cases;
    case 'flags':
      return structure.flags;
    default:
      return [];
  }
}

/** Of interfaces that are written elsewhere only what stands before the import or export. */
function worldNotes(arena: Arena, row: WorldRow | undefined): Json {
  invariant(row, 'a row for each world');
  const { world, imports, exports } = row;
  const isInline = (item: ItemRow): boolean =>
    item.kind === 'interface' && interfaceName(arena, item.id) === undefined;
  const inline = (items: WorldRow['imports']): Json =>
    said(items.map(([key, item]) => [key, isInline(item) ? itemNotes(arena, item) : undefined]));
  const functions = (items: WorldRow['imports']): Json =>
    said(items.map(([key, item]) => [key, item.kind === 'function' ? itemNotes(arena, item) : undefined]));
  const types = said(
    imports.map(([key, item]) => [key, item.kind === 'type' ? itemNotes(arena, item) : undefined]),
  );
  const statements = (direction: 'imports' | 'exports', noteOfStatement: (notes: ItemNotes) => Json): Json =>
    said(
      row[direction].map(([key, item], index) => {
        const name = world[direction][index]?.key ?? nameOf(arena, item) ?? key;
        const isStatement = item.kind === 'interface' && !isInline(item);
        return [name, isStatement ? noteOfStatement(item.notes) : undefined];
      }),
    );
  return noteOf(world, [
    ['interfaces', inline(imports)],
    ['types', types],
    ['funcs', functions(imports)],
    ['interface_exports', inline(exports)],
    ['func_exports', functions(exports)],
    ['interface_import_stability', statements('imports', ({ stability }) => stabilityJson(stability))],
    ['interface_export_stability', statements('exports', ({ stability }) => stabilityJson(stability))],
    ['interface_import_docs', statements('imports', ({ docs }) => docs)],
    ['interface_export_docs', statements('exports', ({ docs }) => docs)],
  ]);
}

function itemNotes(arena: Arena, item: ItemRow): Json {
  switch (item.kind) {
    case 'interface':
      return interfaceNotes(arena, item.id);
    case 'function':
      return functionNotes(item.function);
    case 'type':
      return typeNotes(arena, item.id);
  }
}

function nameOf(arena: Arena, item: ItemRow): string | undefined {
  return item.kind === 'interface' ? interfaceName(arena, item.id) : undefined;
}
