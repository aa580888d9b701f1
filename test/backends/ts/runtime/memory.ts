/** A component's memory without a component: pages, and an allocator that only ever takes more. */
import { Memory, type Realloc } from '../../../../templates/ts/runtime/memory.js';

/** What `cabi_realloc` was asked for, and what it is to answer once it has done it. */
export interface Allocator {
  readonly calls: readonly (readonly number[])[];
  /** Changes an answer. */
  lie: (pointer: number) => number;
}

const pageBytes = 65_536;

/** A memory of a page. Each allocation that does not fit makes another buffer and detaches the last one, as growing does. */
export function memoryWithAllocator(): { readonly memory: Memory; readonly allocator: Allocator } {
  const source = { buffer: new ArrayBuffer(pageBytes) };
  const calls: number[][] = [];
  const allocator: Allocator = { calls, lie: (pointer) => pointer };
  let end = 8;
  const realloc: Realloc = (old, oldSize, align, size) => {
    calls.push([old, oldSize, align, size]);
    const start = Math.ceil(end / align) * align;
    end = start + size + 1;
    if (end > source.buffer.byteLength) {
      const grown = new ArrayBuffer(Math.ceil(end / pageBytes) * pageBytes);
      new Uint8Array(grown).set(new Uint8Array(source.buffer));
      structuredClone(source.buffer, { transfer: [source.buffer] });
      source.buffer = grown;
    }
    new Uint8Array(source.buffer).copyWithin(start, old, old + Math.min(oldSize, size));
    return allocator.lie(start) | 0;
  };
  const memory = new Memory();
  memory.attach(source, realloc);
  return { memory, allocator };
}
