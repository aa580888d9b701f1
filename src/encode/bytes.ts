/** Writing the binary format. Spec: Binary.md, and the core specification for numbers and names. */

/** What is encoded, byte by byte. */
export type Bytes = readonly number[];

/** An unsigned number of at most 32 bits in LEB128. */
export function numberBytes(value: number): Bytes {
  const bytes: number[] = [];
  let left = value;
  for (; left > 0x7f; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) | 0x80);
  return [...bytes, left];
}

/** The index of a type where a value type stands: signed, so that the codes of primitive types are the negative ones. */
export function typeIndexBytes(index: number): Bytes {
  const bytes = numberBytes(index);
  const last = bytes.at(-1) ?? 0;
  return (last & 0x40) === 0 ? bytes : [...bytes.slice(0, -1), last | 0x80, 0x00];
}

const utf8 = new TextEncoder();

/** Text after the number of its bytes. */
export function textBytes(text: string): Bytes {
  const bytes = utf8.encode(text);
  return [...numberBytes(bytes.length), ...bytes];
}

/** Items after their number. */
export function listBytes<Item>(items: readonly Item[], write: (item: Item) => Bytes): Bytes {
  return [...numberBytes(items.length), ...items.flatMap(write)];
}

/** Something that may be missing. */
export function optionalBytes<Item>(item: Item | undefined, write: (item: Item) => Bytes): Bytes {
  return item === undefined ? [0x00] : [0x01, ...write(item)];
}

/** A section after its number and length. */
export function sectionBytes(id: number, content: Bytes): Bytes {
  return [id, ...numberBytes(content.length), ...content];
}

/** A section that tools agree on by its name. */
export function customSectionBytes(name: string, content: Bytes): Bytes {
  return sectionBytes(0x00, [...textBytes(name), ...content]);
}
