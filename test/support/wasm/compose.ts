/** Composing components: one around them that instantiates each with what those before it export. Spec: Binary.md. */
import { type Bytes, listBytes, numberBytes, sectionBytes, textBytes } from '../../../src/encode/bytes.js';
import { componentBytes } from '../../../src/encode/component.js';
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
const section = { component: 0x04, instance: 0x05, alias: 0x06, import: 0x0a, export: 0x0b } as const;
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

/** An item in one of the component's index spaces. */
interface Place {
  readonly sort: number;
  readonly index: number;
}

/**
 * A component that exports what the last of some components exports. Each is given what those before it export: of two
 * items of one name the later one, and types of worlds from the instance that `typesIn` says. What is not to be
 * exported is left out.
 */
export function compose(
  components: readonly Uint8Array[],
  typesIn: ReadonlyMap<string, string> = new Map(),
  isExported: (name: string) => boolean = () => true,
): Uint8Array {
  const sections: Bytes[] = [];
  const count = new Map<number, number>();
  const next = (itsSort: number): Place => {
    const index = count.get(itsSort) ?? 0;
    count.set(itsSort, index + 1);
    return { sort: itsSort, index };
  };
  const alias = (instance: Place, { name, sort: itsSort }: Extern): Place => {
    sections.push(
      sectionBytes(section.alias, [1, itsSort, 0x00, ...numberBytes(instance.index), ...textBytes(name)]),
    );
    return next(itsSort);
  };
  const provided = new Map<string, Place>();
  const provide = (wanted: Extern): readonly [string, Place] => {
    const known = provided.get(wanted.name);
    if (known) return [wanted.name, known];
    const instance = provided.get(typesIn.get(wanted.name) ?? '');
    if (!instance) throw new Error(`nobody exports ${wanted.name}`);
    return [wanted.name, alias(instance, wanted)];
  };
  let last: readonly (readonly [string, Place])[] = [];
  for (const component of components) {
    sections.push(sectionBytes(section.component, [...component]));
    const { index } = next(sort.component);
    const { imports, exports } = surfaceOf(component);
    const given = imports.map(provide);
    const instantiation = [
      1,
      0x00,
      ...numberBytes(index),
      ...listBytes(given, ([name, place]) => [...textBytes(name), ...placeBytes(place)]),
    ];
    sections.push(sectionBytes(section.instance, instantiation));
    const instance = next(sort.instance);
    last = exports.map((item) => [item.name, alias(instance, item)] as const);
    for (const [name, place] of last) provided.set(name, place);
  }
  const exposed = last.filter(([name]) => isExported(name));
  const exported = listBytes(exposed, ([name, place]) => [
    0x00,
    ...textBytes(name),
    ...placeBytes(place),
    0x00,
  ]);
  sections.push(sectionBytes(section.export, exported));
  return componentBytes(sections);
}

const placeBytes = ({ sort: itsSort, index }: Place): Bytes => [itsSort, ...numberBytes(index)];
