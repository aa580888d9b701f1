/** A component that holds nothing but types: its preamble and sections. Spec: Binary.md "Component Definitions". */
import { type Bytes, customSectionBytes, listBytes, numberBytes, sectionBytes, textBytes } from './bytes.js';
import { externNameBytes } from './declarations.js';

/** A tool that took part in making a binary. Spec: tool-conventions, ProducersSection.md. */
export interface Producer {
  readonly field: 'language' | 'processed-by' | 'sdk';
  readonly name: string;
  /** Languages have none: then it is empty. */
  readonly version: string;
}

/** Us, without a version: output changes only where its input does. */
export const witGen: Producer = { field: 'processed-by', name: 'wit-gen', version: '' };

/** The magic number, the version of the format, and that it is a component. */
const preamble: Bytes = [0x00, 0x61, 0x73, 0x6d, 0x0d, 0x00, 0x01, 0x00];

/** A component of sections. */
export function componentBytes(sections: readonly Bytes[]): Uint8Array {
  return Uint8Array.from([preamble, ...sections].flat());
}

/** Defines types. */
export function typeSection(types: readonly Bytes[]): Bytes {
  return sectionBytes(
    0x07,
    listBytes(types, (type) => type),
  );
}

/** A type under a name, by its index. */
export interface ExportedType {
  readonly name: string;
  readonly index: number;
}

/** Exports types. */
export function exportSection(exports: readonly ExportedType[]): Bytes {
  const written = listBytes(exports, ({ name, index }) => [
    ...externNameBytes({ text: name }),
    0x03,
    ...numberBytes(index),
    // The type that may be given again is that of the item.
    0x00,
  ]);
  return sectionBytes(0x0b, written);
}

/** Who made it; no section where nobody is named. Fields and tools are in the order of their first mention. */
export function producersSection(producers: readonly Producer[]): readonly Bytes[] {
  if (producers.length === 0) return [];
  const fields = [...new Set(producers.map(({ field }) => field))];
  const written = listBytes(fields, (field) => [
    ...textBytes(field),
    ...listBytes(
      producers.filter((each) => each.field === field),
      ({ name, version }) => [...textBytes(name), ...textBytes(version)],
    ),
  ]);
  return [customSectionBytes('producers', written)];
}
