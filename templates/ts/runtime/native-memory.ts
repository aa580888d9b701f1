import { Memory } from './memory.js';
import { Trap } from './trap.js';

/** What is needed of a process. Pointers are numbers, below 2^53: see `exact`. */
export interface ProcessMemory {
  /** Where a buffer is. It stays there. */
  address(buffer: ArrayBuffer): number;
  /** `memcpy`. */
  copy(to: number, from: number, size: number): void;
  /** `malloc`. Never null. */
  allocate(size: number): number;
  /** `free`. */
  free(pointer: number): void;
}

/**
 * The sizes of a window, the first that the system allows. It never grows, because others have pointers into it; pages that
 * nothing was written to take no memory.
 */
const windowSizes = [2 ** 30, 2 ** 28, 2 ** 26, 2 ** 24];

function newWindow([size = 0, ...smaller]: readonly number[]): ArrayBuffer {
  try {
    return new ArrayBuffer(size);
  } catch (error) {
    if (smaller.length === 0) throw error;
    return newWindow(smaller);
  }
}

const alignUp = (offset: number, align: number): number => Math.ceil(offset / align) * align;

/**
 * The memory of a process, as far as JavaScript reads and writes it: a window that is JavaScript's own. What others have is copied
 * into it before it is read, and what they get is made in it. A *place* is an offset in the window. Calls take room one
 * behind the other, and give it back as they end.
 */
export class NativeMemory extends Memory {
  /** As long as there is room in the window. */
  override readonly maxByteLength = Infinity;
  readonly #process: ProcessMemory;
  /** The pointer to place 0, which is aligned as the window is. */
  readonly #base: number;
  /** Where the room begins that nobody has. Place 0 is nobody's, as null is. */
  #top = 16;
  /** What is written in the window, and then is to be where a pointer points. */
  readonly #pending: { readonly pointer: number; readonly place: number; readonly size: number }[] = [];
  /** The place of the room that was asked for last. */
  place = 0;

  constructor(process: ProcessMemory, sizes: readonly number[] = windowSizes) {
    super();
    const window = newWindow(sizes);
    this.bytes = new Uint8Array(window);
    this.view = new DataView(window);
    this.#process = process;
    this.#base = process.address(window);
    if (this.#base % 16 !== 0) throw new Error('the window on the memory of the process is not aligned');
  }

  /** A pointer, a length or a handle as a number. Handles are pointers, too, or what else the component knows an object by. */
  exact(core: number | bigint): number {
    const number = Number(core);
    if (Number.isSafeInteger(number)) return number;
    throw new RangeError(
      `0x${core.toString(16)} is more than pointers, lengths and handles have here: 53 bits`,
    );
  }

  /** Begins a call. Answers with what `leave` is to be told. */
  enter(): number {
    return this.#top;
  }

  /** Ends a call: what it answers is brought to who asked, and its room is free again. */
  leave(entered: number): void {
    for (let last = this.#pending.at(-1); last && last.place >= entered; last = this.#pending.at(-1)) {
      this.#process.copy(last.pointer, this.#base + last.place, last.size);
      this.#pending.pop();
    }
    this.#top = entered;
  }

  /** Room in the window: the place. */
  override reallocate(old: number, oldSize: number, align: number, size: number): number {
    if (oldSize > 0 && old + oldSize === this.#top) {
      this.#take(old, size);
      return old;
    }
    const place = alignUp(this.#top, align);
    this.#take(place, size);
    this.bytes.copyWithin(place, old, old + Math.min(oldSize, size));
    return place;
  }

  /** The place of an area of somebody else's, with what is in it. */
  override area(pointer: number, size: number, align: number): number {
    return this.#fetch(pointer, size, align);
  }

  /** The place of the elements of a list of somebody else's. */
  override list(pointer: number, count: number, size: number, align: number): number {
    return this.#fetch(pointer, count * size, align);
  }

  /** Room for what is written to an area of somebody else's when the call ends: the place. */
  answer(pointer: number, size: number, align: number): number {
    const place = this.reallocate(0, 0, align, size);
    this.#pending.push({ pointer, place, size });
    return place;
  }

  /** Room that is lent until the call ends: the pointer to it. */
  lendRoom(size: number, align: number): number {
    this.place = this.reallocate(0, 0, align, size);
    return this.lend(this.place);
  }

  /** Memory for somebody else to free, which is there when the call ends: the pointer to it, not null if it is empty. */
  giveRoom(size: number, align: number): number {
    if (size === 0) return this.#base;
    const pointer = this.#process.allocate(size);
    this.place = this.answer(pointer, size, align);
    return pointer;
  }

  /** The pointer to a place, which is valid until the call ends. */
  lend(place: number): number {
    return this.#base + place;
  }

  /** A copy of the elements that were lowered last, for somebody else to free. Where there are none, a pointer that is not null. */
  give(place: number, elementBytes: number): number {
    const size = this.length * elementBytes;
    if (size === 0) return this.#base;
    const pointer = this.#process.allocate(size);
    this.#process.copy(pointer, this.#base + place, size);
    return pointer;
  }

  /** Frees what was given, if it has elements. */
  free(pointer: number, count = 1): void {
    if (count !== 0) this.#process.free(pointer);
  }

  /** What lies in the window already, because it was lent, is read where it is: all of it. */
  #fetch(pointer: number, size: number, align: number): number {
    if (size === 0) return 0;
    const offset = pointer - this.#base;
    if (offset >= 0 && offset < this.bytes.length) {
      if (offset + size > this.#top) throw new Trap(`${size} bytes end behind what was lent`);
      return offset;
    }
    const place = this.reallocate(0, 0, align, size);
    this.#process.copy(this.#base + place, pointer, size);
    return place;
  }

  #take(place: number, size: number): void {
    const end = place + size;
    if (end > this.bytes.length) {
      throw new RangeError(`a call has more than ${this.bytes.length} bytes of arguments and results`);
    }
    this.#top = end;
  }
}
