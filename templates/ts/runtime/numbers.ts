/** Lists of numbers, which are typed arrays. */
import { InvalidValue, within } from './invalid-value.js';
import type { Memory } from './memory.js';
import * as scalars from './scalars.js';

/** A kind of typed array, by its constructor. */
interface ArrayType<Element, Numbers> {
  readonly name: string;
  readonly BYTES_PER_ELEMENT: number;
  new (
    buffer: ArrayBuffer,
    offset: number,
    length: number,
  ): Numbers & {
    [index: number]: Element;
    set(numbers: Numbers): void;
    slice(): Numbers;
  };
}

/** What lists of one kind of number are. */
export interface NumberList<Element, Numbers> {
  readonly type: ArrayType<Element, Numbers>;
  readonly check: (value: Element, path: string) => Element;
}

/* Each by itself, so that a bundler leaves out those that nobody asks for. */

export const u8List: NumberList<number, Uint8Array> = { type: Uint8Array, check: scalars.u8 };
export const s8List: NumberList<number, Int8Array> = { type: Int8Array, check: scalars.s8 };
export const u16List: NumberList<number, Uint16Array> = { type: Uint16Array, check: scalars.u16 };
export const s16List: NumberList<number, Int16Array> = { type: Int16Array, check: scalars.s16 };
export const u32List: NumberList<number, Uint32Array> = { type: Uint32Array, check: scalars.u32 };
export const s32List: NumberList<number, Int32Array> = { type: Int32Array, check: scalars.s32 };
export const u64List: NumberList<bigint, BigUint64Array> = { type: BigUint64Array, check: scalars.u64 };
export const s64List: NumberList<bigint, BigInt64Array> = { type: BigInt64Array, check: scalars.s64 };
export const f32List: NumberList<number, Float32Array> = { type: Float32Array, check: scalars.float };
export const f64List: NumberList<number, Float64Array> = { type: Float64Array, check: scalars.float };

/** A copy of the numbers of a pointer and a length. */
export function liftNumbers<Element, Numbers>(
  memory: Memory,
  { type }: NumberList<Element, Numbers>,
  pointer: number,
  length: number,
): Numbers {
  const size = type.BYTES_PER_ELEMENT;
  const start = memory.list(pointer, length, size, size);
  return new type(memory.bytes.buffer, start, length >>> 0).slice();
}

/** Gives numbers to the component. Answers with the pointer, and leaves how many there are in `memory.length`. */
export function lowerNumbers<Element, Numbers extends { readonly length: number }>(
  memory: Memory,
  list: NumberList<Element, Numbers>,
  value: Numbers | readonly Element[],
  path: string,
): number {
  const { type } = list;
  const { name, BYTES_PER_ELEMENT: size } = type;
  const isTyped = isTypedArray(value, name);
  if (!isTyped && !Array.isArray(value)) throw new InvalidValue(`a ${name} or an array`, value, path);
  const count = isTyped ? Number(length.get?.call(value)) : value.length >>> 0;
  const pointer = memory.allocateList(count, size, size, path);
  if (count === 0) return pointer;
  const numbers = new type(memory.bytes.buffer, pointer, count);
  if (isTyped) numbers.set(value);
  else {
    writeChecked(numbers, value, count, list.check, path);
    // A getter of the array has made memory grow, and what was written is lost. A copy has no getters.
    if (numbers.length < count) return lowerNumbers(memory, list, [...(value as readonly Element[])], path);
  }
  // What a getter of an array has called may have lowered something, too.
  memory.length = count;
  return pointer;
}

function writeChecked<Element>(
  numbers: Record<number, Element>,
  values: Readonly<Record<number, Element>>,
  count: number,
  check: (value: Element, path: string) => Element,
  path: string,
): void {
  let index = 0;
  try {
    for (; index < count; index++) {
      // What is missing is not an element, and the check says so.
      numbers[index] = check(values[index] as Element, '');
    }
  } catch (error) {
    throw within(error, `${path}[${index}]`);
  }
}

/** What a typed array is called and how long it is, whatever it pretends to be, also one of another realm. */
const { length, [Symbol.toStringTag]: tag } = Object.getOwnPropertyDescriptors(
  Object.getPrototypeOf(Uint8Array.prototype) as Uint8Array,
);

const isTypedArray = <Numbers>(value: Numbers | readonly unknown[], name: string): value is Numbers =>
  tag.get?.call(value) === name;
