import { invariant } from '../base/invariant.js';
import type { Linkage, ResourcePlan, WorldPlan } from '../abi/plan.js';
import { worldModule } from '../abi/symbols.js';
import type { Bits, PointerBytes } from './bits.js';
import { Component, type CoreFunction, type HandleCrossing, type Linker, type User } from './component.js';
import { Heap } from './heap.js';
import { ProviderLists, type Providers } from './providers.js';
import { Trap, trapIf } from './trap.js';

/** What a component defines for others, and the function itself. */
interface Definition {
  readonly component: Component;
  readonly run: CoreFunction;
}

/** What a component defines: by symbol, for itself; by what others call it, for them. */
interface Definitions {
  readonly bySymbol: Map<string, Definition>;
  readonly byName: Map<string, Definition>;
}

const nameIn = (module: string | undefined, name: string): string => `${module ?? ''} ${name}`;

/**
 * Components linked by native symbols into one process: one memory, one `malloc`, handles that are the
 * objects. Nobody stands between caller and callee, so a trap ends all of them.
 */
export class Process implements Linker {
  readonly heap: Heap;
  readonly #providers = new ProviderLists();
  readonly #definitions = new Map<Component, Definitions>();
  /** What is no component of the interpreter's: symbol → function. */
  readonly #foreign = new Map<string, CoreFunction>();
  /** The objects that there were, with what ends them: that tells resources apart. */
  readonly #objects = new Map<Bits, CoreFunction>();
  #isDead = false;

  constructor(pointerBytes: PointerBytes) {
    this.heap = new Heap(pointerBytes);
  }

  /** Loads a component: what it defines can be called from then on. */
  load(plan: WorldPlan, user: User, providers: Providers = {}): Component {
    const component = new Component(plan, this.heap, this, user);
    this.#providers.add(component, providers);
    this.#definitions.set(component, { bySymbol: new Map(), byName: new Map() });
    for (const { resources, functions } of plan.scopes) {
      for (const func of functions) {
        if (func.role === 'callee')
          this.#define(func.linkage, component, (cores) => component.serve(func, cores));
      }
      for (const resource of resources) {
        if (resource.home === 'exported') this.#defineDrop(resource, component);
      }
    }
    return component;
  }

  /** Defines a symbol by another implementation of the ABI, for components that nothing else provides it to. */
  define(symbol: string, run: CoreFunction): void {
    this.#foreign.set(symbol, run);
  }

  #defineDrop(resource: ResourcePlan, component: Component): void {
    this.#define(resource.drop, component, ([pointer = 0n]) => {
      this.#checkHandle(resource, pointer, component);
      component.destroy(pointer);
      return undefined;
    });
  }

  #define(linkage: Linkage, component: Component, run: CoreFunction): void {
    const { bySymbol, byName } = this.#definitionsOf(component);
    const symbol = symbolOf(linkage);
    const found = component.plan.symbols.find((each) => each.symbol === symbol);
    invariant(found && !bySymbol.has(symbol), 'each symbol once');
    const definition = { component, run };
    bySymbol.set(symbol, definition);
    byName.set(nameIn(found.module, found.name), definition);
  }

  #definitionsOf(component: Component): Definitions {
    const definitions = this.#definitions.get(component);
    invariant(definitions, 'a component of this process');
    return definitions;
  }

  link(linkage: Linkage, from: Component): CoreFunction {
    const symbol = symbolOf(linkage);
    const found = this.#definition(symbol, from)?.run ?? this.#foreign.get(symbol);
    invariant(found, `everything that is called to be loaded, ${symbol} too`);
    return found;
  }

  /** A component's own definition comes first, as the linker has it; others' have the name that the import has. */
  #definition(symbol: string, from: Component): Definition | undefined {
    const own = this.#definitionsOf(from).bySymbol.get(symbol);
    if (own) return own;
    const { module, name } = from.plan.symbols.find((each) => each.symbol === symbol) ?? {};
    if (name === undefined) return undefined;
    const providers = this.#providers.of(from).map((provider) => this.#definitionsOf(provider).byName);
    const named = (key: string): Definition | undefined => providers.find((each) => each.has(key))?.get(key);
    return (
      named(nameIn(module, name)) ?? (module === undefined ? named(nameIn(worldModule, name)) : undefined)
    );
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

  handleFor({ drop }: ResourcePlan, object: Bits, component: Component): Bits {
    this.#objects.set(object, this.link(drop, component));
    return object;
  }

  obtain({ drop }: ResourcePlan, component: Component): Bits {
    const object = this.#definition(symbolOf(drop), component)?.component.newObject();
    invariant(object !== undefined, 'a component that implements the resource');
    this.#objects.set(object, this.link(drop, component));
    return object;
  }

  /** A handle is the object, on its way as everywhere. */
  arrived({ resource }: HandleCrossing, bits: Bits, component: Component): Bits {
    this.#checkHandle(resource, bits, component);
    return bits;
  }

  leaving(_crossing: HandleCrossing, bits: Bits): Bits {
    return bits;
  }

  #checkHandle({ decl, drop }: ResourcePlan, bits: Bits, component: Component): void {
    const where = (): string => `${decl.name} at ${String(bits)}`;
    const destructor = this.#objects.get(bits);
    trapIf(destructor === undefined, 'unknown-handle', where);
    trapIf(destructor !== this.link(drop, component), 'wrong-type-of-handle', where);
    this.heap.checkAllocated(bits, 1);
  }
}

function symbolOf(linkage: Linkage): string {
  invariant(linkage.kind === 'native', 'a native symbol');
  return linkage.symbol;
}
