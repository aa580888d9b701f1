import { InvalidValue } from './invalid-value.js';
import { Trap } from './trap.js';

/*
 * Lowering: each function answers with its argument if it is a value of the type. `path` is where the value stands. Types
 * are asked for first, since operators call what converts an object, and have errors of their own for bigints and symbols.
 */

export function u8(value: number, path: string): number {
  if (typeof value !== 'number' || (value & 0xff) !== value) {
    throw new InvalidValue('an integer from 0 to 255', value, path);
  }
  return value;
}

export function s8(value: number, path: string): number {
  if (typeof value !== 'number' || (value << 24) >> 24 !== value) {
    throw new InvalidValue('an integer from -128 to 127', value, path);
  }
  return value;
}

export function u16(value: number, path: string): number {
  if (typeof value !== 'number' || (value & 0xffff) !== value) {
    throw new InvalidValue('an integer from 0 to 65535', value, path);
  }
  return value;
}

export function s16(value: number, path: string): number {
  if (typeof value !== 'number' || (value << 16) >> 16 !== value) {
    throw new InvalidValue('an integer from -32768 to 32767', value, path);
  }
  return value;
}

export function u32(value: number, path: string): number {
  if (typeof value !== 'number' || value >>> 0 !== value) {
    throw new InvalidValue('an integer from 0 to 4294967295', value, path);
  }
  return value;
}

export function s32(value: number, path: string): number {
  if (typeof value !== 'number' || (value | 0) !== value) {
    throw new InvalidValue('an integer from -2147483648 to 2147483647', value, path);
  }
  return value;
}

export function u64(value: bigint, path: string): bigint {
  if (typeof value !== 'bigint' || BigInt.asUintN(64, value) !== value) {
    throw new InvalidValue('a bigint from 0 to 2^64 - 1', value, path);
  }
  return value;
}

export function s64(value: bigint, path: string): bigint {
  if (typeof value !== 'bigint' || BigInt.asIntN(64, value) !== value) {
    throw new InvalidValue('a bigint from -2^63 to 2^63 - 1', value, path);
  }
  return value;
}

/** An `f32` or `f64`. An `f32` is rounded when it is stored. */
export function float(value: number, path: string): number {
  if (typeof value !== 'number') throw new InvalidValue('a number', value, path);
  return value;
}

/** As `i32`. */
export function bool(value: boolean, path: string): number {
  if (typeof value !== 'boolean') throw new InvalidValue('a boolean', value, path);
  return value ? 1 : 0;
}

/** The Unicode scalar value that is the whole of a string. */
export function char(value: string, path: string): number {
  const code = typeof value === 'string' ? value.codePointAt(0) : undefined;
  const isAll = code !== undefined && value.length === (code > 0xffff ? 2 : 1);
  if (!isAll || isSurrogate(code)) throw new InvalidValue('a string of one character', value, path);
  return code;
}

/** The cases of an enum, by number and by name. */
export interface Enumeration<Case extends string> {
  readonly cases: readonly Case[];
  readonly indexes: ReadonlyMap<string, number>;
}

export const enumeration = <Case extends string>(cases: readonly Case[]): Enumeration<Case> => ({
  cases,
  indexes: new Map(cases.map((name, index) => [name, index])),
});

/** The number of a case of an enum. */
export function caseIndex(cases: ReadonlyMap<string, number>, value: string, path: string): number {
  const index = cases.get(value);
  if (index === undefined) {
    throw new InvalidValue(`one of ${[...cases.keys()].map((name) => `'${name}'`).join(', ')}`, value, path);
  }
  return index;
}

/* Lifting: core values may have any bits. */

export function liftChar(core: number): string {
  const code = core >>> 0;
  if (code > 0x10ffff || isSurrogate(code)) throw new Trap(`there is no character ${code}`);
  return String.fromCodePoint(code);
}

/** A case by its number. */
export function liftCase<Case extends string>(cases: readonly Case[], core: number): Case {
  const name = cases[core >>> 0];
  if (name === undefined) throw unknownCase(core);
  return name;
}

/** For a discriminant that no case has. */
export const unknownCase = (core: number): Trap => new Trap(`there is no case ${core >>> 0}`);

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;
