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
