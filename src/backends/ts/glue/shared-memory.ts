/** The memory that core modules share with each other and with JavaScript: runtime/shared-memory.ts. Pointers are offsets in it. */
import type { MemorySpelling } from './memory-spelling.js';
import { bytesOf, nativeMemory } from './native-memory.js';
import { wasmMemory } from './wasm-memory.js';

export const sharedMemory: MemorySpelling = {
  ...wasmMemory,
  allocate: (span, ownership, path) =>
    ownership === 'lent'
      ? wasmMemory.allocate(span, ownership, path)
      : ['memory.giveRoom(', bytesOf(span.count, span.element), `, ${String(span.element.align)})`],
  sent: (place, elementBytes, ownership) =>
    ownership === 'lent' ? place : ['memory.give(', place, `, ${String(elementBytes)})`],
  freed: (pointer, count) => nativeMemory.freed(pointer, count),
  growsUnderUser: true,
};
