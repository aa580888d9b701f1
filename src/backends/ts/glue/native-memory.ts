/** The memory of a process, of which JavaScript reads and writes a window: runtime/native-memory.ts. */
import type { Ownership, Width } from '../../../abi/plan.js';
import { line, type Inline } from '../../../emit/code.js';
import type { Extent, MemorySpelling } from './memory-spelling.js';
import { accessorOf } from './wasm-memory.js';

const isAddress = (width: Width): boolean => width === 'pointer' || width === 'length';

/** The number of bytes of a list or of one value. */
export const bytesOf = (count: Inline | undefined, { size }: Extent): Inline =>
  count === undefined ? String(size) : size === 1 ? count : [count, ` * ${String(size)}`];

const rooms: Readonly<Record<Ownership, string>> = { lent: 'lendRoom', given: 'giveRoom' };

export const nativeMemory: MemorySpelling = {
  pointerBytes: 8,
  view: 'memory.view',
  load: (view, width, place) =>
    isAddress(width)
      ? ['memory.exact(', view, '.getBigUint64(', place, ', true))']
      : [view, `.get${accessorOf(width)}`, '(', place, width === 'i8' ? ')' : ', true)'],
  store: (view, width, place, value) =>
    isAddress(width)
      ? [view, '.setBigUint64(', place, ', BigInt(', value, '), true)']
      : [view, `.set${accessorOf(width)}`, '(', place, ', ', value, width === 'i8' ? ')' : ', true)'],
  fetch: ({ pointer, count, element }) =>
    count === undefined
      ? ['memory.area(', pointer, `, ${String(element.size)}, ${String(element.align)})`]
      : ['memory.list(', pointer, ', ', count, `, ${String(element.size)}, ${String(element.align)})`],
  answer: ({ pointer, element }) => [
    ...['memory.answer(', pointer, `, ${String(element.size)}, ${String(element.align)})`],
  ],
  allocate: ({ count, element }, ownership) => [
    ...[`memory.${rooms[ownership]}(`, bytesOf(count, element), `, ${String(element.align)})`],
  ],
  reserved: 'memory.place',
  sent: (place, elementBytes, ownership) =>
    ownership === 'lent'
      ? ['memory.lend(', place, ')']
      : ['memory.give(', place, `, ${String(elementBytes)})`],
  freed: (pointer, count) => line('memory.free(', pointer, count === undefined ? '' : [', ', count], ');'),
  growsUnderUser: false,
  // The window is always the same.
  refresh: [],
};
