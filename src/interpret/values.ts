/**
 * WIT values as JavaScript values, one spelling for each:
 *
 * | WIT                                     | JavaScript                                             |
 * |-----------------------------------------|--------------------------------------------------------|
 * | `bool`                                  | `boolean`                                              |
 * | `u8` … `s32`, `f32`, `f64`              | `number`                                               |
 * | `u64`, `s64`                            | `bigint`                                               |
 * | `char`                                  | a `string` of one Unicode scalar value                 |
 * | `string`                                | a `string` without lone surrogates                     |
 * | `list`, fixed-length lists, `tuple`     | an array                                               |
 * | `map`                                   | a `Map`; of equal keys the last counts                 |
 * | record                                  | an object with the fields' WIT names                   |
 * | flags                                   | an object with the flags' WIT names, each a `boolean`  |
 * | enum                                    | the case's name                                        |
 * | variant, `option`, `result`             | `{ tag, val }`: the case's name and its payload        |
 * | `own`, `borrow`                         | a `Handle`                                             |
 * | `stream`, `future`, `error-context`     | an `Opaque`                                            |
 *
 * The cases of an option are `none` and `some`, those of a result `ok` and `error`; `val` is `undefined` where
 * the case has no payload. So values of nested options differ, which `undefined` for `none` would not tell apart.
 */
import { invariant } from '../base/invariant.js';

export type Value =
  | boolean
  | number
  | bigint
  | string
  | readonly Value[]
  | ReadonlyMap<Value, Value>
  | SumValue
  | FieldValues
  | Token;

/** A value of a variant, option or result. */
export interface SumValue {
  readonly tag: string;
  readonly val: Value | undefined;
}

/** A record, or flags. */
export interface FieldValues {
  readonly [name: string]: Value;
}

/** What is more than its contents: handles, and what stands for them on the way. */
export abstract class Token {
  /** Tells tokens from objects of fields, for the compiler too. */
  protected readonly isToken = true;
}

const isFields = (value: Value | undefined): value is FieldValues | SumValue =>
  typeof value === 'object' && !Array.isArray(value) && !(value instanceof Map) && !(value instanceof Token);

/** A value that must be of some JavaScript type: a caller's mistake otherwise. */
export const expecting = {
  boolean(value: Value): boolean {
    invariant(typeof value === 'boolean', 'a boolean');
    return value;
  },
  number(value: Value): number {
    invariant(typeof value === 'number', 'a number');
    return value;
  },
  bigint(value: Value): bigint {
    invariant(typeof value === 'bigint', 'a bigint');
    return value;
  },
  string(value: Value): string {
    invariant(typeof value === 'string', 'a string');
    return value;
  },
  array(value: Value): readonly Value[] {
    // Only arrays of values are values.
    invariant(Array.isArray(value), 'an array');
    return value as readonly Value[];
  },
  map(value: Value): ReadonlyMap<Value, Value> {
    invariant(value instanceof Map, 'a Map');
    return value;
  },
  sum(value: Value): SumValue {
    invariant(isFields(value) && typeof value.tag === 'string', 'an object with a tag');
    return { tag: value.tag, val: value.val };
  },
  field(value: Value, name: string): Value {
    invariant(isFields(value), 'an object');
    const field = Object.hasOwn(value, name) ? (value as FieldValues)[name] : undefined;
    invariant(field !== undefined, `a field ${name}`);
    return field;
  },
} as const;

/** An object with properties of any names, `__proto__` too. */
export function fieldsOf(entries: readonly (readonly [string, Value])[]): FieldValues {
  return Object.fromEntries(entries);
}

const [encoder, decoder] = [new TextEncoder(), new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })];

/** A string as UTF-8. */
export function utf8Of(text: string): Uint8Array {
  const bytes = encoder.encode(text);
  invariant(decoder.decode(bytes) === text, 'a string without lone surrogates');
  return bytes;
}

/** The string that UTF-8 is; undefined if the bytes are not well-formed. */
export function textOf(utf8: Uint8Array): string | undefined {
  try {
    return decoder.decode(utf8);
  } catch {
    return undefined;
  }
}
