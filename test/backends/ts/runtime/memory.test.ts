/** Pointers that a component answers with are aligned and in memory, or the component has trapped. */
import { Trap } from '../../../../templates/ts/runtime/trap.js';
import { Memory } from '../../../../templates/ts/runtime/memory.js';
import { memoryWithAllocator } from './memory.js';

test('memory that grows while it is asked for is looked at anew', () => {
  const { memory } = memoryWithAllocator();
  const before = memory.bytes;
  const pointer = memory.allocate(100_000, 8);
  expect(memory.bytes).not.toBe(before);
  expect(memory.bytes.length).toBeGreaterThanOrEqual(pointer + 100_000);
  expect(memory.view.buffer).toBe(memory.bytes.buffer);
});

test('nobody is asked for nothing, and the pointer is aligned and not null', () => {
  const { memory, allocator } = memoryWithAllocator();
  expect(memory.allocate(0, 8)).toBe(8);
  expect(allocator.calls).toEqual([]);
});

test.each([
  ['is not aligned', (pointer: number) => pointer + 1],
  ['ends behind the memory', () => 65_536 - 8],
  ['ends behind the memory', () => 0xffff_fff8],
])('an allocation that %s traps', (reason, lie) => {
  const { memory, allocator } = memoryWithAllocator();
  allocator.lie = lie;
  expect(() => memory.allocate(16, 8)).toThrow(Trap);
  expect(() => memory.allocate(16, 8)).toThrow(reason);
});

test('a pointer above 2^31 is no negative number', () => {
  const memory = new Memory();
  expect(() => memory.area(-8, 8, 8)).toThrow('area of 8 bytes at 4294967288 ends behind the memory');
});

test.each([
  [65_536, 0],
  [65_528, 1],
  [0, 8192],
])('a list at %i of %i times 8 bytes is in a page', (pointer, count) => {
  expect(memoryWithAllocator().memory.list(pointer, count, 8, 8)).toBe(pointer);
});

test.each([
  [65_536, 1, 'ends behind the memory'],
  [65_528, 2, 'ends behind the memory'],
  [0, 0x2000_0000, 'a list of 4294967296 bytes is too long'],
  [0, -1, 'is too long'],
  [4, 1, 'is not aligned to 8 bytes'],
  [4, 0, 'is not aligned to 8 bytes'],
])('a list at %i of %i times 8 bytes traps', (pointer, count, reason) => {
  const { memory } = memoryWithAllocator();
  expect(() => memory.list(pointer, count, 8, 8)).toThrow(reason);
  expect(() => memory.list(pointer, count, 8, 8)).toThrow(WebAssembly.RuntimeError);
});

test("a list of the caller's that is too long for the component is the caller's error, and not allocated", () => {
  const { memory, allocator } = memoryWithAllocator();
  expect(() => memory.allocateList(2 ** 26, 4, 4, 'points')).toThrow(
    new TypeError('points must be at most 268435455 bytes long, not longer'),
  );
  expect(allocator.calls).toEqual([]);
});

test('a module that cannot be asked for memory is not given any', () => {
  expect(() => new Memory().allocate(1, 1)).toThrow(Trap);
});

test('what takes no memory is counted as if it did', () => {
  const { memory } = memoryWithAllocator();
  expect(memory.list(1, 5, 0, 1)).toBe(1);
  expect(() => memory.list(1, 0xffffffff, 0, 1)).toThrow(Trap);
});
