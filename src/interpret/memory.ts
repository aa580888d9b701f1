import { bytesOf, truncated, type Bits, type PointerBytes } from './bits.js';
import { trapIf } from './trap.js';
import type { Width } from '../abi/plan.js';

/** The first bytes are never used, so that null points at nothing. */
export const firstAddress = 1024;

const pageBytes = 65_536;

/**
 * A memory of little-endian bytes. It checks bounds as a machine does, and remembers which bytes were
 * written; whom they belong to is the allocator's business.
 */
export class Memory {
  #bytes = new Uint8Array(pageBytes);
  #written = new Uint8Array(pageBytes);

  constructor(readonly pointerBytes: PointerBytes) {}

  get size(): number {
    return this.#bytes.length;
  }

  /** The bytes themselves, for who works on them directly. Another buffer when memory has grown. */
  get buffer(): ArrayBuffer {
    return this.#bytes.buffer;
  }

  /** Makes room up to an address. */
  grow(end: number): void {
    if (end <= this.size) return;
    const size = Math.max(2 * this.size, Math.ceil(end / pageBytes) * pageBytes);
    const [bytes, written] = [new Uint8Array(size), new Uint8Array(size)];
    bytes.set(this.#bytes);
    written.set(this.#written);
    this.#bytes = bytes;
    this.#written = written;
  }

  /** The number that is an address, if the range is in memory. */
  within(address: Bits, bytes: number): number {
    trapIf(
      address + BigInt(bytes) > BigInt(this.size),
      'out-of-bounds',
      () => `${String(bytes)} bytes at ${String(address)}`,
    );
    return Number(address);
  }

  load(address: Bits, width: Width): Bits {
    const count = bytesOf(width, this.pointerBytes);
    const start = this.within(address, count);
    let bits = 0n;
    for (let index = count - 1; index >= 0; index--) {
      bits = (bits << 8n) | BigInt(this.#bytes[start + index] ?? 0);
    }
    return bits;
  }

  store(address: Bits, width: Width, bits: Bits): void {
    const count = bytesOf(width, this.pointerBytes);
    const start = this.within(address, count);
    let rest = truncated(bits, count);
    for (let index = 0; index < count; index++, rest >>= 8n) this.#bytes[start + index] = Number(rest & 255n);
    this.#written.fill(1, start, start + count);
  }

  /** A copy of a range. */
  read(address: Bits, bytes: number): Uint8Array {
    const start = this.within(address, bytes);
    return this.#bytes.slice(start, start + bytes);
  }

  write(address: Bits, bytes: Uint8Array): void {
    const start = this.within(address, bytes.length);
    this.#bytes.set(bytes, start);
    this.#written.fill(1, start, start + bytes.length);
  }

  /** Whether every byte of a range was written since it was last forgotten. */
  isWritten(address: Bits, bytes: number): boolean {
    const start = this.within(address, bytes);
    return !this.#written.subarray(start, start + bytes).includes(0);
  }

  /** Makes a range unwritten: what stands there is rubbish. */
  forget(address: Bits, bytes: number): void {
    const start = this.within(address, bytes);
    this.#bytes.fill(0xa5, start, start + bytes);
    this.#written.fill(0, start, start + bytes);
  }
}
