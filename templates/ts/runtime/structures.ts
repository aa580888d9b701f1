/** Values with parts, looked at before they are taken apart. */
import { InvalidValue } from './invalid-value.js';

/** For a variant, option or result whose tag is that of no case. `tags` are those that there are, as text. */
export const unknownTag = (value: { readonly tag: unknown }, tags: string, path: string): InvalidValue =>
  new InvalidValue(`one of ${tags}`, value.tag, `${path}.tag`);

/** A flag as a bit; one that is left out is not set. */
export function flag(value: boolean | undefined, path: string): number {
  if (value === undefined) return 0;
  if (typeof value !== 'boolean') throw new InvalidValue('a boolean', value, path);
  return value ? 1 : 0;
}

/** So many flags that are the bits of a bigint. */
export function flagBits(value: bigint, count: number, path: string): bigint {
  if (typeof value !== 'bigint' || BigInt.asUintN(count, value) !== value) {
    throw new InvalidValue(`a bigint of ${count} bits`, value, path);
  }
  return value;
}

/** A record, a variant or flags. */
export function object<Value>(value: Value, path: string): Value {
  if (typeof value !== 'object' || value === null) throw new InvalidValue('an object', value, path);
  return value;
}

/** A list that is no typed array. */
export function array<Element>(value: readonly Element[], path: string): readonly Element[] {
  const isArray: boolean = Array.isArray(value);
  if (!isArray) throw new InvalidValue('an array', value, path);
  return value;
}

/** A tuple, or a list of fixed length. */
export function elements<Value extends readonly unknown[]>(value: Value, count: number, path: string): Value {
  if (!Array.isArray(value) || value.length !== count) {
    throw new InvalidValue(`an array of ${count} elements`, value, path);
  }
  return value;
}

/** The entries of a map: as many as there are, whatever a class derived from `Map` says. */
export function entries<Key, Value>(
  value: ReadonlyMap<Key, Value>,
  path: string,
): readonly (readonly [Key, Value])[] {
  try {
    return [...Map.prototype.entries.call(value)] as [Key, Value][];
  } catch {
    // It says so of what is no map itself, whatever it pretends to be.
    throw new InvalidValue('a Map', value, path);
  }
}
