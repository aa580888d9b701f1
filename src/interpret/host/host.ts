import { maxFlatParameters, maxFlatResults } from '../../abi/flatten.js';
import type { FunctionPlan, Linkage, ResourcePlan, WorldPlan, Opaque as OpaqueType } from '../../abi/plan.js';
import { worldModule } from '../../abi/symbols.js';
import { invariant } from '../../base/invariant.js';
import type { Type } from '../../resolve/model.js';
import type { Bits, PointerBytes } from '../bits.js';
import { Component, type CoreFunction, type HandleCrossing, type Linker, type User } from '../component.js';
import { Opaque } from '../handle.js';
import { Heap } from '../heap.js';
import { ProviderLists, type Providers } from '../providers.js';
import { trapIf } from '../trap.js';
import type { HandleTable } from './handle-table.js';
import { Instance, type Realloc } from './instance.js';
import { liftValues } from './lift.js';
import { lowerValues } from './lower.js';
import type { ResourceType } from './resource-type.js';
import { Side } from './side.js';
import { Task } from './task.js';

/** Who answers a component's imports, and what may be different from a well-behaved one. */
export interface InstanceOptions extends Providers {
  readonly realloc?: (component: Component) => Realloc;
  readonly tableCapacity?: number;
}

/** An exported function and where it runs. */
interface Export {
  readonly instance: Instance;
  readonly plan: FunctionPlan;
}

/** What a component has for others. */
interface Exports {
  readonly functions: Map<string, Export>;
  readonly resources: Map<string, ResourceType>;
}

/**
 * A host of components with a memory each. It follows the specification and no plan: what it lifts from one
 * component and lowers to another shows whether the plans of both agree with it.
 */
export class Host implements Linker {
  readonly #instances = new Map<Component, Instance>();
  readonly #exports = new Map<Component, Exports>();
  readonly #providers = new ProviderLists();

  constructor(private readonly pointerBytes: PointerBytes) {}

  /** Makes a component: what it exports can be called from then on. */
  load(plan: WorldPlan, user: User, options: InstanceOptions = {}): Component {
    const heap = new Heap(this.pointerBytes);
    const component = new Component(plan, heap, this, user);
    const realloc = options.realloc?.(component) ?? wellBehaved(heap);
    const typeOf = (resource: ResourcePlan, by: Instance): ResourceType => this.#typeOf(resource, by);
    const instance = new Instance(component, typeOf, realloc, options.tableCapacity);
    this.#instances.set(component, instance);
    this.#providers.add(component, options);
    const exports: Exports = { functions: new Map(), resources: new Map() };
    this.#exports.set(component, exports);
    for (const { functions, resources } of plan.scopes) {
      for (const func of functions) {
        if (func.role === 'callee') exports.functions.set(exportName(func.linkage), { instance, plan: func });
      }
      for (const resource of resources) {
        if (resource.home === 'exported') {
          exports.resources.set(resourceName(resource), {
            name: resource.decl.name,
            implementedBy: instance,
          });
        }
      }
    }
    return component;
  }

  /** The table of a component's handles, to look at. */
  handles(component: Component): HandleTable {
    return this.#instance(component).handles;
  }

  /** A stream, future or error context that the component has from somewhere else. */
  opaque(component: Component, kind: OpaqueType['kind'], identity: object): Opaque {
    return new Opaque(kind, this.handles(component).add({ kind, identity }));
  }

  entering<Result>(component: Component, run: () => Result): Result {
    return this.#instance(component).entering(run);
  }

  /** Whatever arrives at a component, the host has looked at. */
  arrived(_crossing: HandleCrossing, bits: Bits): Bits {
    return bits;
  }

  leaving(_crossing: HandleCrossing, bits: Bits): Bits {
    return bits;
  }

  handleFor({ table }: ResourcePlan, object: Bits, component: Component): Bits {
    invariant(table, 'a resource of the component');
    return this.link(table.new, component)([object]) ?? 0n;
  }

  obtain(resource: ResourcePlan, component: Component): Bits {
    const type = this.#typeOf(resource, this.#instance(component));
    const representation = type.implementedBy.component.newObject();
    const entry = { kind: 'resource', type, representation, lentTo: undefined, lends: 0 } as const;
    return this.handles(component).add(entry);
  }

  link(linkage: Linkage, from: Component): CoreFunction {
    const caller = this.#instance(from);
    for (const { functions, resources } of from.plan.scopes) {
      for (const resource of resources) {
        const intrinsic = this.#intrinsic(resource, linkage, caller);
        if (intrinsic) return intrinsic;
      }
      const plan = functions.find((each) => each.role === 'caller' && each.linkage === linkage);
      if (plan) return (cores) => this.#call(plan, caller, cores);
    }
    throw new Error('not a function that the component imports');
  }

  /** `canon resource.new`, `resource.rep` and `resource.drop`. */
  #intrinsic(resource: ResourcePlan, linkage: Linkage, caller: Instance): CoreFunction | undefined {
    const { table, drop } = resource;
    const { handles } = caller;
    switch (linkage) {
      case table?.new:
        return ([representation = 0n]) => {
          checkLeaving(caller);
          const type = this.#typeOf(resource, caller);
          return handles.add({ kind: 'resource', type, representation, lentTo: undefined, lends: 0 });
        };
      case table?.rep:
        return ([index = 0n]) => handles.resource(index, this.#typeOf(resource, caller)).representation;
      case table?.drop:
      case resource.home === 'imported' ? drop : undefined:
        return ([index = 0n]) => {
          this.#drop(index, this.#typeOf(resource, caller), caller);
          return undefined;
        };
      default:
        return undefined;
    }
  }

  #drop(index: Bits, type: ResourceType, caller: Instance): void {
    checkLeaving(caller);
    const entry = caller.handles.resource(index, type);
    trapIf(entry.lends !== 0, 'handle-is-lent', () => `handle ${String(index)}`);
    caller.handles.remove(index);
    if (entry.lentTo) {
      entry.lentTo.borrows--;
      return;
    }
    const { implementedBy } = type;
    const destroy = (): void => {
      implementedBy.component.destroy(entry.representation);
    };
    // A component that drops a handle to an object of its own does not enter itself.
    if (implementedBy === caller) destroy();
    else implementedBy.entering(destroy);
  }

  /** `canon lower` of the caller's import around `canon lift` of the callee's export. */
  #call(imported: FunctionPlan, caller: Instance, cores: readonly Bits[]): Bits | undefined {
    const { instance: callee, plan: exported } = this.#exportFor(imported.linkage, caller);
    checkLeaving(caller);
    return callee.entering(() => {
      const task = new Task();
      const [near, far] = [new Side(caller, task), new Side(callee, task)];
      const taken = cores.values();
      const values = liftValues(parameterTypes(imported), maxFlatParameters, taken, near);
      const answer = callee.component.serve(
        exported,
        lowerValues(parameterTypes(exported), values, maxFlatParameters, far),
      );
      const answered = answer === undefined ? [] : [answer];
      const results = liftValues(resultTypes(exported), maxFlatResults, answered.values(), far);
      trapIf(task.borrows > 0, 'borrow-not-dropped', () => exported.func.name);
      const area = taken.next().value;
      const [result] = lowerValues(resultTypes(imported), results, maxFlatResults, near, area);
      const { postReturn } = exported;
      if (postReturn && answer !== undefined) {
        callee.withoutLeaving(() => {
          callee.component.cleanUp(postReturn, answer);
        });
      }
      task.deliver();
      return result;
    });
  }

  #instance(component: Component): Instance {
    const instance = this.#instances.get(component);
    invariant(instance, 'a component of this host');
    return instance;
  }

  /** World-level exports have no module. */
  #exportFor(linkage: Linkage, { component }: Instance): Export {
    invariant(linkage.kind === 'wasm-import', 'an import');
    const { module, name } = linkage;
    const providers = this.#exportsFor(component);
    const named = (key: string): Export | undefined =>
      providers.find(({ functions }) => functions.has(key))?.functions.get(key);
    const found = (module === worldModule ? named(name) : undefined) ?? named(`${module}#${name}`);
    invariant(found, `an export ${name}`);
    return found;
  }

  /** An imported resource is the one that another component exports under that name. */
  #typeOf(resource: ResourcePlan, { component }: Instance): ResourceType {
    const name = resourceName(resource);
    const owners = resource.home === 'exported' ? [this.#exportsOf(component)] : this.#exportsFor(component);
    const type = owners.find(({ resources }) => resources.has(name))?.resources.get(name);
    invariant(type, `a component that exports ${resource.decl.name}`);
    return type;
  }

  #exportsFor(component: Component): readonly Exports[] {
    return this.#providers.of(component).map((provider) => this.#exportsOf(provider));
  }

  #exportsOf(component: Component): Exports {
    const exports = this.#exports.get(component);
    invariant(exports, 'a component of this host');
    return exports;
  }
}

const wellBehaved =
  (heap: Heap): Realloc =>
  (_old, _oldSize, align, size) =>
    size === 0 ? BigInt(align) : heap.allocate('malloc', size, align).address;

function checkLeaving(caller: Instance): void {
  trapIf(!caller.mayLeave, 'cannot-leave', () => caller.component.plan.world.name);
}

function exportName(linkage: Linkage): string {
  invariant(linkage.kind === 'wasm-export', 'an export');
  return linkage.name;
}

/** Where a resource comes from, and its name there: the same for who uses and who implements it. */
function resourceName({ drop, table }: ResourcePlan): string {
  const linkage = table?.drop ?? drop;
  invariant(linkage.kind === 'wasm-import', 'a function to import');
  return `${linkage.module.replace(/^\[export\]/, '')} ${linkage.name}`;
}

function parameterTypes({ self, parameters }: FunctionPlan): readonly Type[] {
  return [...(self ? [self.type] : []), ...parameters.map(({ local }) => local.type)];
}

const resultTypes = ({ result }: FunctionPlan): readonly Type[] => (result ? [result] : []);
