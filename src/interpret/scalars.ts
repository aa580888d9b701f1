/** Scalars and flags as bits. CanonicalABI.md "Flat Lifting" and "Flat Lowering". */
import { invariant, unreachable } from '../base/invariant.js';
import type { Scalar } from '../abi/plan.js';
import type { PrimitiveName, TypeDecl } from '../resolve/model.js';
import { bitsToFloat, floatToBits, signed, truncated, type Bits } from './bits.js';
import { trapIf } from './trap.js';
import { expecting, fieldsOf, type Value } from './values.js';

/** The bytes of an integer, and whether it has a sign. */
const integers = {
  u8: [1, false],
  s8: [1, true],
  u16: [2, false],
  s16: [2, true],
  u32: [4, false],
  s32: [4, true],
  u64: [8, false],
  s64: [8, true],
} as const;

const isInteger = (name: PrimitiveName): name is keyof typeof integers => Object.hasOwn(integers, name);

/** The core value of a scalar: an i32, i64, f32 or f64. */
export function scalarToBits(of: Scalar, value: Value): Bits {
  if (of.kind === 'enum') return BigInt(caseIndex(caseNames(of.decl), expecting.string(value)));
  const { name } = of;
  if (isInteger(name)) return integerToBits(name, value);
  switch (name) {
    case 'bool':
      return expecting.boolean(value) ? 1n : 0n;
    case 'f32':
      return floatToBits(expecting.number(value), 4);
    case 'f64':
      return floatToBits(expecting.number(value), 8);
    case 'char': {
      const code = expecting.string(value).codePointAt(0);
      invariant(
        code !== undefined && String.fromCodePoint(code) === value && !isSurrogate(code),
        'one Unicode scalar value',
      );
      return BigInt(code);
    }
    default:
      return unreachable(name);
  }
}

function integerToBits(name: keyof typeof integers, value: Value): Bits {
  const [bytes, hasSign] = integers[name];
  const integer = bytes === 8 ? expecting.bigint(value) : BigInt(expecting.number(value));
  const inRange = hasSign ? signed(integer, bytes) : truncated(integer, bytes);
  invariant(inRange === integer, `a ${name}`);
  // A small integer is widened to 32 bits by its sign.
  return truncated(integer, Math.max(bytes, 4));
}

/** The scalar of a core value. Bits above its width do not count. */
export function bitsToScalar(of: Scalar, bits: Bits): Value {
  if (of.kind === 'enum') {
    const name = caseNames(of.decl)[Number(truncated(bits, 4))];
    trapIf(name === undefined, 'invalid-discriminant', () => `case ${String(bits)} of ${of.decl.name}`);
    return name ?? '';
  }
  const { name } = of;
  if (isInteger(name)) {
    const [bytes, hasSign] = integers[name];
    const integer = hasSign ? signed(bits, bytes) : truncated(bits, bytes);
    return bytes === 8 ? integer : Number(integer);
  }
  switch (name) {
    case 'bool':
      return truncated(bits, 4) !== 0n;
    case 'f32':
      return bitsToFloat(bits, 4);
    case 'f64':
      return bitsToFloat(bits, 8);
    case 'char':
      return charOf(Number(truncated(bits, 4)));
    default:
      return unreachable(name);
  }
}

const isSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

function charOf(code: number): string {
  trapIf(code > 0x10ffff || isSurrogate(code), 'invalid-char', () => `char 0x${code.toString(16)}`);
  return String.fromCodePoint(code);
}

/** Where a case stands among the others. */
export function caseIndex(names: readonly string[], name: string): number {
  const index = names.indexOf(name);
  invariant(index >= 0, `one of the cases ${names.slice(0, 10).join(', ')}`);
  return index;
}

function caseNames({ definition }: TypeDecl): readonly string[] {
  invariant(definition.kind === 'enum', 'an enum');
  return definition.cases.map(({ name }) => name);
}

function flagNames({ definition }: TypeDecl): readonly string[] {
  invariant(definition.kind === 'flags', 'flags');
  return definition.flags.map(({ name }) => name);
}

/** The words of a flags value, 32 flags in each, the first in the lowest bit. */
export function flagsToWords(decl: TypeDecl, value: Value, words: number): readonly Bits[] {
  const made = Array.from({ length: words }, () => 0n);
  flagNames(decl).forEach((name, index) => {
    const word = index >> 5;
    if (expecting.boolean(expecting.field(value, name)))
      made[word] = (made[word] ?? 0n) | (1n << BigInt(index & 31));
  });
  return made;
}

/** Flags by name. Bits that stand for none do not count. */
export function wordsToFlags(decl: TypeDecl, words: readonly Bits[]): Value {
  const isSet = (index: number): boolean => (((words[index >> 5] ?? 0n) >> BigInt(index & 31)) & 1n) === 1n;
  return fieldsOf(flagNames(decl).map((name, index) => [name, isSet(index)]));
}
