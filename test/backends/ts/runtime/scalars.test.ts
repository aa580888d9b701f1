/** Numbers, characters and cases: what fits crosses as it is, and what does not is refused. */
import fc from 'fast-check';
import { InvalidValue, within } from '../../../../templates/ts/runtime/invalid-value.js';
import * as scalars from '../../../../templates/ts/runtime/scalars.js';
import { Trap } from '../../../../templates/ts/runtime/trap.js';

const integers = [
  ['u8', 0, 255],
  ['s8', -128, 127],
  ['u16', 0, 65_535],
  ['s16', -32_768, 32_767],
  ['u32', 0, 4_294_967_295],
  ['s32', -2_147_483_648, 2_147_483_647],
] as const;

describe.each(integers)('%s', (name, least, most) => {
  test('every number of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: least, max: most }), (value) => {
        expect(scalars[name](value, 'x')).toBe(value);
      }),
    );
    expect([scalars[name](least, 'x'), scalars[name](most, 'x')]).toEqual([least, most]);
  });

  const others = [least - 1, most + 1, 0.5, NaN, Infinity, '7', null, undefined, 7n, true, [7], Symbol('x')];
  test.each<unknown>(others)('not %p', (value) => {
    expect(() => scalars[name](value as number, 'x')).toThrow(InvalidValue);
  });

  test('an object is not asked what number it would like to be', () => {
    let times = 0;
    const object = { valueOf: () => (times++, least) };
    expect(() => scalars[name](object as unknown as number, 'x')).toThrow(InvalidValue);
    expect(times).toBe(0);
  });
});

const long = [
  ['u64', 0n, 2n ** 64n - 1n],
  ['s64', -(2n ** 63n), 2n ** 63n - 1n],
] as const;

test.each(long)('%s', (name, least, most) => {
  expect([scalars[name](least, 'x'), scalars[name](most, 'x')]).toEqual([least, most]);
  for (const value of [least - 1n, most + 1n, 7, '7', undefined]) {
    expect(() => scalars[name](value as bigint, 'x')).toThrow(InvalidValue);
  }
});

test('a long integer that is out of range is told, but for one that is huge', () => {
  const complaint = (value: bigint): string => {
    try {
      return String(scalars.u64(value, 'x'));
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect([-1n, 2n ** 64n, -(2n ** 127n), 2n ** 127n, 10n ** 1000n].map(complaint)).toEqual([
    'x must be a bigint from 0 to 2^64 - 1, not -1n',
    'x must be a bigint from 0 to 2^64 - 1, not 18446744073709551616n',
    'x must be a bigint from 0 to 2^64 - 1, not -170141183460469231731687303715884105728n',
    'x must be a bigint from 0 to 2^64 - 1, not a huge bigint',
    'x must be a bigint from 0 to 2^64 - 1, not a huge bigint',
  ]);
  expect(() => scalars.u8(1n as unknown as number, 'x')).toThrow(
    'x must be an integer from 0 to 255, not 1n',
  );
});

test('a character is a string of one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), (value) => {
      expect(scalars.liftChar(scalars.char(value, 'x'))).toBe(value);
    }),
  );
  for (const value of ['', 'ab', '\u{D800}', '🎉a', 7, undefined]) {
    expect(() => scalars.char(value as string, 'x')).toThrow(InvalidValue);
  }
});

test.each([0xd800, 0xdfff, 0x110000, -1])('%i is no character', (core) => {
  expect(() => scalars.liftChar(core)).toThrow(Trap);
});

test('a case has a number', () => {
  const cases = new Map([
    ['red', 0],
    ['constructor', 1],
  ]);
  expect(scalars.caseIndex(cases, 'constructor', 'x')).toBe(1);
  expect(() => scalars.caseIndex(cases, 'toString', 'colour')).toThrow(
    "colour must be one of 'red', 'constructor', not a string",
  );
  expect(scalars.liftCase(['red', 'constructor'], 1)).toBe('constructor');
  for (const core of [2, -1]) expect(() => scalars.liftCase(['red', 'green'], core)).toThrow(Trap);
});

test('booleans are nothing else', () => {
  expect([scalars.bool(true, 'x'), scalars.bool(false, 'x')]).toEqual([1, 0]);
  expect(() => scalars.bool(1 as unknown as boolean, 'x')).toThrow('x must be a boolean, not 1');
});

test('a place is said from the outermost on', () => {
  const error = new InvalidValue('a number', {}, '.x');
  expect(within(within(error, '[3]'), 'points')).toBe(error);
  expect(error.message).toBe('points[3].x must be a number, not an object');
  expect(error.name).toBe('TypeError');
  const other = new Error('of somebody else');
  expect(within(other, '[3]')).toBe(other);
});
