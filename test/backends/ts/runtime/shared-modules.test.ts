/** Modules on one memory: what is lent and given, who finds whom, and what ends all of them. */
import { parseWat } from '../../../../src/wasm/wat.js';
import { InvalidValue } from '../../../../templates/ts/runtime/invalid-value.js';
import { SharedModules } from '../../../../templates/ts/runtime/shared-modules.js';
import { liftText, lowerText } from '../../../../templates/ts/runtime/text.js';
import { Trap } from '../../../../templates/ts/runtime/trap.js';

async function moduleOf(text: string): Promise<WebAssembly.Module> {
  const parsed = await parseWat(text);
  if (!('bytes' in parsed)) throw new Error(parsed.problem);
  return new WebAssembly.Module(parsed.bytes);
}

/** A heap that frees nothing, counts, and lets memory grow by what is asked for. Nothing is left above 8 MiB. */
const heapText = `(module
  (memory (export "memory") 1)
  (global $next (mut i32) (i32.const 1024))
  (global $live (mut i32) (i32.const 0))
  (func (export "malloc") (param $size i32) (result i32) (local $at i32)
    (local.set $at (global.get $next))
    (global.set $next (i32.and (i32.add (i32.add (local.get $at) (local.get $size)) (i32.const 15)) (i32.const -16)))
    (if (i32.gt_u (global.get $next) (i32.const 8388608)) (then (return (i32.const 0))))
    (if (i32.gt_u (global.get $next) (i32.shl (memory.size) (i32.const 16)))
      (then (drop (memory.grow (i32.add (i32.const 1) (i32.shr_u (local.get $size) (i32.const 16)))))))
    (global.set $live (i32.add (global.get $live) (i32.const 1)))
    (local.get $at))
  (func (export "free") (param i32) (global.set $live (i32.sub (global.get $live) (i32.const 1))))
  (func (export "live") (result i32) (global.get $live)))`;

/** Calls two functions that it imports, and traps. */
const callerText = `(module
  (import "env" "ours" (func $ours (param i32) (result i32)))
  (import "env" "later" (func $later (param i32) (result i32)))
  (func (export "both") (param i32) (result i32) (call $later (call $ours (local.get 0))))
  (func (export "fingerprint") (result i64) (i64.const -2))
  (func (export "trap") unreachable))`;

const laterText = `(module
  (func (export "later") (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
  (func (export "ours") (param i32) (result i32) (i32.const 0)))`;

type Unary = (value: number) => number;

async function withHeap() {
  const modules = new SharedModules();
  const heap = modules.add(await moduleOf(heapText));
  const live = heap.function('live') as () => number;
  return { modules, memory: modules.memory, live };
}

test('what is lent stays where it is, however much calls within calls lend', async () => {
  const { memory, live } = await withHeap();
  const outer = memory.enter();
  const first = lowerText(memory, 'the first', 'text');
  const long = 'ä'.repeat(100_000);
  for (let round = 0; round < 3; round++) {
    const inner = memory.enter();
    const second = lowerText(memory, long, 'text');
    expect(second % 16).toBe(0);
    expect(liftText(memory, second, memory.length)).toBe(long);
    memory.leave(inner);
    expect(liftText(memory, first, 9)).toBe('the first');
  }
  memory.leave(outer);
  expect(live()).toBeLessThanOrEqual(1);
});

test('the next calls need no more memory', async () => {
  const { memory, live } = await withHeap();
  const call = (): number => {
    const entered = memory.enter();
    const pointer = memory.allocate(40_000, 8);
    expect(memory.allocate(40_000, 8)).toBeGreaterThanOrEqual(pointer + 40_000);
    memory.leave(entered);
    return pointer;
  };
  call();
  const pointer = call();
  expect(call()).toBe(pointer);
  expect(live()).toBe(1);
});

test('room for very much is not kept', async () => {
  const { memory, live } = await withHeap();
  const entered = memory.enter();
  memory.allocate(2 ** 21, 8);
  expect(live()).toBe(1);
  memory.leave(entered);
  expect(live()).toBe(0);
});

test('what is given is memory of its own', async () => {
  const { memory, live } = await withHeap();
  const entered = memory.enter();
  const lent = lowerText(memory, 'given', 'text');
  const given = memory.give(lent, 1);
  memory.leave(entered);
  expect(live()).toBe(2);
  expect(liftText(memory, given, 5)).toBe('given');
  memory.free(given, 5);
  expect(live()).toBe(1);
  memory.free(given, 0);
  expect(live()).toBe(1);
  expect(memory.giveRoom(0, 4)).toBe(4);
});

test('memory that is not there is an error', async () => {
  const { memory } = await withHeap();
  expect(() => memory.giveRoom(2 ** 27, 1)).toThrow('there is no memory for 134217728 bytes');
  expect(() => memory.giveRoom(2 ** 32 + 1, 1)).toThrow(Trap);
});

test('a list without elements may point anywhere, others not', async () => {
  const { memory } = await withHeap();
  expect(memory.list(-1, 0, 8, 8)).toBe(0);
  expect(() => memory.list(3, 1, 8, 8)).toThrow('is not aligned to 8 bytes');
  expect(() => memory.list(65_528, 2, 8, 8)).toThrow('ends behind the memory');
});

test('a module finds JavaScript first, and then modules, also later ones', async () => {
  const modules = new SharedModules();
  const caller = modules.add(await moduleOf(callerText), { ours: (value: number) => 10 * value });
  const both = caller.function('both') as Unary;
  expect(() => both(4)).toThrow('no module defines `later`');
  modules.add(await moduleOf(laterText));
  expect(both(4)).toBe(41);
  const other = modules.add(await moduleOf(callerText));
  expect((other.function('both') as Unary)(5)).toBe(51);
});

test('who has no heap cannot be given anything', async () => {
  const modules = new SharedModules();
  modules.add(await moduleOf(laterText));
  expect(() => modules.memory.giveRoom(4, 4)).toThrow('no module exports `malloc` and `free`');
});

test('a memory for threads is refused', async () => {
  const shared = new WebAssembly.Memory({ initial: 1, maximum: 200, shared: true });
  const refused = 'the memory is shared between threads';
  expect(() => new SharedModules(shared)).toThrow(refused);
  const modules = new SharedModules();
  const module = await moduleOf(heapText.replace('"memory") 1', '"memory") 1 200 shared'));
  expect(() => modules.add(module)).toThrow(refused);
  modules.add(await moduleOf(heapText));
  expect(modules.memory.giveRoom(4, 4)).toBe(1024);
});

test('fingerprints of what JavaScript calls are compared where there are any', async () => {
  const core = new SharedModules().add(await moduleOf(callerText));
  core.checkFingerprint('a:b/c', 'fingerprint', 2n ** 64n - 2n);
  core.checkFingerprint('a:b/c', 'nothing', 1n);
  expect(() => {
    core.checkFingerprint('a:b/c', 'fingerprint', 1n);
  }).toThrow(
    'mean the same by `a:b/c`: one was built for 0000000000000001, the one that provides it for fffffffffffffffe',
  );
});

describe('what a module wants of an interface', () => {
  /** Lines of C++, of Rust, of nobody, and for an interface that no one provides. */
  const wanting = (fingerprint: string): string => `(module
    (@custom "wit-fingerprints" "tells ${fingerprint} a:b/c\\0a")
    (@custom "wit-fingerprints" "nobody tells\\0aother-tells 42 a:b/other\\0a")
    (import "env" "f" (func $f (result i32)))
    (func (export "g") (result i32) (call $f)))`;
  const telling = (fingerprint: string): string => `(module
    (func (export "f") (result i32) (i32.const 7))
    (func (export "tells") (result i64) (i64.const ${fingerprint})))`;
  const defined = (fingerprint: bigint) => ({ f: () => 7, tells: () => fingerprint });
  const disagree =
    'mean the same by `a:b/c`: one was built for 000000000000002a, the one that provides it for 000000000000002b';

  test.each(['0x2a', '42'])('is what JavaScript provides: %s', async (wanted) => {
    const module = await moduleOf(wanting(wanted));
    const modules = new SharedModules();
    expect(() => modules.add(module, defined(43n))).toThrow(disagree);
    const core = modules.add(module, defined(42n));
    expect((core.function('g') as () => number)()).toBe(7);
    // JavaScript tells later modules, too.
    const other = await moduleOf(wanting('43'));
    expect(() => modules.add(other)).toThrow('mean the same by `a:b/c`');
    modules.add(module);
  });

  test('is what a module provides that is there', async () => {
    const [module, other] = [await moduleOf(wanting('42')), await moduleOf(telling('43'))];
    const modules = new SharedModules();
    modules.add(other);
    expect(() => modules.add(module)).toThrow(disagree);
    modules.add(module, defined(42n));
  });

  test('is what a module provides that comes later', async () => {
    const [module, other] = [await moduleOf(wanting('42')), await moduleOf(telling('43'))];
    const modules = new SharedModules();
    const core = modules.add(module);
    expect(() => modules.add(other)).toThrow(disagree);
    expect(core.function('g') as () => number).toThrow('no module defines `f`');
    modules.add(await moduleOf(telling('42')));
    expect((core.function('g') as () => number)()).toBe(7);
    // Nobody is linked with who comes second.
    modules.add(other);
  });

  test('is what it provides itself', async () => {
    const own = (told: string): string =>
      telling(told).replace('(module', '(module (@custom "wit-fingerprints" "tells 42 a:b/c")');
    const modules = new SharedModules();
    modules.add(await moduleOf(telling('43')));
    const [module, other] = [await moduleOf(own('42')), await moduleOf(own('43'))];
    modules.add(module);
    expect(() => modules.add(other)).toThrow(disagree);
  });

  test('is nothing to those that do not tell', async () => {
    const modules = new SharedModules();
    modules.add(await moduleOf(wanting('42')), { f: () => 1 });
  });
});

describe('a module that cannot be linked', () => {
  const provider = `(module (func (export "f") (result i32) (i32.const 1)))`;

  test('is out of sight, so that another may come in its place', async () => {
    const modules = new SharedModules();
    const lost = modules.load(await moduleOf(provider.replace('const 1', 'const 2')));
    expect(() => lost.function('g')).toThrow('the module exports no function `g`');
    modules.add(await moduleOf(provider));
    const asking = `(module (import "env" "f" (func $f (result i32))) (func (export "g") (result i32) (call $f)))`;
    const core = modules.add(await moduleOf(asking));
    expect((core.function('g') as () => number)()).toBe(1);
  });

  test('is out of sight where something that it imports is not there', async () => {
    const modules = new SharedModules();
    const asking = `(module (import "other" "f" (func)) (memory (export "memory") 1)
      (func (export "malloc") (param i32) (result i32) (i32.const 0)) (func (export "free") (param i32)))`;
    const module = await moduleOf(asking);
    expect(() => modules.add(module)).toThrow(TypeError);
    expect(() => modules.memory.giveRoom(4, 4)).toThrow('no module exports `malloc` and `free`');
    modules.add(await moduleOf(heapText));
    expect(modules.memory.giveRoom(4, 4)).toBe(1024);
  });

  test('ends all where it has run', async () => {
    const modules = new SharedModules();
    const module = await moduleOf(`(module (func (export "_initialize") unreachable))`);
    expect(() => modules.add(module)).toThrow(WebAssembly.RuntimeError);
    const other = await moduleOf(provider);
    const again = (): unknown => modules.add(other);
    expect(again).toThrow(Trap);
    expect(again).toThrow('modules of this memory have trapped before');
  });
});

describe('after an error', () => {
  const wrong = new InvalidValue('a string', 1, 'text');
  test.each([
    ['a wrong argument', wrong, undefined, false],
    ['an error of WIT', new Error('told'), 0, false],
    ['a trap', new WebAssembly.RuntimeError('unreachable'), undefined, true],
    ['a wrong answer', new Trap('no such case'), 0, true],
  ])('%s', async (_, error, answer, ends) => {
    const { modules, memory, live } = await withHeap();
    const { state } = modules;
    const given = memory.giveRoom(4, 4);
    expect(state.failed(error, answer)).toBe(error);
    expect(state.isDead).toBe(ends);
    memory.free(given);
    // Who knows in what state the heap is.
    expect(live()).toBe(ends ? 1 : 0);
    if (ends)
      expect(() => {
        state.enter();
      }).toThrow('modules of this memory have trapped before');
    else state.enter();
  });
});

test('a module with a memory of its own is refused', async () => {
  const { modules } = await withHeap();
  const stranger = await moduleOf('(module (memory (export "memory") 1) (func (export "f")))');
  expect(() => modules.add(stranger)).toThrow(
    new WebAssembly.LinkError('the module has a memory of its own: link it with `--import-memory`'),
  );
  const importing = await moduleOf(
    '(module (import "env" "memory" (memory 1)) (export "memory" (memory 0)))',
  );
  modules.add(importing);
});

test('an error that a wrong argument was told by once is one of somebody else’s afterwards', async () => {
  const { modules } = await withHeap();
  const error = new InvalidValue('a number', 'x', 'value');
  expect(modules.state.failed(error)).toBe(error);
  modules.state.enter();
  modules.state.failed(error);
  expect(() => {
    modules.state.enter();
  }).toThrow(Trap);
});
