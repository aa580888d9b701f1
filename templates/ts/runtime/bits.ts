/** The same bits as another core type, for the slots that the cases of a variant share. */
const scratch = new DataView(new ArrayBuffer(8));

export function bitsOfF32(value: number): number {
  scratch.setFloat32(0, value);
  return scratch.getInt32(0);
}

export function f32OfBits(bits: number): number {
  scratch.setInt32(0, bits);
  return scratch.getFloat32(0);
}

export function bitsOfF64(value: number): bigint {
  scratch.setFloat64(0, value);
  return scratch.getBigInt64(0);
}

export function f64OfBits(bits: bigint): number {
  scratch.setBigInt64(0, bits);
  return scratch.getFloat64(0);
}

/** The upper half of a slot is zero. */
export const wide = (bits: number): bigint => BigInt(bits >>> 0);

/** What is in the upper half of a slot is not looked at. */
export const narrow = (bits: bigint): number => Number(BigInt.asIntN(32, bits));

/*
 * Addresses and lengths of a process are 64 bits, which the values of a slot share. As numbers they are below 2^53; where a
 * slot has something else they may be anything, a `bigint` too.
 */

export const unsigned = (bits: number): number => bits >>> 0;

export const wideAddress = (address: number): bigint => BigInt(address);

export const narrowAddress = (bits: bigint): number => Number(BigInt.asUintN(64, bits));

export const lowerHalf = (address: number | bigint): number =>
  typeof address === 'bigint' ? narrow(address) : address | 0;
