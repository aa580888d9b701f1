import { sizeInBytes } from '../abi/layout.js';
import type {
  FunctionPlan,
  Layout,
  Linkage,
  OpOf,
  PostReturnPlan,
  ResourcePlan,
  WorldPlan,
} from '../abi/plan.js';
import { Activation, type Holdings } from './activation.js';
import type { Bits } from './bits.js';
import { Frame, runBody } from './frame.js';
import { Handle } from './handle.js';
import type { Block, Heap } from './heap.js';
import type { Value } from './values.js';

/** A function of core values. */
export type CoreFunction = (cores: readonly Bits[]) => Bits | undefined;

/** As what a handle crosses. */
export type HandleCrossing = Pick<OpOf<'core-to-handle'>, 'handle' | 'resource'>;

/** What joins components: a process, or a host that stands between them. */
export interface Linker {
  /** The function that a component calls under a name. */
  link(linkage: Linkage, from: Component): CoreFunction;
  /** Runs what a component does. A trap ends the component. */
  entering<Result>(component: Component, run: () => Result): Result;
  /** The handle that owns a new object of the component's. */
  handleFor(resource: ResourcePlan, object: Bits, component: Component): Bits;
  /** A handle to a new object of a resource that another component implements, as a call could bring it. */
  obtain(resource: ResourcePlan, component: Component): Bits;
  /** What a component keeps of a handle that arrived. Traps if it is none of the resource, where nothing in between has checked it. */
  arrived(crossing: HandleCrossing, bits: Bits, component: Component): Bits;
  /** What crosses of what a component keeps of a handle. */
  leaving(crossing: HandleCrossing, bits: Bits, component: Component): Bits;
}

/** A call of one of the user's functions, in the callee. */
export interface UserCall {
  readonly plan: FunctionPlan;
  readonly component: Component;
  readonly self: Value | undefined;
  readonly arguments: readonly Value[];
}

/** The user's functions. What they answer is the result; a handle that they keep must be `spend`ed. */
export type User = (call: UserCall) => Value | undefined;

/** What a call answers. */
export interface Outcome {
  readonly value: Value | undefined;
  /** What the value holds on to. */
  readonly holdings: Holdings;
  /** Ends the value: frees its memory and drops the handles in it that were not given away. */
  release(): void;
}

/** One instance of a world: what a generated program is when it runs. */
export class Component {
  /** How many calls go on here. */
  #calls = 0;
  readonly #static = new Map<OpOf<'area'>, Block>();

  constructor(
    readonly plan: WorldPlan,
    readonly heap: Heap,
    readonly linker: Linker,
    readonly user: User,
  ) {}

  /** Calls an imported function as the user's program does; from inside of an exported one, too. */
  call(plan: FunctionPlan, values: readonly Value[], self?: Value): Outcome {
    const run = (): Outcome => this.#call(plan, values, self);
    return this.#calls > 0 ? run() : this.linker.entering(this, () => this.running(run));
  }

  #call(plan: FunctionPlan, values: readonly Value[], self: Value | undefined): Outcome {
    const activation = new Activation(this.heap, plan);
    const given = plan.parameters.map(({ local }, index): [object, Value] => [local, values[index] ?? []]);
    if (plan.self) given.push([plan.self, self ?? []]);
    const frame = runBody(plan.body, this, activation, { values: given });
    if (plan.release) {
      const answered = plan.release.arguments.map((core) => frame.bits(core));
      this.linker.link(plan.release.linkage, this)(answered);
    }
    const holdings = activation.finish(plan.usesScratch);
    const release = (): void => {
      this.#release(holdings);
    };
    return { value: frame.returnedValue, holdings, release };
  }

  /** Carries out an exported function for whoever calls it. */
  serve(plan: FunctionPlan, cores: readonly Bits[]): Bits | undefined {
    return this.running(() => {
      const activation = new Activation(this.heap, plan);
      const given = plan.core.parameters.map((local, index): [object, Bits] => [local, cores[index] ?? 0n]);
      const frame = new Frame(this, activation, { cores: given });
      for (const parameter of plan.core.parameters) frame.checkForeign(parameter);
      frame.run(plan.body);
      // The user's function has had its arguments: what is left of them ends here.
      this.#release(activation.finish(plan.usesScratch));
      return frame.returnedCore;
    });
  }

  /** Runs something in the component: calls from there do not enter it a second time. */
  running<Result>(run: () => Result): Result {
    this.#calls++;
    try {
      return run();
    } finally {
      this.#calls--;
    }
  }

  /** Frees the result of an exported function, when its receiver has it. */
  cleanUp({ body, parameter }: PostReturnPlan, core: Bits): void {
    this.running(() => {
      const activation = new Activation(this.heap);
      runBody(body, this, activation, { cores: [[parameter, core]] });
      activation.finish(false);
    });
  }

  /** The memory of a static area: the same for every call, with nothing in it. */
  staticArea(op: OpOf<'area'>): Bits {
    const { size, align } = this.#extent(op.layout);
    const block = this.#static.get(op) ?? this.heap.allocate('static', size, align);
    this.#static.set(op, block);
    this.heap.memory.forget(block.address, block.size);
    return block.address;
  }

  /** Makes an object of a resource of the component's world, whoever implements it; the handle owns it. */
  create(resource: ResourcePlan): Handle {
    const bits =
      resource.home === 'exported'
        ? this.linker.handleFor(resource, this.newObject(), this)
        : this.linker.obtain(resource, this);
    return new Handle('own', resource, bits);
  }

  /** An object that the component implements: where it is in memory. */
  newObject(): Bits {
    return this.heap.allocate('object', 8, 8).address;
  }

  /** The object that a handle of a resource of the component's own stands for: where it is in memory. */
  representation(handle: Handle): Bits {
    const { table } = handle.resource;
    if (!table || handle.ownership === 'borrow') return handle.bits();
    return this.linker.link(table.rep, this)([handle.bits()]) ?? 0n;
  }

  /** Gives up a handle, as its value's destructor does. */
  drop(handle: Handle): void {
    const { drop, table } = handle.resource;
    const own = handle.resource.home === 'exported' ? table?.drop : undefined;
    this.linker.link(own ?? drop, this)([handle.spend()]);
  }

  /** Ends an object of a resource that the component implements: what others' drop comes to. */
  destroy(representation: Bits): void {
    const block = this.heap.checkAllocated(representation, 1);
    this.heap.release(block);
  }

  #release({ blocks, handles }: Holdings): void {
    for (const block of blocks) this.heap.free(block.address);
    for (const handle of handles) {
      if (!handle.isSpent && (handle.ownership === 'own' || handle.resource.lentIsDropped)) this.drop(handle);
    }
  }

  #extent({ size, align }: Layout): { readonly size: number; readonly align: number } {
    const { pointerBytes } = this.heap;
    return { size: sizeInBytes(size, pointerBytes), align: align === 'pointer' ? pointerBytes : align };
  }
}
