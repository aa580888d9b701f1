/** Core values and memory as C++ types. */
import type { CoreType, Size, Width } from '../../abi/plan.js';

/** The C types of core values. */
export const coreTypes: Readonly<Record<CoreType, string>> = {
  i32: 'int32_t',
  i64: 'int64_t',
  f32: 'float',
  f64: 'double',
  pointer: 'uint8_t*',
  length: 'size_t',
  'pointer-or-i64': 'int64_t',
};

/** How words of memory are typed when nothing more is known of them. */
export const memoryTypes: Readonly<Record<Width, string>> = {
  i8: 'uint8_t',
  i16: 'uint16_t',
  i32: 'int32_t',
  i64: 'int64_t',
  f32: 'float',
  f64: 'double',
  pointer: 'uint8_t*',
  length: 'size_t',
};

/** `8`, `2 * sizeof(void*)` or `8 + 2 * sizeof(void*)`: right on 32 and on 64 bits. */
export function sizeText({ bytes, pointers }: Size): string {
  if (pointers === 0) return String(bytes);
  const inPointers = pointers === 1 ? 'sizeof(void*)' : `${String(pointers)} * sizeof(void*)`;
  return bytes === 0 ? inPointers : `${String(bytes)} + ${inPointers}`;
}

/** Whether there is nothing to store: no memory is allocated for any number of such values. */
export const hasNoSize = ({ bytes, pointers }: Size): boolean => bytes + pointers === 0;
