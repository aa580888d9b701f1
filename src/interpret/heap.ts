import { bytesOf, type Bits } from './bits.js';
import { firstAddress, Memory } from './memory.js';
import { Trap, trapIf } from './trap.js';
import type { Width } from '../abi/plan.js';

/**
 * What memory was allocated for. `malloc`: it may be given to others, who free it. `scratch` and `stack` end with
 * a function, `static` with its component. `users`: what a value keeps in memory of its own. `object`: what a
 * resource stands for.
 */
export type BlockKind = 'malloc' | 'scratch' | 'stack' | 'static' | 'users' | 'object';

/** One allocation. Its addresses are never used again, so that who uses it too long is found out. */
export interface Block {
  readonly kind: BlockKind;
  readonly address: Bits;
  readonly size: number;
  isLive: boolean;
  /** Lent to a call: until it returns, nobody writes here. */
  isLent: boolean;
}

const blockText = ({ kind, size, address }: Block): string =>
  `${kind} block of ${String(size)} bytes at ${String(address)}`;

/** A memory with an allocator that accounts for every block, and loads and stores that stay within one. */
export class Heap {
  readonly memory: Memory;
  /** In the order of their addresses. */
  readonly #blocks: Block[] = [];
  #end = firstAddress;

  constructor(pointerBytes: Memory['pointerBytes']) {
    this.memory = new Memory(pointerBytes);
  }

  get pointerBytes(): Memory['pointerBytes'] {
    return this.memory.pointerBytes;
  }

  /** Blocks that nobody has freed. */
  get live(): readonly Block[] {
    return this.#blocks.filter(({ isLive }) => isLive);
  }

  /** A block with at least a byte of nobody's around it. */
  allocate(kind: BlockKind, size: number, align: number): Block {
    const start = Math.ceil(this.#end / align) * align;
    this.#end = start + size + 1;
    this.memory.grow(this.#end);
    this.memory.forget(BigInt(start), size);
    const block = { kind, address: BigInt(start), size, isLive: true, isLent: false };
    this.#blocks.push(block);
    return block;
  }

  /** What `free` does. */
  free(pointer: Bits): void {
    this.release(this.ownable(pointer));
  }

  /** The block that whoever has the pointer may free. */
  ownable(pointer: Bits): Block {
    const block = this.blockAt(pointer);
    const where = (): string => `free of ${String(pointer)}`;
    if (!block) throw new Trap('invalid-free', where());
    trapIf(!block.isLive, 'double-free', where);
    trapIf(block.kind !== 'malloc' || block.address !== pointer, 'invalid-free', where);
    return block;
  }

  /** Ends a block of any kind, by whom it belongs to. */
  release(block: Block): void {
    trapIf(!block.isLive, 'double-free', () => blockText(block));
    this.memory.forget(block.address, block.size);
    block.isLive = false;
  }

  /** The block, live or not, in which an address lies; none if it lies in no block. */
  blockAt(address: Bits): Block | undefined {
    let [low, high] = [0, this.#blocks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#blocks[middle]?.address ?? 0n) <= address) low = middle + 1;
      else high = middle;
    }
    const block = this.#blocks[low - 1];
    return block && address < block.address + BigInt(Math.max(block.size, 1)) ? block : undefined;
  }

  load(address: Bits, width: Width): Bits {
    const count = bytesOf(width, this.pointerBytes);
    this.#checkAligned(address, count);
    this.#checkReadable(address, count);
    return this.memory.load(address, width);
  }

  store(address: Bits, width: Width, bits: Bits): void {
    const count = bytesOf(width, this.pointerBytes);
    this.#checkAligned(address, count);
    const block = this.checkAllocated(address, count);
    trapIf(block.isLent, 'lent-memory', () => blockText(block));
    this.memory.store(address, width, bits);
  }

  /** Bytes of one block, all of them written. */
  readBytes(address: Bits, bytes: number): Uint8Array {
    this.#checkReadable(address, bytes);
    return this.memory.read(address, bytes);
  }

  #checkReadable(address: Bits, bytes: number): void {
    const block = this.checkAllocated(address, bytes);
    trapIf(!this.memory.isWritten(address, bytes), 'uninitialised-memory', () => blockText(block));
  }

  /** Memory that somebody else names for values: aligned, and all of it there. */
  checkArea(address: Bits, size: number, align: number): void {
    this.#checkAligned(address, align);
    this.checkAllocated(address, size);
  }

  /** The live block in which the whole range lies. */
  checkAllocated(address: Bits, bytes: number): Block {
    this.memory.within(address, bytes);
    const block = this.blockAt(address);
    const where = (): string => `${String(bytes)} bytes at ${String(address)}`;
    if (!block || address + BigInt(bytes) > block.address + BigInt(block.size)) {
      throw new Trap('not-allocated', where());
    }
    trapIf(!block.isLive, 'freed-memory', () => `${where()} in a ${blockText(block)}`);
    return block;
  }

  #checkAligned(address: Bits, align: number): void {
    trapIf(
      address % BigInt(align) !== 0n,
      'unaligned-pointer',
      () => `${String(address)}, aligned to ${String(align)}`,
    );
  }
}
