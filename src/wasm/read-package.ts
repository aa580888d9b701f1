/** A package encoded as WebAssembly: a component that exports nothing but types of components. */
import type { ComponentType } from './items.js';
import { readExternName } from './names.js';
import { ByteReader, Malformed } from './reader.js';
import { readType } from './read-types.js';
import { Scope } from './scope.js';

/** What the file holds. */
export interface EncodedPackage {
  /** One for each interface or world. */
  readonly items: readonly ComponentType[];
  /** Documentation and gates, as JSON, which the types have no place for. */
  readonly notes: string | undefined;
}

const magic = [0x00, 0x61, 0x73, 0x6d];

/** Does a file begin as WebAssembly does? */
export function isBinary(bytes: Uint8Array): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/** Reads all sections. */
export function readPackage(bytes: Uint8Array): EncodedPackage {
  const reader = new ByteReader(bytes);
  checkHeader(reader);
  const scope = new Scope();
  const items: ComponentType[] = [];
  let notes: string | undefined;
  while (!reader.isAtEnd) {
    const id = reader.byte();
    const section = reader.part(reader.number());
    if (id === 0x00) notes = readNotes(section) ?? notes;
    else if (id === 0x07) section.list((at) => scope.types.push(readType(at, scope)));
    else if (id === 0x0b) section.list((at) => items.push(readExport(at, scope)));
    else throw new Malformed(notPackage);
  }
  if (items.length === 0) throw new Malformed(notPackage);
  return { items, notes };
}

const notPackage = 'it is a component';

function checkHeader(reader: ByteReader): void {
  for (const byte of magic) {
    if (reader.byte() !== byte) throw new Malformed('it is not WebAssembly');
  }
  const [version, , layer] = [reader.byte(), reader.byte(), reader.byte(), reader.byte()];
  if (layer === 0x00) throw new Malformed('it is a core module');
  if (version !== 0x0d) throw new Malformed('it has an unknown version of the binary format');
}

function readNotes(section: ByteReader): string | undefined {
  if (section.text() !== 'package-docs') return undefined;
  const version = section.byte();
  if (version > 1) throw new Malformed(`its documentation has the unknown version ${String(version)}`);
  return section.rest();
}

function readExport(reader: ByteReader, scope: Scope): ComponentType {
  const name = readExternName(reader);
  const [sort, index] = [reader.byte(), reader.number()];
  const item = sort === 0x03 ? scope.type(index) : undefined;
  // The type that may be given again is that of the item.
  if (item?.kind !== 'component' || reader.byte() !== 0x00) throw new Malformed(notPackage);
  scope.types.push(item);
  if (name.id) throw new Malformed('it is encoded as packages were long ago: encode it again');
  return item;
}
