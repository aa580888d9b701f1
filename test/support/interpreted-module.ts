/**
 * What glue knows as WebAssembly, over a component that is carried out by its plan: instances whose exports are core functions
 * of numbers, and whose memory is the interpreter's.
 */
import type { CoreLocal, CoreType, FunctionPlan, Linkage, WorldPlan } from '../../src/abi/plan.js';
import { invariant } from '../../src/base/invariant.js';
import { bitsToFloat, floatToBits, signed, truncated, type Bits } from '../../src/interpret/bits.js';
import { Component, type Linker, type User } from '../../src/interpret/component.js';
import { Heap } from '../../src/interpret/heap.js';

/** A core value as JavaScript has it. */
type Core = number | bigint;
type CoreFunction = (...cores: readonly Core[]) => Core | undefined;
type Functions = Readonly<Record<string, CoreFunction>>;

/** What stands for `WebAssembly` where glue is evaluated. Its modules are worlds with somebody who answers their calls. */
export interface Engine {
  readonly Memory: new (heap: Heap) => { readonly buffer: ArrayBuffer };
  readonly Instance: new (module: Module, imports: Readonly<Record<string, Functions>>) => Instance;
  readonly RuntimeError: new (message: string) => Error;
  readonly LinkError: new (message: string) => Error;
}

export interface Module {
  readonly plan: WorldPlan;
  readonly user: User;
  /** The component, once there is one. */
  component?: Component;
}

interface Instance {
  readonly exports: Readonly<Record<string, unknown>>;
}

class Memory {
  constructor(private readonly heap: Heap) {}

  get buffer(): ArrayBuffer {
    return this.heap.memory.buffer;
  }
}

export const engine: Engine = {
  Memory,
  Instance: class {
    readonly exports: Readonly<Record<string, unknown>>;

    constructor(module: Module, imports: Readonly<Record<string, Functions>>) {
      const component = componentOf(module, imports);
      module.component = component;
      this.exports = { memory: new Memory(component.heap), ...exportsOf(component) };
    }
  },
  RuntimeError: class extends Error {},
  LinkError: class extends Error {},
};

function componentOf({ plan, user }: Module, imports: Readonly<Record<string, Functions>>): Component {
  const heap = new Heap(4);
  const notHere = (): never => {
    throw new Error('no handles here');
  };
  const linker: Linker = {
    link: (linkage) => {
      const call = importOf(imports, linkage);
      const { core } = functionOf(plan, linkage);
      return (cores) => {
        markWritten(heap);
        const answer = call(...cores.map((bits, index) => toCore(bits, core.parameters[index])));
        return core.result === undefined ? undefined : toBits(answer ?? 0, core.result);
      };
    },
    entering: (_, run) => run(),
    handleFor: notHere,
    obtain: notHere,
    arrived: notHere,
    leaving: notHere,
  };
  return new Component(plan, heap, linker, user);
}

function importOf(imports: Readonly<Record<string, Functions>>, linkage: Linkage): CoreFunction {
  invariant(linkage.kind === 'wasm-import', 'an import');
  const found = imports[linkage.module]?.[linkage.name];
  invariant(found, `an import ${linkage.name}`);
  return found;
}

function functionOf({ scopes }: WorldPlan, linkage: Linkage): FunctionPlan {
  const found = scopes.flatMap(({ functions }) => functions).find((each) => each.linkage === linkage);
  invariant(found, 'a function of the world');
  return found;
}

/** What a host writes to, it writes behind the back of the interpreter. */
function markWritten({ live, memory }: Heap): void {
  for (const { kind, address, size } of live) {
    if (kind === 'stack') memory.write(address, memory.read(address, size));
  }
}

function exportsOf(component: Component): Functions {
  const { plan, heap } = component;
  const exports: Record<string, CoreFunction> = {
    cabi_realloc: (old = 0, oldSize = 0, align = 1, size = 0) => {
      const block = heap.allocate('malloc', Number(size), Number(align));
      const kept = heap.memory.read(BigInt(old), Math.min(Number(oldSize), Number(size)));
      heap.memory.write(block.address, heap.memory.read(block.address, Number(size)));
      heap.memory.write(block.address, kept);
      if (Number(oldSize) > 0) heap.free(BigInt(old));
      return Number(block.address);
    },
  };
  for (const { functions } of plan.scopes) {
    for (const each of functions) {
      if (each.linkage.kind !== 'wasm-export') continue;
      const { parameters, result } = each.core;
      exports[each.linkage.name] = (...cores) => {
        const bits = parameters.map(({ type }, index) => toBits(cores[index] ?? 0, type));
        const answer = component.serve(each, bits);
        return answer === undefined || result === undefined ? undefined : toCore(answer, { type: result });
      };
      const { postReturn } = each;
      if (postReturn?.linkage.kind !== 'wasm-export') continue;
      exports[postReturn.linkage.name] = (core = 0) => {
        component.cleanUp(postReturn, toBits(core, 'pointer'));
        return undefined;
      };
    }
  }
  return exports;
}

/** Bits as what crosses: integers of 32 bits with a sign, those of 64 as bigint. */
function toCore(bits: Bits, local: Pick<CoreLocal, 'type'> | undefined): Core {
  switch (local?.type) {
    case 'f32':
      return bitsToFloat(bits, 4);
    case 'f64':
      return bitsToFloat(bits, 8);
    case 'i64':
    case 'pointer-or-i64':
      return signed(bits, 8);
    default:
      return Number(signed(bits, 4));
  }
}

/** As the engine does when JavaScript calls WebAssembly. */
function toBits(core: Core, type: CoreType): Bits {
  switch (type) {
    case 'f32':
      return floatToBits(Number(core), 4);
    case 'f64':
      return floatToBits(Number(core), 8);
    case 'i64':
    case 'pointer-or-i64':
      invariant(typeof core === 'bigint', 'a bigint');
      return truncated(core, 8);
    default:
      invariant(typeof core === 'number', 'a number');
      return truncated(BigInt(core), 4);
  }
}
