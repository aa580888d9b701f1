import type { FunctionPlan } from '../abi/plan.js';
import { invariant } from '../base/invariant.js';
import type { Bits } from './bits.js';
import type { Handle } from './handle.js';
import type { Block, Heap } from './heap.js';
import { trapIf } from './trap.js';

/** What a value keeps when it outlives the function that made it. */
export interface Holdings {
  /** Memory from `malloc` that the value frees. */
  readonly blocks: readonly Block[];
  /** Handles that were lifted. */
  readonly handles: readonly Handle[];
}

/** What one execution of a function has in memory and in its hands. */
export class Activation {
  /** Ends with the function: areas, scratch arrays, adopted memory that is only looked at. */
  readonly #own: Block[] = [];
  readonly #adopted: Block[] = [];
  /** The memory of values that the user keeps, as it was when it was lent. */
  readonly #users: { readonly block: Block; readonly bytes: Uint8Array }[] = [];
  readonly #views: { readonly address: Bits; readonly size: number }[] = [];
  readonly #held: Block[] = [];
  readonly #handles: Handle[] = [];
  #scratchCount = 0;

  constructor(
    private readonly heap: Heap,
    /** What is executed, if it is a function and not what cleans up after one. */
    readonly plan?: FunctionPlan,
  ) {}

  /** How many things there are so far that `usesScratch` announces. */
  get scratchCount(): number {
    return this.#scratchCount;
  }

  area(size: number, align: number): Block {
    return this.#until('stack', size, align);
  }

  scratch(size: number, align: number): Block {
    this.keep();
    return this.#until('scratch', size, align);
  }

  #until(kind: 'stack' | 'scratch', size: number, align: number): Block {
    const block = this.heap.allocate(kind, size, align);
    this.#own.push(block);
    return block;
  }

  /** The memory of a value that stays with the user. */
  users(block: Block): void {
    this.#users.push({ block, bytes: this.heap.memory.read(block.address, block.size) });
  }

  /** A value that looks into memory. */
  view(address: Bits, size: number): void {
    this.#views.push({ address, size });
  }

  /** Something outside of memory that lasts until the function returns. */
  keep(): void {
    this.#scratchCount++;
  }

  /** Memory taken over for a value that looks into it: it is freed when the function returns. */
  adoptUntilReturn(block: Block): void {
    this.keep();
    this.#adopted.push(block);
  }

  /** Memory that a value has of its own. */
  hold(block: Block): void {
    this.#held.push(block);
  }

  /** A handle that was lifted. */
  receive(handle: Handle): void {
    this.#handles.push(handle);
  }

  /** Views must not outlive what they look at: checked where somebody may look. */
  checkViews(): void {
    for (const { address, size } of this.#views) this.heap.checkAllocated(address, size);
  }

  /** Calls another component, to which all that was written so far is lent: it may not write there. */
  lending<Result>(call: () => Result): Result {
    const lent = [...this.#own, ...this.#users.map(({ block }) => block)].filter((block) =>
      this.#isWrittenTo(block),
    );
    for (const block of lent) block.isLent = true;
    const result = call();
    for (const block of lent) block.isLent = false;
    return result;
  }

  /** The area that a result is to be written to is the only one where nothing stands yet. */
  #isWrittenTo({ address, size }: Block): boolean {
    for (let offset = 0; offset < size; offset++) {
      if (this.heap.memory.isWritten(address + BigInt(offset), 1)) return true;
    }
    return false;
  }

  /** Ends the function. Answers what its values hold on to. */
  finish(usesScratch: boolean): Holdings {
    invariant(usesScratch || this.#scratchCount === 0, 'a plan that uses scratch memory to say so');
    this.checkViews();
    for (const { block, bytes } of this.#users) {
      const now = this.heap.memory.read(block.address, block.size);
      trapIf(
        !bytes.every((byte, index) => byte === now[index]),
        'lent-memory',
        () => 'the memory of an argument',
      );
      this.heap.release(block);
    }
    for (const block of this.#own) this.heap.release(block);
    for (const block of this.#adopted) this.heap.free(block.address);
    return { blocks: this.#held, handles: this.#handles };
  }
}
