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

const listOf = <Element, Numbers>(
  type: ArrayType<Element, Numbers>,
  check: (value: Element, path: string) => Element,
): NumberList<Element, Numbers> => ({ type, check });

export const lists = {
  u8: listOf<number, Uint8Array>(Uint8Array, scalars.u8),
  s8: listOf<number, Int8Array>(Int8Array, scalars.s8),
  u16: listOf<number, Uint16Array>(Uint16Array, scalars.u16),
  s16: listOf<number, Int16Array>(Int16Array, scalars.s16),
  u32: listOf<number, Uint32Array>(Uint32Array, scalars.u32),
  s32: listOf<number, Int32Array>(Int32Array, scalars.s32),
  u64: listOf<bigint, BigUint64Array>(BigUint64Array, scalars.u64),
  s64: listOf<bigint, BigInt64Array>(BigInt64Array, scalars.s64),
  f32: listOf<number, Float32Array>(Float32Array, scalars.float),
  f64: listOf<number, Float64Array>(Float64Array, scalars.float),
} as const;

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
  { type, check }: NumberList<Element, Numbers>,
  value: Numbers | readonly Element[],
  path: string,
): number {
  const { name, BYTES_PER_ELEMENT: size } = type;
  const isTyped = isTypedArray(value, name);
  if (!isTyped && !Array.isArray(value)) throw new InvalidValue(`a ${name} or an array`, value, path);
  const count = value.length;
  const pointer = memory.allocateList(count, size, size);
  if (count === 0) return pointer;
  const numbers = new type(memory.bytes.buffer, pointer, count);
  if (isTyped) numbers.set(value);
  else writeChecked(numbers, value, check, path);
  return pointer;
}

function writeChecked<Element>(
  numbers: Record<number, Element>,
  values: { readonly length: number; readonly [index: number]: Element },
  check: (value: Element, path: string) => Element,
  path: string,
): void {
  let index = 0;
  try {
    for (const count = values.length; index < count; index++) {
      // What is missing is not an element, and the check says so.
      numbers[index] = check(values[index] as Element, '');
    }
  } catch (error) {
    throw within(error, `${path}[${String(index)}]`);
  }
}

/** What a typed array is called, whatever it pretends to be, also one of another realm. */
const tag = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag);

const isTypedArray = <Numbers>(value: Numbers | readonly unknown[], name: string): value is Numbers =>
  tag?.get?.call(value) === name;
