/** Core values as numbers of bits: unsigned, as wide as their type. Floats are their IEEE 754 bits. */
import type { CoreType, Width } from '../abi/plan.js';

/** The bits of a core value or of a piece of memory, lowest first, never negative. */
export type Bits = bigint;

/** The width of pointers in bytes. */
export type PointerBytes = 4 | 8;

const fixedBytes = { i8: 1, i16: 2, i32: 4, i64: 8, f32: 4, f64: 8, 'pointer-or-i64': 8 } as const;

/** How many bytes a core value, or a value in memory, has. */
export function bytesOf(type: CoreType | Width, pointerBytes: PointerBytes): 1 | 2 | 4 | 8 {
  return type === 'pointer' || type === 'length' ? pointerBytes : fixedBytes[type];
}

/** The low bytes of a number, two's complement. */
export const truncated = (bits: bigint, bytes: number): Bits => BigInt.asUintN(8 * bytes, bits);

/** The number that the low bytes are, read with a sign. */
export const signed = (bits: Bits, bytes: number): bigint => BigInt.asIntN(8 * bytes, bits);

const view = new DataView(new ArrayBuffer(8));

/** The bits of a float; every NaN is the canonical one. */
export function floatToBits(value: number, bytes: 4 | 8): Bits {
  if (bytes === 4) {
    view.setFloat32(0, Number.isNaN(value) ? NaN : value);
    return BigInt(view.getUint32(0));
  }
  view.setFloat64(0, Number.isNaN(value) ? NaN : value);
  return view.getBigUint64(0);
}

/** The float that the bits are. */
export function bitsToFloat(bits: Bits, bytes: 4 | 8): number {
  if (bytes === 4) {
    view.setUint32(0, Number(bits));
    return view.getFloat32(0);
  }
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}
