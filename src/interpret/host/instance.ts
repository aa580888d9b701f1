import type { ResourcePlan } from '../../abi/plan.js';
import { invariant } from '../../base/invariant.js';
import type { TypeDecl } from '../../resolve/model.js';
import type { Bits } from '../bits.js';
import type { Component } from '../component.js';
import { trapIf } from '../trap.js';
import { HandleTable } from './handle-table.js';
import type { ResourceType } from './resource-type.js';

/** What a component offers for memory that others give it: old pointer, old size, alignment, new size, in bytes. */
export type Realloc = (old: Bits, oldSize: number, align: number, newSize: number) => Bits;

/** What the host keeps of a component. CanonicalABI.md "Component Instance State". */
export class Instance {
  readonly handles: HandleTable;
  mayEnter = true;
  mayLeave = true;

  constructor(
    readonly component: Component,
    private readonly resourceType: (resource: ResourcePlan, user: Instance) => ResourceType,
    private readonly realloc: Realloc,
    tableCapacity?: number,
  ) {
    this.handles = new HandleTable(tableCapacity);
  }

  /** The resource that a declaration of the component's world names. */
  typeOf(decl: TypeDecl): ResourceType {
    const resource = this.component.plan.resourceOf.get(decl);
    invariant(resource, `a plan for resource ${decl.name}`);
    return this.resourceType(resource, this);
  }

  /** Memory of the component's for something that is brought to it. */
  allocate(size: number, align: number): Bits {
    const { memory } = this.component.heap;
    const pointer = this.withoutLeaving(() => this.component.running(() => this.realloc(0n, 0, align, size)));
    const where = (): string => `${String(size)} bytes at ${String(pointer)}`;
    trapIf(pointer % BigInt(align) !== 0n, 'unaligned-allocation', where);
    trapIf(pointer + BigInt(size) > BigInt(memory.size), 'allocation-out-of-bounds', where);
    return pointer;
  }

  /** Runs what may not call out. */
  withoutLeaving<Result>(run: () => Result): Result {
    this.mayLeave = false;
    const result = run();
    this.mayLeave = true;
    return result;
  }

  /** Runs something in the component. If it traps, nobody can enter again. */
  entering<Result>(run: () => Result): Result {
    trapIf(!this.mayEnter, 'cannot-enter', () => this.component.plan.world.name);
    this.mayEnter = false;
    const result = run();
    this.mayEnter = true;
    return result;
  }
}
