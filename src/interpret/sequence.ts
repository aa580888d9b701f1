/** Strings and lists of plain data, whose memory crosses as it is. */
import type { Sequence } from '../abi/plan.js';
import type { Type } from '../resolve/model.js';
import type { Bits } from './bits.js';
import type { Heap } from './heap.js';
import { loadItems, plainExtent, storeItems } from './plain.js';
import { Trap } from './trap.js';
import { expecting, textOf, utf8Of, type Value } from './values.js';

/** What a sequence is in memory. */
export interface SequenceInMemory {
  /** The number of its elements; of a string, of its bytes. */
  readonly length: number;
  /** In bytes. */
  readonly size: number;
  readonly align: number;
  readonly write: (at: Bits, heap: Heap) => void;
}

/** How a value stands in memory. */
export function sequenceInMemory(of: Sequence, value: Value): SequenceInMemory {
  if (of.kind === 'string') {
    const bytes = utf8Of(expecting.string(value));
    return {
      length: bytes.length,
      size: bytes.length,
      align: 1,
      write: (at, heap) => {
        heap.memory.write(at, bytes);
      },
    };
  }
  const items = expecting.array(value);
  const { size, align } = plainExtent(of.element);
  return {
    length: items.length,
    size: items.length * size,
    align,
    write: (at, heap) => {
      storeItems(of.element, items, at, heap);
    },
  };
}

const byte: Type = { kind: 'primitive', name: 'u8' };

/** The bytes of one element, and their alignment. */
export function elementExtent(of: Sequence): { readonly size: number; readonly align: number } {
  return plainExtent(of.kind === 'string' ? byte : of.element);
}

/** The value that stands in memory; the range was checked. */
export function readSequence(of: Sequence, at: Bits, length: number, heap: Heap): Value {
  if (of.kind === 'string') {
    const text = textOf(heap.readBytes(at, length));
    if (text === undefined) throw new Trap('invalid-utf8', `string at ${String(at)}`);
    return text;
  }
  return loadItems(of.element, length, at, heap);
}
