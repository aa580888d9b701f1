/** The memory that core modules share with each other and with JavaScript: runtime/shared-memory.ts. Pointers are offsets in it. */
import { line, type Inline } from '../../../emit/code.js';
import type { Extent, MemorySpelling } from './memory-spelling.js';
import { wasmMemory } from './wasm-memory.js';

/** The number of bytes of a list or of one value. */
const bytesOf = (count: Inline | undefined, { size }: Extent): Inline =>
  count === undefined ? String(size) : size === 1 ? count : [count, ` * ${String(size)}`];

export const sharedMemory: MemorySpelling = {
  ...wasmMemory,
  allocate: (span, ownership) =>
    ownership === 'lent'
      ? wasmMemory.allocate(span, ownership)
      : ['memory.giveRoom(', bytesOf(span.count, span.element), `, ${String(span.element.align)})`],
  sent: (place, elementBytes, ownership) =>
    ownership === 'lent' ? place : ['memory.give(', place, `, ${String(elementBytes)})`],
  freed: (pointer, count) => line('memory.free(', pointer, count === undefined ? '' : [', ', count], ');'),
  growsUnderUser: true,
};
