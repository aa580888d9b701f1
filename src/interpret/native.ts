import { invariant } from '../base/invariant.js';
import type { Linkage, ResourcePlan, WorldPlan } from '../abi/plan.js';
import type { Bits, PointerBytes } from './bits.js';
import { Component, type CoreFunction, type Linker, type User } from './component.js';
import { Heap } from './heap.js';
import { Trap, trapIf } from './trap.js';

/**
 * Components linked by native symbols into one process: one memory, one `malloc`, handles that are the
 * objects. Nobody stands between caller and callee, so a trap ends all of them.
 */
export class Process implements Linker {
  readonly heap: Heap;
  readonly #symbols = new Map<string, CoreFunction>();
  /** The objects that there were, with what ends them: that tells resources apart. */
  readonly #objects = new Map<Bits, CoreFunction>();
  #isDead = false;

  constructor(pointerBytes: PointerBytes) {
    this.heap = new Heap(pointerBytes);
  }

  /** Loads a component: what it defines can be called from then on. */
  load(plan: WorldPlan, user: User): Component {
    const component = new Component(plan, this.heap, this, user);
    for (const { resources, functions } of plan.scopes) {
      for (const func of functions) {
        if (func.role === 'callee') this.#define(func.linkage, (cores) => component.serve(func, cores));
      }
      for (const resource of resources) {
        if (resource.home === 'exported') this.#defineDrop(resource, component);
      }
    }
    return component;
  }

  #defineDrop(resource: ResourcePlan, component: Component): void {
    const drop: CoreFunction = ([pointer = 0n]) => {
      this.checkHandle(resource, pointer);
      component.destroy(pointer);
      return undefined;
    };
    this.#define(resource.drop, drop);
  }

  #define(linkage: Linkage, run: CoreFunction): void {
    invariant(linkage.kind === 'native' && !this.#symbols.has(linkage.symbol), 'each symbol once');
    this.#symbols.set(linkage.symbol, run);
  }

  link(linkage: Linkage): CoreFunction {
    const found = linkage.kind === 'native' ? this.#symbols.get(linkage.symbol) : undefined;
    invariant(found, 'everything that is called to be loaded');
    return found;
  }

  entering<Result>(_component: Component, run: () => Result): Result {
    trapIf(this.#isDead, 'cannot-enter', () => 'the process');
    try {
      return run();
    } catch (error) {
      this.#isDead ||= error instanceof Trap;
      throw error;
    }
  }

  handleFor({ drop }: ResourcePlan, object: Bits): Bits {
    this.#objects.set(object, this.link(drop));
    return object;
  }

  checkHandle({ decl, drop }: ResourcePlan, bits: Bits): void {
    const where = (): string => `${decl.name} at ${String(bits)}`;
    const destructor = this.#objects.get(bits);
    trapIf(destructor === undefined, 'unknown-handle', where);
    trapIf(destructor !== this.link(drop), 'wrong-type-of-handle', where);
    this.heap.checkAllocated(bits, 1);
  }
}
