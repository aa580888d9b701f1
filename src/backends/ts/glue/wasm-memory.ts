/** The memory of a core module: an `ArrayBuffer`, in which a pointer is an offset. */
import type { Width } from '../../../abi/plan.js';
import { line, type Inline } from '../../../emit/code.js';
import type { MemorySpelling, Span } from './memory-spelling.js';

/** What a `DataView` calls the widths. Pointers and lengths are 32 bits. */
const accessors: Readonly<Record<Width, string>> = {
  i8: 'Uint8',
  i16: 'Uint16',
  i32: 'Int32',
  i64: 'BigInt64',
  f32: 'Float32',
  f64: 'Float64',
  pointer: 'Uint32',
  length: 'Uint32',
};

/** The accessor of a `DataView` for a width. */
export const accessorOf = (width: Width): string => accessors[width];

/** The order of bytes, which one byte has none of. */
const order = (width: Width): string => (width === 'i8' ? '' : ', true');

const fetch = ({ pointer, count, element: { size, align } }: Span): Inline =>
  count === undefined
    ? ['memory.area(', pointer, `, ${String(size)}, ${String(align)})`]
    : ['memory.list(', pointer, ', ', count, `, ${String(size)}, ${String(align)})`];

export const wasmMemory: MemorySpelling = {
  pointerBytes: 4,
  view: 'memory.view',
  load: (view, width, place) => [view, `.get${accessors[width]}(`, place, order(width), ')'],
  store: (view, width, place, value) => [
    ...[view, `.set${accessors[width]}(`, place, ', ', value],
    ...[order(width), ')'],
  ],
  fetch,
  answer: fetch,
  allocate: ({ count, element: { size, align } }, _, path) =>
    count === undefined
      ? `memory.allocate(${String(size)}, ${String(align)})`
      : ['memory.allocateList(', count, `, ${String(size)}, ${String(align)}, '${path}')`],
  reserved: undefined,
  sent: (pointer) => pointer,
  // What is given is the component's, and what is read is released as a whole.
  freed: () => [],
  growsUnderUser: false,
  refresh: line('memory.refresh();'),
};
