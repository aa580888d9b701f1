import { Memory } from './memory.js';
import { Trap } from './trap.js';

/** The heap of the modules that share a memory. */
export interface Heap {
  /** `malloc`. Never null. */
  allocate(size: number): number;
  /** `free`. */
  free(pointer: number): void;
}

/** Memory of the heap's for what is lent. */
interface Chunk {
  readonly pointer: number;
  readonly size: number;
  /** How many bytes of room are in the chunks before it. */
  readonly before: number;
}

/** How many bytes of room are in a chunk and in those before it. */
const endOf = (chunk: Chunk | undefined): number => (chunk ? chunk.before + chunk.size : 0);

/** How much room is asked for at first, and how much is kept at most while nobody calls. */
const [smallest, largestKept] = [2 ** 14, 2 ** 20];

/** The longest string or list, as in the canonical ABI: so much is told apart from a size that has run over. */
const maxByteLength = 2 ** 28 - 1;

const alignUp = (pointer: number, align: number): number => Math.ceil(pointer / align) * align;

/**
 * The memory that modules share with each other and with JavaScript. What JavaScript lends lies in room that it has got from the heap
 * once: calls take it one behind the other, and give it back as they end. What is in use never moves.
 */
export class SharedMemory extends Memory {
  readonly #heap: Heap;
  readonly #chunks: Chunk[] = [];
  /** How much room is in use. */
  #used = 0;
  /** How much is asked for when there is none. */
  #wanted = smallest;

  constructor(heap: Heap) {
    super();
    this.#heap = heap;
  }

  /** Begins a call, whoever calls. Answers with what `leave` is to be told. */
  enter(): number {
    this.refresh();
    return this.#used;
  }

  /** Ends a call: its room is free again. After the first of all calls there is one chunk at most, next time large enough. */
  leave(entered: number): void {
    const total = endOf(this.#chunks.at(-1));
    const isKept = entered > 0 || (this.#chunks.length <= 1 && total <= largestKept);
    if (!isKept) this.#wanted = Math.min(total, largestKept);
    for (let last = this.#chunks.at(-1); last; last = this.#chunks.at(-1)) {
      const isNeeded = last.before < entered || (last.before === 0 && isKept);
      if (isNeeded) break;
      this.#chunks.pop();
      this.#heap.free(last.pointer);
    }
    this.#used = entered;
  }

  /** Room that is lent until the call ends. */
  override reallocate(old: number, oldSize: number, align: number, size: number): number {
    if (size === 0 && oldSize === 0) return align;
    if (size <= oldSize) return old;
    const pointer = this.#take(size, align);
    // Whoever was called since this was last looked at.
    this.refresh();
    this.bytes.copyWithin(pointer, old, old + oldSize);
    return pointer;
  }

  /** The pointer to the elements of a list. One without elements points anywhere. */
  override list(core: number, count: number, size: number, align: number): number {
    return count === 0 ? 0 : super.list(core, count, size, align);
  }

  /** Memory for somebody else to free; for nothing, an aligned pointer that is not null. */
  giveRoom(size: number, align: number): number {
    if (size === 0) return align;
    if (size > maxByteLength) throw new Trap(`a list of ${size} bytes is too long`);
    return this.#ask(size);
  }

  /** A copy of the elements that were lowered last, for somebody else to free. */
  give(place: number, elementBytes: number): number {
    const size = this.length * elementBytes;
    const pointer = this.giveRoom(size, elementBytes);
    this.bytes.copyWithin(pointer, place, place + size);
    return pointer;
  }

  /** Frees what was given, if it has elements. */
  free(pointer: number, count = 1): void {
    if (count !== 0) this.#heap.free(pointer);
  }

  #take(size: number, align: number): number {
    const last = this.#chunks.at(-1);
    if (last) {
      const pointer = alignUp(last.pointer + this.#used - last.before, align);
      const used = pointer + size - last.pointer;
      if (used <= last.size) {
        this.#used = last.before + used;
        return pointer;
      }
    }
    const before = endOf(last);
    const whole = Math.max(size + align, this.#wanted);
    this.#chunks.push({ pointer: this.#ask(whole), size: whole, before });
    this.#used = before;
    return this.#take(size, align);
  }

  #ask(size: number): number {
    const pointer = this.#heap.allocate(size);
    this.refresh();
    return pointer;
  }
}
