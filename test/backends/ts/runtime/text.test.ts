/** Strings cross as UTF-8, whole: short or long, with or without a mark at the beginning. */
import fc from 'fast-check';
import { liftText, lowerText } from '../../../../templates/ts/runtime/text.js';
import { Trap } from '../../../../templates/ts/runtime/trap.js';
import { memoryWithAllocator } from './memory.js';

const bytesOf = (text: string): readonly number[] => [...new TextEncoder().encode(text)];

function crossed(text: string): { readonly bytes: readonly number[]; readonly back: string } {
  const { memory } = memoryWithAllocator();
  const pointer = lowerText(memory, text, 'text');
  const { length } = memory;
  return {
    bytes: [...memory.bytes.subarray(pointer, pointer + length)],
    back: liftText(memory, pointer, length),
  };
}

test.each([
  ['nothing', ''],
  ['few ASCII characters', 'hello'],
  ['as many as a loop takes', 'a'.repeat(24)],
  ['one more', 'a'.repeat(25)],
  ['more than a page', 'a'.repeat(70_000)],
  ['a mark at the beginning', '\u{FEFF}hi'],
  ['a NUL', 'a\0b'],
  ['a short text whose end is not ASCII', 'naïveté'],
  ['characters of three bytes', '漢字'.repeat(40)],
  ['pairs of surrogates', '🎉'.repeat(40)],
  ['a pair where the memory for units ends', `${'é'.repeat(29)}🎉`],
])('%s', (_, text) => {
  const { bytes, back } = crossed(text);
  expect(bytes).toEqual(bytesOf(text));
  expect(back).toBe(text);
});

test('any string', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const { bytes, back } = crossed(text);
      expect(bytes).toEqual(bytesOf(text));
      expect(back).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test('half a pair of surrogates is the character for what is none', () => {
  expect(crossed('a\u{D800}b').back).toBe('a\u{FFFD}b');
  expect(crossed(`${'a'.repeat(30)}\u{DC00}`).back).toBe(`${'a'.repeat(30)}\u{FFFD}`);
});

test('the memory is as long as the string in the end', () => {
  const { memory, allocator } = memoryWithAllocator();
  lowerText(memory, 'é'.repeat(30), 'text');
  expect(allocator.calls.at(-1)?.[3]).toBe(60);
});

test.each([
  ['a byte that begins nothing', [0x61, 0xff]],
  ['half a character', [0xc3]],
  ['an overlong slash', [0xc0, 0xaf]],
  ['a surrogate', [0xed, 0xa0, 0x80]],
  ['a long string with a stray byte', [...bytesOf('a'.repeat(40)), 0x80]],
])('%s traps', (_, bytes) => {
  const { memory } = memoryWithAllocator();
  memory.bytes.set(bytes, 16);
  expect(() => liftText(memory, 16, bytes.length)).toThrow(Trap);
});

test('a string that ends behind the memory traps', () => {
  const { memory } = memoryWithAllocator();
  expect(() => liftText(memory, 65_530, 7)).toThrow('ends behind the memory');
  expect(() => liftText(memory, 0, -1)).toThrow('too long');
});

test('a string that is too long for JavaScript is no fault of its bytes', () => {
  const { memory } = memoryWithAllocator();
  Object.assign(memory, { maxByteLength: Infinity, bytes: new Uint8Array(2 ** 29) });
  let error: unknown;
  try {
    liftText(memory, 0, 2 ** 29);
  } catch (caught) {
    error = caught;
  }
  expect(error).toBeDefined();
  expect(error).not.toBeInstanceOf(Trap);
});

test('what is no string is refused by name', () => {
  const { memory } = memoryWithAllocator();
  const wrong: unknown = 7;
  expect(() => lowerText(memory, wrong as string, 'point.label')).toThrow(
    new TypeError('point.label must be a string, not 7'),
  );
});

describe('a string that is too long', () => {
  const refused = (most: number): TypeError =>
    new TypeError(`point.label must be at most ${String(most)} bytes long, not longer`);

  test('has more units than the canonical ABI allows bytes, and nobody is asked for memory', () => {
    const { memory, allocator } = memoryWithAllocator();
    expect(() => lowerText(memory, 'a'.repeat(2 ** 28), 'point.label')).toThrow(refused(2 ** 28 - 1));
    expect(allocator.calls).toEqual([]);
  });

  test.each([
    ['two', 'é', 50],
    ['three', '漢', 33],
    ['four, in pairs of units,', '🎉', 25],
  ])('has characters of %s bytes', (_, character, most) => {
    const { memory, allocator } = memoryWithAllocator();
    Object.assign(memory, { maxByteLength: 100 });
    lowerText(memory, character.repeat(most), 'point.label');
    expect(memory.length).toBe(bytesOf(character).length * most);
    expect(() => lowerText(memory, character.repeat(most + 1), 'point.label')).toThrow(refused(100));
    // Not even for a while there is more of it than is allowed.
    expect(Math.max(...allocator.calls.map(([, , , size = 0]) => size))).toBeLessThanOrEqual(100);
  });
});
