/** The window on the memory of a process: what is lent, given, fetched and flushed. */
import { NativeMemory, type ProcessMemory } from '../../../../templates/ts/runtime/native-memory.js';
import {
  liftNumbers,
  lowerNumbers,
  s64List,
  u32List,
  u8List,
} from '../../../../templates/ts/runtime/numbers.js';
import { liftText, lowerText } from '../../../../templates/ts/runtime/text.js';

/** A process whose first 64 KiB are the window, and its heap what follows. */
class Pretended implements ProcessMemory {
  readonly live = new Map<number, Uint8Array>();
  #end = 0x2_0000;
  #window = new Uint8Array(0);

  address(buffer: ArrayBuffer): number {
    this.#window = new Uint8Array(buffer);
    return 0x1_0000;
  }

  allocate(size: number): number {
    const pointer = this.#end;
    this.#end += Math.ceil(size / 16) * 16;
    this.live.set(pointer, new Uint8Array(size));
    return pointer;
  }

  free(pointer: number): void {
    expect(this.live.delete(pointer)).toBe(true);
  }

  copy(to: number, from: number, size: number): void {
    this.at(to, size).set(this.at(from, size));
  }

  at(pointer: number, size: number): Uint8Array {
    const offset = pointer - 0x1_0000;
    if (offset < this.#window.length) return this.#window.subarray(offset, offset + size);
    const [start, block] = [...this.live].findLast(([start]) => start <= pointer) ?? [0, new Uint8Array(0)];
    expect(pointer + size).toBeLessThanOrEqual(start + block.length);
    return block.subarray(pointer - start, pointer - start + size);
  }

  string(text: string): [pointer: number, length: number] {
    const bytes = new TextEncoder().encode(text);
    const pointer = this.allocate(bytes.length);
    this.at(pointer, bytes.length).set(bytes);
    return [pointer, bytes.length];
  }
}

function fresh(): { process: Pretended; memory: NativeMemory } {
  const process = new Pretended();
  return { process, memory: new NativeMemory(process, [2 ** 16]) };
}

const texts = ['', 'x', 'sixteen letters!', 'ä€😀'.repeat(40)];

test('text takes no more room than it has bytes, whatever was thought of it first', () => {
  const { memory } = fresh();
  const entered = memory.enter();
  const text = 'ä'.repeat(15_000);
  const place = lowerText(memory, text, 'text');
  expect(memory.length).toBe(30_000);
  expect(memory.enter()).toBe(entered + 30_000);
  expect(liftText(memory, memory.lend(place), memory.length)).toBe(text);
});

test.each(texts)('text is lent where it was made: %j', (text) => {
  const { process, memory } = fresh();
  const pointer = memory.lend(lowerText(memory, text, 'text'));
  expect(pointer).not.toBe(0);
  expect(new TextDecoder().decode(process.at(pointer, memory.length))).toBe(text);
  expect(process.live.size).toBe(0);
});

test.each(texts)('text is given away in memory to be freed: %j', (text) => {
  const { process, memory } = fresh();
  const pointer = memory.give(lowerText(memory, text, 'text'), 1);
  expect(pointer).not.toBe(0);
  expect(process.live.size).toBe(text === '' ? 0 : 1);
  if (text !== '') expect(new TextDecoder().decode(process.at(pointer, memory.length))).toBe(text);
});

test.each(texts)('text is read: %j', (text) => {
  const { process, memory } = fresh();
  expect(liftText(memory, ...process.string(text))).toBe(text);
});

test('numbers are read and lent, aligned', () => {
  const { process, memory } = fresh();
  memory.reallocate(0, 0, 1, 3);
  const numbers = BigInt64Array.of(1n, -2n, 3n);
  const pointer = memory.lend(lowerNumbers(memory, s64List, numbers, 'numbers'));
  expect(pointer % 8).toBe(0);
  const given = process.allocate(24);
  process.copy(given, pointer, 24);
  memory.reallocate(0, 0, 1, 3);
  expect(liftNumbers(memory, s64List, given, 3)).toEqual(numbers);
});

test('nothing of a list without elements is looked at', () => {
  const { memory } = fresh();
  expect(liftText(memory, 0, 0)).toBe('');
  expect(liftNumbers(memory, u32List, 0, 0)).toEqual(new Uint32Array(0));
});

test('what comes back to where it was lent from is not copied', () => {
  const { memory } = fresh();
  const place = memory.reallocate(0, 0, 8, 16);
  expect(memory.area(memory.lend(place), 16, 8)).toBe(place);
});

test('what begins where something was lent, and ends behind all that was, is refused', () => {
  const { memory } = fresh();
  const entered = memory.enter();
  const pointer = memory.lend(memory.reallocate(0, 0, 8, 16));
  expect(() => memory.area(pointer, 17, 1)).toThrow('17 bytes end behind what was lent');
  expect(() => memory.list(pointer + 8, 2, 8, 8)).toThrow('16 bytes end behind what was lent');
  expect(() => memory.area(pointer + 16, 1, 1)).toThrow('1 bytes end behind what was lent');
  memory.leave(entered);
  expect(() => memory.area(pointer, 16, 8)).toThrow('16 bytes end behind what was lent');
});

test('a pointer or handle of which bits would be lost is refused', () => {
  const { memory } = fresh();
  expect(memory.exact(2n ** 53n - 1n)).toBe(2 ** 53 - 1);
  expect(memory.exact(2 ** 47)).toBe(2 ** 47);
  for (const pointer of [2n ** 53n, 2n ** 53n + 1n, 2n ** 64n - 1n, 2 ** 53]) {
    expect(() => memory.exact(pointer)).toThrow(
      new RangeError(
        `0x${pointer.toString(16)} is more than pointers, lengths and handles have here: 53 bits`,
      ),
    );
  }
});

test('calls within calls take room behind each other, and give it back', () => {
  const { memory } = fresh();
  const outer = memory.enter();
  const first = memory.reallocate(0, 0, 8, 100);
  const inner = memory.enter();
  expect(memory.reallocate(0, 0, 8, 100)).toBeGreaterThanOrEqual(first + 100);
  memory.leave(inner);
  expect(memory.enter()).toBe(first + 100);
  memory.leave(outer);
  expect(memory.reallocate(0, 0, 8, 100)).toBe(first);
});

test('more than there is room for is refused, and the window is as it was', () => {
  const { memory } = fresh();
  const entered = memory.enter();
  expect(() => memory.reallocate(0, 0, 1, 2 ** 16)).toThrow('65536 bytes of arguments and results');
  expect(memory.enter()).toBe(entered);
});

test.each([
  ['text', (memory: NativeMemory) => lowerText(memory, 'a'.repeat(2 ** 28), 'text')],
  ['numbers', (memory: NativeMemory) => lowerNumbers(memory, u32List, new Uint32Array(2 ** 26), 'list')],
])('%s may be longer than in a component, as far as the window has room', (_, lower) => {
  expect(() => lower(fresh().memory)).toThrow(
    new RangeError('a call has more than 65536 bytes of arguments and results'),
  );
});

test.each([
  ['text', liftText],
  ['numbers', (memory: NativeMemory, at: number, count: number) => liftNumbers(memory, u8List, at, count)],
])('nothing is cut off the length of %s', (_, lift) => {
  const { process, memory } = fresh();
  const [pointer] = process.string('x');
  expect(() => lift(memory, pointer, 2 ** 32 + 1)).toThrow('65536 bytes of arguments and results');
});

test('a window is as large as the system allows', () => {
  const { view } = new NativeMemory(new Pretended(), [2 ** 60, 2 ** 16]);
  expect(view.byteLength).toBe(2 ** 16);
});
