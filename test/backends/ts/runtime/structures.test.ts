/** What is taken apart is what it must be, and bits stay what they are. */
import fc from 'fast-check';
import * as bits from '../../../../templates/ts/runtime/bits.js';
import * as structures from '../../../../templates/ts/runtime/structures.js';

test('an object is an object', () => {
  const point = { x: 1 };
  expect(structures.object(point, 'p')).toBe(point);
  for (const wrong of [undefined, null, 7, 'x']) {
    expect(() => structures.object<unknown>(wrong, 'p')).toThrow(/^p must be an object, not /);
  }
});

test('an array is an array, and a tuple has its length', () => {
  expect(structures.array([1], 'xs')).toEqual([1]);
  expect(structures.elements([1, 'a'], 2, 'pair')).toEqual([1, 'a']);
  const like: unknown = { length: 2 };
  expect(() => structures.array(like as number[], 'xs')).toThrow('xs must be an array, not an object');
  expect(() => structures.elements([1], 2, 'pair')).toThrow('pair must be an array of 2 elements');
});

test('a map has the entries that it has', () => {
  class Endless extends Map<string, number> {
    override *entries(): MapIterator<[string, number]> {
      for (;;) yield ['again', 1];
    }
  }
  expect(structures.entries(new Endless([['once', 1]]), 'm')).toEqual([['once', 1]]);
  expect(() => structures.entries({} as Map<string, number>, 'm')).toThrow('m must be a Map, not an object');
});

test('a float is its bits', () => {
  fc.assert(
    fc.property(fc.float(), fc.double(), (short, long) => {
      expect(bits.f32OfBits(bits.bitsOfF32(short))).toBe(short);
      expect(bits.f64OfBits(bits.bitsOfF64(long))).toBe(long);
    }),
  );
  expect([bits.bitsOfF32(1), bits.bitsOfF64(1)]).toEqual([0x3f80_0000, 0x3ff0_0000_0000_0000n]);
});

test('a wide slot is zero above, and only its lower half counts', () => {
  expect(bits.wide(-1)).toBe(0xffff_ffffn);
  expect(bits.narrow(0x1234_5678_ffff_ffffn)).toBe(-1);
});
