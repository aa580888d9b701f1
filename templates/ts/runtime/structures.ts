/** Values with parts, looked at before they are taken apart. */
import { InvalidValue } from './invalid-value.js';

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
    throw new InvalidValue(`an array of ${String(count)} elements`, value, path);
  }
  return value;
}

/** The entries of a map: as many as there are, whatever a class derived from `Map` says. */
export function entries<Key, Value>(
  value: ReadonlyMap<Key, Value>,
  path: string,
): readonly (readonly [Key, Value])[] {
  if (!(value instanceof Map)) throw new InvalidValue('a Map', value, path);
  // `instanceof` forgets what the map holds.
  return [...Map.prototype.entries.call(value)] as [Key, Value][];
}
