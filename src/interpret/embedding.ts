/** A component of the canonical ABI, and a host that does nothing but what the plans of its own side say. */
import type { FunctionPlan, Linkage, ResourcePlan, WorldPlan } from '../abi/plan.js';
import { invariant } from '../base/invariant.js';
import type { TypeDecl } from '../resolve/model.js';
import type { Bits, PointerBytes } from './bits.js';
import { Component, type CoreFunction, type HandleCrossing, type Linker, type User } from './component.js';
import type { Handle } from './handle.js';
import { Heap } from './heap.js';
import type { HandleTable } from './host/handle-table.js';
import { Instance } from './host/instance.js';
import type { ResourceType } from './host/resource-type.js';
import { Task } from './host/task.js';

/** The two sides of one world. */
export interface Sides {
  /** The world under the convention of its component. */
  readonly component: WorldPlan;
  /** The same world under the convention of its host. */
  readonly host: WorldPlan;
}

/** What the two sides of a world do when they are called. */
export interface Users {
  readonly component: User;
  readonly host: User;
}

/**
 * Both sides work on the component's heap: what the host gives is allocated there, as if by `realloc`, and freed by the
 * component. Between them is nothing but the table of the component's handles; the host's own are representations.
 */
export class Embedding implements Linker {
  readonly component: Component;
  readonly host: Component;
  readonly #instance: Instance;
  readonly #types = new Map<TypeDecl, ResourceType>();
  /** Whom the host lends to: the component has to drop what it is lent, when is the specification's business. */
  readonly #task = new Task();

  constructor(plans: Sides, users: Users, pointerBytes: PointerBytes) {
    const heap = new Heap(pointerBytes);
    this.component = new Component(plans.component, heap, this, users.component);
    this.host = new Component(plans.host, heap, this, users.host);
    this.#instance = new Instance(
      this.component,
      (resource) => this.#typeOf(resource),
      (_old, _oldSize, align, size) => heap.allocate('malloc', size, align).address,
    );
  }

  /** The table of the component's handles, to look at. */
  get handles(): HandleTable {
    return this.#instance.handles;
  }

  /** What a handle of either side stands for. */
  object(handle: Handle, of: Component): Bits {
    const { resource, ownership } = handle;
    const isObject = of === this.host || (ownership === 'borrow' && resource.home === 'exported');
    return isObject ? handle.bits() : this.#entry(resource, handle.bits()).representation;
  }

  link(linkage: Linkage, from: Component): CoreFunction {
    const found = from === this.host ? this.#ofComponent(linkage) : this.#ofHost(linkage);
    invariant(found, `something called ${nameOf(linkage)}`);
    return found;
  }

  /** What the component exports; or the host itself, for what it answers by a name of its own. */
  #ofComponent(linkage: Linkage): CoreFunction | undefined {
    const { component } = this;
    for (const { functions, resources } of component.plan.scopes) {
      for (const plan of functions) {
        if (isSame(plan.linkage, linkage)) return (cores) => component.serve(plan, cores);
        if (plan.postReturn && isSame(plan.postReturn.linkage, linkage)) return cleaningUp(component, plan);
      }
      const resource = resources.find(({ drop }) => isSame(drop, linkage));
      if (resource) return ending(resource.home === 'exported' ? component : this.host);
    }
    // A component has no post-return where nothing is left to free.
    return linkage.kind === 'wasm-export' ? () => undefined : undefined;
  }

  /** What the component imports: functions of the host, and what its table is used by. */
  #ofHost(linkage: Linkage): CoreFunction | undefined {
    const { component, host, handles } = this;
    for (const { functions } of host.plan.scopes) {
      const plan = functions.find((each) => isSame(each.linkage, linkage));
      if (plan) return (cores) => host.serve(plan, cores);
    }
    for (const resource of component.plan.scopes.flatMap(({ resources }) => resources)) {
      const { table, drop } = resource;
      if (linkage === table?.new) return ([object = 0n]) => this.#add(resource, object, undefined);
      if (linkage === table?.rep) return ([index = 0n]) => this.#entry(resource, index).representation;
      if (linkage !== table?.drop && linkage !== drop) continue;
      const end = ending(resource.home === 'exported' ? component : host);
      return ([index = 0n]) => {
        const { representation, lentTo } = this.#entry(resource, index);
        handles.remove(index);
        return lentTo ? undefined : end([representation]);
      };
    }
    return undefined;
  }

  entering<Result>(_component: Component, run: () => Result): Result {
    return run();
  }

  /** A new object of a side's own, as its user keeps it. */
  handleFor({ table }: ResourcePlan, object: Bits, of: Component): Bits {
    if (of === this.host) return object;
    invariant(table, 'a resource of the component');
    return this.link(table.new, of)([object]) ?? 0n;
  }

  obtain(resource: ResourcePlan, of: Component): Bits {
    return of === this.host
      ? this.component.newObject()
      : this.#add(resource, this.host.newObject(), undefined);
  }

  arrived({ handle, resource }: HandleCrossing, bits: Bits, at: Component): Bits {
    if (at !== this.host) return bits;
    const { representation } = this.#entry(resource, bits);
    if (handle === 'own') this.handles.remove(bits);
    return representation;
  }

  leaving({ handle, resource }: HandleCrossing, bits: Bits, from: Component): Bits {
    if (from !== this.host) return bits;
    if (handle === 'own') return this.#add(resource, bits, undefined);
    return resource.home === 'imported' ? bits : this.#add(resource, bits, this.#task);
  }

  #add(resource: ResourcePlan, representation: Bits, lentTo: Task | undefined): Bits {
    const type = this.#typeOf(resource);
    return this.handles.add({ kind: 'resource', type, representation, lentTo, lends: 0 });
  }

  #entry(resource: ResourcePlan, index: Bits): ReturnType<HandleTable['resource']> {
    return this.handles.resource(index, this.#typeOf(resource));
  }

  /** Both sides are of one world, so of the same declarations. */
  #typeOf({ decl }: ResourcePlan): ResourceType {
    const type = this.#types.get(decl) ?? { name: decl.name, implementedBy: this.#instance };
    this.#types.set(decl, type);
    return type;
  }
}

const nameOf = (linkage: Linkage): string => (linkage.kind === 'native' ? linkage.symbol : linkage.name);

const isSame = (one: Linkage, other: Linkage): boolean =>
  one.kind === other.kind &&
  nameOf(one) === nameOf(other) &&
  (one.kind !== 'wasm-import' || other.kind !== 'wasm-import' || one.module === other.module);

const ending =
  (owner: Component): CoreFunction =>
  ([object = 0n]) => {
    owner.destroy(object);
    return undefined;
  };

const cleaningUp =
  (component: Component, { postReturn }: FunctionPlan): CoreFunction =>
  ([core = 0n]) => {
    if (postReturn) component.cleanUp(postReturn, core);
    return undefined;
  };
