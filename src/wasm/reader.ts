/** Bytes of the binary format, from front to back. Spec: Binary.md, and the core specification for numbers and names. */

/** The input is not what it should be. Only this folder throws and catches it. */
export class Malformed extends Error {}

/** A part of a file that is being read. */
export class ByteReader {
  #at: number;

  constructor(
    readonly bytes: Uint8Array,
    readonly start = 0,
    readonly end = bytes.length,
  ) {
    this.#at = start;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.end;
  }

  byte(): number {
    const byte = this.peek();
    this.#at++;
    return byte;
  }

  /** The next byte, which stays there. */
  peek(): number {
    const byte = this.isAtEnd ? undefined : this.bytes[this.#at];
    if (byte === undefined) throw new Malformed('it ends too early');
    return byte;
  }

  /** An unsigned number of at most 32 bits in LEB128. */
  number(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) {
        if (value > 0xffffffff) break;
        return value;
      }
    }
    throw new Malformed('a number in it is too large');
  }

  /** The next bytes as a reader of their own. */
  part(length: number): ByteReader {
    const start = this.#at;
    if (length > this.end - start) throw new Malformed('it ends too early');
    this.#at += length;
    return new ByteReader(this.bytes, start, this.#at);
  }

  /** Text after its length. */
  text(): string {
    return this.part(this.number()).rest();
  }

  /** All that is left, as text. */
  rest(): string {
    const bytes = this.bytes.subarray(this.#at, this.end);
    this.#at = this.end;
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new Malformed('text in it is not UTF-8');
    }
  }

  /** A list after its length. */
  list<Item>(read: (reader: ByteReader) => Item): readonly Item[] {
    const items: Item[] = [];
    for (let left = this.number(); left > 0; left--) items.push(read(this));
    return items;
  }

  /** Something that may be missing. */
  optional<Item>(read: (reader: ByteReader) => Item): Item | undefined {
    const tag = this.byte();
    if (tag > 1) throw new Malformed(`it has the tag ${String(tag)} for something optional`);
    return tag === 0 ? undefined : read(this);
  }
}
