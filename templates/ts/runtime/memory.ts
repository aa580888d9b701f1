import { InvalidValue } from './invalid-value.js';
import { Trap } from './trap.js';

/** `cabi_realloc`: old pointer, old size, alignment, new size, in bytes. */
export type Realloc = (old: number, oldSize: number, align: number, size: number) => number;

/** What is needed of a `WebAssembly.Memory`. */
export interface MemorySource {
  readonly buffer: ArrayBuffer;
}

/** The memory of an instance that is not there yet, but calls out. */
const unknown: MemorySource = {
  get buffer(): never {
    throw new Trap('the start function calls out before the memory is known');
  },
};

/**
 * A component's memory. `bytes` and `view` are of the memory as it was at the last `refresh`: whoever calls into the
 * component refreshes, and whoever holds them in locals takes them anew.
 */
export class Memory {
  /** `MAX_STRING_BYTE_LENGTH` and `MAX_LIST_BYTE_LENGTH` of the canonical ABI. */
  readonly maxByteLength: number = 2 ** 28 - 1;
  bytes = new Uint8Array(0);
  view = new DataView(this.bytes.buffer);
  /** Of the string or list that was lowered last: its elements; of a string, its bytes. */
  length = 0;
  #source = unknown;
  #realloc: Realloc | undefined;

  /** Tells what the instance exports, once there is an instance. */
  attach(source: MemorySource, realloc: Realloc | undefined): void {
    this.#source = source;
    this.#realloc = realloc;
    this.refresh();
  }

  /** Looks at the memory again: memory that has grown is another buffer. */
  refresh(): void {
    const { buffer } = this.#source;
    if (buffer === this.bytes.buffer) return;
    this.bytes = new Uint8Array(buffer);
    this.view = new DataView(buffer);
  }

  /** Memory of the component's for `size` bytes; for none, an aligned pointer that is not null. */
  allocate(size: number, align: number): number {
    return this.reallocate(0, 0, align, size);
  }

  reallocate(old: number, oldSize: number, align: number, size: number): number {
    if (size === 0 && oldSize === 0) return align;
    if (!this.#realloc) throw new Trap('the module exports no function to ask for memory');
    const pointer = this.#realloc(old, oldSize, align, size) >>> 0;
    this.refresh();
    this.#check(pointer, size, align, 'allocation');
    return pointer;
  }

  /** Memory for the elements of a value that stands at `path`, or for as many bytes as a string has at least. */
  allocateList(count: number, size: number, align: number, path: string): number {
    const bytes = count * size;
    if (bytes > this.maxByteLength) throw this.tooLong(path);
    this.length = count;
    return this.allocate(bytes, align);
  }

  /** For a string or a list of JavaScript's. */
  tooLong(path: string): InvalidValue {
    return new InvalidValue(`at most ${this.maxByteLength} bytes long`, undefined, path, 'longer');
  }

  /** The pointer to an area, which must be aligned and lie in memory. */
  area(core: number, size: number, align: number): number {
    const pointer = core >>> 0;
    this.#check(pointer, size, align, 'area');
    return pointer;
  }

  /** The pointer to the elements of a list, which must be aligned and lie in memory. What takes none counts as a byte. */
  list(core: number, count: number, size: number, align: number): number {
    const pointer = core >>> 0;
    const bytes = (count >>> 0) * (size || 1);
    if (bytes > this.maxByteLength) throw new Trap(`a list of ${bytes} bytes is too long`);
    this.#check(pointer, bytes, align, 'list');
    return pointer;
  }

  #check(pointer: number, size: number, align: number, what: string): void {
    if (pointer % align !== 0) {
      throw new Trap(`${what} at ${pointer} is not aligned to ${align} bytes`);
    }
    // The sum of a pointer and a size is exact: both are below 2^53.
    if (pointer + size > this.bytes.length) {
      throw new Trap(`${what} of ${size} bytes at ${pointer} ends behind the memory`);
    }
  }
}
