/** Each condition under which a call fails, with the smallest case; the names are those of `traps`. */
import { plainStyles } from '../../src/abi/api-style.js';
import type { Bits } from '../../src/interpret/bits.js';
import type { Component } from '../../src/interpret/component.js';
import { Handle } from '../../src/interpret/handle.js';
import { Heap } from '../../src/interpret/heap.js';
import type { InstanceOptions } from '../../src/interpret/host/host.js';
import { Trap, traps, type TrapKind } from '../../src/interpret/trap.js';
import type { Type } from '../../src/resolve/model.js';
import { far, functionOf, near, type Subject, Trio } from '../support/interpreted.js';
import { enumOf, listOf, primitive, record, text, variant } from '../support/types.js';

const u8 = primitive('u8');
const u32 = primitive('u32');
const own = (resource: typeof near): Type => ({ kind: 'own', resource });
const borrow = (resource: typeof near): Type => ({ kind: 'borrow', resource });
const wide: Type = record(...Array.from({ length: 17 }, () => u32));
const wideValue = Object.fromEntries(Array.from({ length: 17 }, (_, n) => [`f${String(n)}`, n]));

/** Components in which the callee answers with what it is told. */
function trio(
  abi: 'canonical' | 'symmetric',
  subject: Partial<Subject>,
  options: Partial<Record<'caller' | 'callee', InstanceOptions>> = {},
): Trio {
  const { parameters = [], result } = subject;
  return new Trio({ parameters, result }, { abi, pointerBytes: 4, style: plainStyles.std }, options);
}

/** Calls the import with core values that no plan would give, as a component in the wrong would. */
function callCore(components: Trio, ...cores: readonly Bits[]): void {
  const { caller, imported } = components;
  caller.linker.link(imported.linkage, caller)(cores);
}

/** A call of a host's with these core values, for a function with one parameter. */
const raw =
  (type: Type, ...cores: readonly Bits[]) =>
  (): void => {
    callCore(trio('canonical', { parameters: [type] }), ...cores);
  };

/** Bytes in the caller's memory. */
function inMemory({ heap }: Component, ...bytes: readonly number[]): Bits {
  const block = heap.allocate('malloc', bytes.length, 8);
  heap.memory.write(block.address, Uint8Array.from(bytes));
  return block.address;
}

/** A string that is given to a host as these bytes. */
function textOfBytes(...bytes: readonly number[]): void {
  const components = trio('canonical', { parameters: [text] });
  callCore(components, inMemory(components.caller, ...bytes), BigInt(bytes.length));
}

/** A list of bytes given to a callee whose allocator answers so. */
function givenMemory(pointer: (component: Component) => Bits): void {
  const realloc = (component: Component) => () => pointer(component);
  trio('canonical', { parameters: [listOf(u32)] }, { callee: { realloc } }).call([[1]]);
}

const outside = 2n ** 31n;
const tooMany = 2n ** 28n;

const cases: Readonly<Record<TrapKind, Readonly<Record<string, () => void>>>> = {
  'out-of-bounds': {
    'a string': raw(text, outside, 1n),
    'the end of a list': raw(listOf(u32), 65_532n, 2n),
    'an empty list behind the end': raw(listOf(u32), outside, 0n),
    'parameters in memory': raw(wide, outside),
    'the memory of a result': () => {
      const components = trio('canonical', { result: text });
      components.answer = () => 'x';
      callCore(components, outside);
    },
  },
  'unaligned-pointer': {
    'a list': raw(listOf(u32), 1026n, 1n),
    'an empty list': raw(listOf(u32), 1026n, 0n),
    'parameters in memory': raw(wide, 1026n),
    'the memory of a result': () => {
      const components = trio('canonical', { result: text });
      components.answer = () => 'x';
      callCore(components, 1026n);
    },
  },
  'string-too-long': { 'of 2^28 bytes': raw(text, 1024n, tooMany) },
  'list-too-long': {
    'of 2^28 bytes': raw(listOf(u8), 1024n, tooMany),
    'of 2^26 numbers': raw(listOf(u32), 1024n, tooMany / 4n),
    'of so many that 32 bits do not count their bytes': raw(listOf(u32), 1024n, 2n ** 30n),
  },
  'invalid-discriminant': {
    'of an option': raw({ kind: 'option', inner: u8 }, 2n, 0n),
    'of a result': raw({ kind: 'result', ok: undefined, err: undefined }, 2n),
    'of a variant': raw(variant(u8, undefined), 2n, 0n),
    'of an enum': raw(enumOf(3), 3n),
    'with high bits': raw(enumOf(3), 256n),
  },
  'invalid-char': {
    'the first surrogate': raw(primitive('char'), 0xd800n),
    'the last surrogate': raw(primitive('char'), 0xdfffn),
    'behind the last scalar value': raw(primitive('char'), 0x110000n),
    'a negative number': raw(primitive('char'), 0xffffffffn),
  },
  'invalid-utf8': {
    'a byte that never occurs': () => {
      textOfBytes(0xff);
    },
    'a sequence cut off': () => {
      textOfBytes(0xe2, 0x82);
    },
    'a surrogate': () => {
      textOfBytes(0xed, 0xa0, 0x80);
    },
    'more bytes than needed': () => {
      textOfBytes(0xc0, 0x80);
    },
  },
  'unknown-handle': {
    'index 0': raw(own(near), 0n),
    'an index behind the table': raw(borrow(near), 7n),
    'a free index': () => {
      const components = trio('canonical', { parameters: [own(near)] });
      const handle = components.make(components.caller, near);
      const index = handle.bits();
      components.caller.drop(handle);
      callCore(components, index);
    },
    'a stream that is not there': raw({ kind: 'stream', element: u8 }, 1n),
    'a pointer to no object': () => {
      callCore(trio('symmetric', { parameters: [own(near)] }), 4096n);
    },
    null: () => {
      callCore(trio('symmetric', { parameters: [own(near)] }), 0n);
    },
  },
  'wrong-kind-of-handle': {
    'a stream for a resource': () => {
      const components = trio('canonical', { parameters: [own(near)] });
      callCore(components, components.opaque(components.caller, 'stream').bits);
    },
    'a resource for a stream': () => {
      const components = trio('canonical', { parameters: [{ kind: 'stream', element: u8 }] });
      callCore(components, components.make(components.caller, near).bits());
    },
    'a future for a stream': () => {
      const components = trio('canonical', { parameters: [{ kind: 'stream', element: u8 }] });
      callCore(components, components.opaque(components.caller, 'future').bits);
    },
  },
  'wrong-type-of-handle': {
    'in a table': () => {
      const components = trio('canonical', { parameters: [own(near)] });
      callCore(components, components.make(components.caller, far).bits());
    },
    'lent from a table': () => {
      const components = trio('canonical', { parameters: [borrow(near)] });
      callCore(components, components.make(components.caller, far).bits());
    },
    'that is the object': () => {
      const components = trio('symmetric', { parameters: [own(near)] });
      callCore(components, components.make(components.caller, far).bits());
    },
  },
  'handle-not-owned': {
    'what is lent comes back as owned': () => {
      const components = trio('canonical', { parameters: [borrow(far)], result: own(far) });
      components.answer = ({ arguments: [lent] }) =>
        lent instanceof Handle ? new Handle('own', lent.resource, lent.spend()) : undefined;
      components.call([components.make(components.caller, far)]);
    },
  },
  'handle-is-lent': {
    'lent and given in one call': () => {
      const components = trio('canonical', { parameters: [borrow(near), own(near)] });
      const index = components.make(components.caller, near).bits();
      callCore(components, index, index);
    },
    'dropped while it is lent': () => {
      const components = trio('canonical', { parameters: [borrow(near)] });
      const handle = components.make(components.caller, near);
      components.answer = () => {
        components.caller.drop(handle);
        return undefined;
      };
      components.call([handle]);
    },
  },
  'borrow-not-dropped': {
    'a handle that is kept': () => {
      const components = trio('canonical', { parameters: [borrow(far)] });
      components.answer = ({ arguments: [lent] }) => {
        if (lent instanceof Handle) lent.spend();
        return undefined;
      };
      components.call([components.make(components.caller, far)]);
    },
  },
  'table-full': {
    'a handle too many': () => {
      const components = trio('canonical', {}, { caller: { tableCapacity: 1 } });
      components.make(components.caller, near);
      components.make(components.caller, near);
    },
  },
  'unaligned-allocation': {
    'of a list': () => {
      givenMemory(({ heap }) => heap.allocate('malloc', 8, 4).address + 1n);
    },
  },
  'allocation-out-of-bounds': {
    'of a list': () => {
      givenMemory(() => outside);
    },
    'that ends behind the memory': () => {
      givenMemory(({ heap }) => BigInt(heap.memory.size));
    },
  },
  'cannot-enter': {
    'a component that runs': () => {
      const components = trio('canonical', {});
      components.answer = () => components.call([]).value;
      components.call([]);
    },
    'a component that has trapped': () => {
      afterATrap('canonical');
    },
    'a process that has trapped': () => {
      afterATrap('symmetric');
    },
  },
  'cannot-leave': {
    'a call while memory is allocated': () => {
      const realloc = (component: Component) => (): Bits => {
        component.call(functionOf(component, 'thing'), []);
        return 1024n;
      };
      trio('canonical', { parameters: [listOf(u32)] }, { callee: { realloc } }).call([[1]]);
    },
    'a call while a result is cleaned up': () => {
      const components = trio('canonical', { result: text });
      const { callee } = components;
      components.answer = () => 'x';
      callee.heap.free = () => void components.make(callee, far);
      components.call([]);
    },
    'an object made while memory is allocated': () => {
      const realloc = (component: Component) => (): Bits => {
        components.make(component, near);
        return 1024n;
      };
      const components = trio('canonical', { parameters: [listOf(u32)] }, { callee: { realloc } });
      components.call([[1]]);
    },
  },
  'not-allocated': {
    'memory of nobody': () => {
      new Heap(8).load(0n, 'i32');
    },
    'the end of a block': () => {
      const heap = new Heap(8);
      heap.load(heap.allocate('malloc', 4, 4).address, 'i64');
    },
    'a list that goes on behind its memory': () => {
      const components = trio('symmetric', { parameters: [listOf(text)] });
      callCore(components, inMemory(components.caller, 0, 0, 0, 0, 0, 0, 0, 0), 2n);
    },
    'a result to clean up that is none': () => {
      const components = trio('canonical', { result: text });
      const { postReturn } = components.exported;
      if (postReturn) components.callee.cleanUp(postReturn, 0n);
    },
  },
  'freed-memory': {
    'a block that was freed': () => {
      const heap = new Heap(4);
      const { address } = heap.allocate('malloc', 4, 4);
      heap.store(address, 'i32', 1n);
      heap.free(address);
      heap.load(address, 'i32');
    },
    'an object that was dropped': () => {
      const components = trio('symmetric', { parameters: [own(near)] });
      const handle = components.make(components.caller, near);
      const pointer = handle.bits();
      components.caller.drop(handle);
      callCore(components, pointer);
    },
  },
  'uninitialised-memory': {
    'a block that nobody has written to': () => {
      const heap = new Heap(4);
      heap.load(heap.allocate('malloc', 4, 4).address, 'i32');
    },
  },
  'lent-memory': {
    'written to by whom it is lent to': () => {
      const components = trio('symmetric', { parameters: [wide] });
      const { heap } = components.caller;
      components.answer = () => {
        for (const { kind, address } of heap.live) if (kind === 'stack') heap.store(address, 'i8', 1n);
        return undefined;
      };
      components.call([wideValue]);
    },
    'changed behind the back of a user': () => {
      const components = trio('symmetric', { parameters: [text] });
      const { heap } = components.caller;
      components.answer = () => {
        for (const { kind, address } of heap.live) if (kind === 'users') heap.memory.store(address, 'i8', 1n);
        return undefined;
      };
      components.call(['x']);
    },
  },
  'double-free': {
    'a block that was freed': () => {
      const heap = new Heap(8);
      const { address } = heap.allocate('malloc', 4, 4);
      heap.free(address);
      heap.free(address);
    },
  },
  'invalid-free': {
    'memory of nobody': () => {
      new Heap(8).free(8n);
    },
    'the middle of a block': () => {
      const heap = new Heap(8);
      heap.free(heap.allocate('malloc', 8, 8).address + 4n);
    },
    'what is on the stack': () => {
      const heap = new Heap(8);
      heap.free(heap.allocate('stack', 8, 8).address);
    },
  },
  'spent-handle': {
    'given twice': () => {
      const components = trio('symmetric', { parameters: [own(near), own(near)] });
      const handle = components.make(components.caller, near);
      components.call([handle, handle]);
    },
  },
};

function afterATrap(abi: 'canonical' | 'symmetric'): void {
  const components = trio(abi, { parameters: [own(near)] });
  const handle = components.make(components.caller, near);
  components.caller.drop(handle);
  expect(trapOf(() => components.call([handle]))).toBe('spent-handle');
  components.make(components.caller, near);
}

function trapOf(run: () => unknown): TrapKind | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Trap) return error.kind;
    throw error;
  }
}

describe.each(Object.keys(traps) as TrapKind[])('%s', (kind) => {
  test.each(Object.entries(cases[kind]))('%s', (_, run) => {
    expect(trapOf(run)).toBe(kind);
  });
});

test('what is at the limit does not trap', () => {
  const components = trio('canonical', {
    parameters: [primitive('char'), primitive('char'), primitive('char'), enumOf(256), listOf(u8)],
  });
  const got: unknown[] = [];
  components.answer = (call) => void got.push(...call.arguments);
  const end = BigInt(components.caller.heap.memory.size);
  callCore(components, 0xd7ffn, 0xe000n, 0x10ffffn, 255n, end, 0n);
  expect(got).toEqual(['\ud7ff', '\ue000', '\u{10ffff}', 'c255', []]);
});

test('bits above the width of a number, a bool or flags do not count', () => {
  const components = trio('canonical', {
    parameters: [u8, primitive('s8'), primitive('bool'), primitive('u16')],
  });
  const got: unknown[] = [];
  components.answer = (call) => void got.push(...call.arguments);
  callCore(components, 0x1ffn, 0x180n, 0x100n, 0xffff0000n);
  expect(got).toEqual([255, -128, true, 0]);
});
