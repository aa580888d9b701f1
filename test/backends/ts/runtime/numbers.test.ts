/** Lists of numbers: typed arrays of the right kind, or arrays whose elements are looked at. */
import fc from 'fast-check';
import {
  f64List,
  liftNumbers,
  lowerNumbers,
  u32List,
  u8List,
} from '../../../../templates/ts/runtime/numbers.js';
import { memoryWithAllocator } from './memory.js';

test('typed arrays and arrays of numbers cross alike', () => {
  fc.assert(
    fc.property(fc.float64Array({ maxLength: 20 }), (values) => {
      for (const given of [values, [...values]]) {
        const { memory } = memoryWithAllocator();
        const pointer = lowerNumbers(memory, f64List, given, 'xs');
        expect(memory.length).toBe(values.length);
        expect(liftNumbers(memory, f64List, pointer, values.length)).toEqual(values);
      }
    }),
  );
});

test('a part of an array is that part', () => {
  const { memory } = memoryWithAllocator();
  const part = Uint32Array.of(1, 2, 3, 4).subarray(1, 3);
  const pointer = lowerNumbers(memory, u32List, part, 'xs');
  expect([...liftNumbers(memory, u32List, pointer, memory.length)]).toEqual([2, 3]);
});

test('the count of an array is its own, whatever its elements lower meanwhile', () => {
  const { memory } = memoryWithAllocator();
  const given = Object.defineProperty([1, 2], 1, {
    get: () => lowerNumbers(memory, u8List, [1, 2, 3, 4, 5], 'others'),
  });
  lowerNumbers(memory, u32List, given, 'xs');
  expect(memory.length).toBe(2);
});

test('numbers are there though a getter of theirs has made memory grow', () => {
  const { memory } = memoryWithAllocator();
  const given = Object.defineProperty([1, 2, 3], 1, {
    get: () => lowerNumbers(memory, u8List, new Uint8Array(100_000), 'others') && 2,
  });
  const pointer = lowerNumbers(memory, u32List, given, 'xs');
  expect([...liftNumbers(memory, u32List, pointer, memory.length)]).toEqual([1, 2, 3]);
});

test.each([8, -1, NaN, 0])(
  'a typed array is as long as it is, whatever its own length says: %p',
  (length) => {
    const { memory } = memoryWithAllocator();
    const given = Object.defineProperty(Uint32Array.of(1, 2), 'length', { value: length });
    const pointer = lowerNumbers(memory, u32List, given, 'xs');
    expect([...liftNumbers(memory, u32List, pointer, memory.length)]).toEqual([1, 2]);
  },
);

test('an array that says it is longer than lists are is refused', () => {
  const { memory } = memoryWithAllocator();
  const given = new Proxy([1, 2], { get: (array, key) => (key === 'length' ? -1 : array[Number(key)]) });
  expect(() => lowerNumbers(memory, u32List, given, 'xs')).toThrow('xs must be at most 268435455 bytes long');
});

test('what is lifted is a copy', () => {
  const { memory } = memoryWithAllocator();
  const lifted = liftNumbers(memory, u8List, 16, 2);
  memory.bytes[16] = 9;
  expect([...lifted]).toEqual([0, 0]);
});

test('a Buffer is an array of bytes', () => {
  const { memory } = memoryWithAllocator();
  const pointer = lowerNumbers(memory, u8List, Buffer.from('hi'), 'xs');
  expect([...memory.bytes.subarray(pointer, pointer + 2)]).toEqual([104, 105]);
});

test.each<[string, unknown]>([
  ['of another kind', Uint8Array.of(1, 2)],
  ['of floats', Float32Array.of(1)],
  ['that pretends', { [Symbol.toStringTag]: 'Uint32Array', length: 2 }],
  ['that is a string', 'ab'],
  ['that is a view of bytes', new DataView(new ArrayBuffer(8))],
  ['that is missing', undefined],
])('an array %s is refused, and nothing is read of it', (_, wrong) => {
  const { memory, allocator } = memoryWithAllocator();
  expect(() => lowerNumbers(memory, u32List, wrong as number[], 'xs')).toThrow(
    /^xs must be a Uint32Array or an array, not /,
  );
  expect(allocator.calls).toEqual([]);
});

test('an element that does not fit is named', () => {
  const { memory } = memoryWithAllocator();
  expect(() => lowerNumbers(memory, u8List, [1, 2, 256], 'image.pixels')).toThrow(
    new TypeError('image.pixels[2] must be an integer from 0 to 255, not 256'),
  );
  const sparse: number[] = [];
  sparse[1] = 7;
  expect(() => lowerNumbers(memory, u8List, sparse, 'xs')).toThrow('xs[0] must be');
});

test.each([
  [2, 1, 'is not aligned'],
  [65_536, 1, 'ends behind the memory'],
  [0, 0x4000_0000, 'too long'],
])('numbers at %i, %i of them, trap', (pointer, length, reason) => {
  const { memory } = memoryWithAllocator();
  expect(() => liftNumbers(memory, u32List, pointer, length)).toThrow(reason);
});
