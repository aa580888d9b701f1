/** What a component imports and exports, read from its bytes. Spec: Binary.md "Import and Export Definitions". */
import { ByteReader } from '../../../src/wasm/reader.js';

/** What a component asks for or gives, by name. The sort is the byte that Binary.md has for it. */
export interface Extern {
  readonly name: string;
  readonly sort: number;
}

/** The items of a component's surface. */
export interface Surface {
  readonly imports: readonly Extern[];
  readonly exports: readonly Extern[];
}

const preambleLength = 8;
const section = { import: 0x0a, export: 0x0b } as const;
/** Sorts of items of components, which are also the tags of what describes an import. */
export const sort = { function: 0x01, value: 0x02, type: 0x03, component: 0x04, instance: 0x05 } as const;

/** Reads what a component imports and exports. */
export function surfaceOf(component: Uint8Array): Surface {
  const imports: Extern[] = [];
  const exports: Extern[] = [];
  const reader = new ByteReader(component, preambleLength);
  while (!reader.isAtEnd) {
    const id = reader.byte();
    const content = reader.part(reader.number());
    if (id === section.import) imports.push(...content.list(readImport));
    if (id === section.export) exports.push(...content.list(readExport));
  }
  return { imports, exports };
}

function readName(reader: ByteReader): string {
  const form = reader.byte();
  if (form > 0x01) throw new Error(`a name of an unknown form ${String(form)}`);
  return reader.text();
}

function readImport(reader: ByteReader): Extern {
  const name = readName(reader);
  return { name, sort: readDescription(reader) };
}

function readExport(reader: ByteReader): Extern {
  const name = readName(reader);
  const itsSort = readSort(reader);
  reader.number();
  reader.optional(readDescription);
  return { name, sort: itsSort };
}

function readSort(reader: ByteReader): number {
  const found = reader.byte();
  if (found === 0x00 || found === sort.value)
    throw new Error(`an item of an unexpected sort ${String(found)}`);
  return found;
}

function readDescription(reader: ByteReader): number {
  const found = readSort(reader);
  // A type is equal to one, which has a number, or is a resource.
  if (found !== sort.type || reader.byte() === 0x00) reader.number();
  return found;
}
