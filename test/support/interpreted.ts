/** Components around one function, made to call each other by the interpreter. */
import type { ApiStyle } from '../../src/abi/api-style.js';
import type { Convention } from '../../src/abi/convention.js';
import { conventions } from '../../src/abi/conventions/index.js';
import { planWorld } from '../../src/abi/plan-world.js';
import type { FunctionPlan, WorldPlan } from '../../src/abi/plan.js';
import type { Component, Linker, Outcome, User } from '../../src/interpret/component.js';
import { Handle, type Opaque } from '../../src/interpret/handle.js';
import { Host, type InstanceOptions } from '../../src/interpret/host/host.js';
import { Process } from '../../src/interpret/native.js';
import type { Value } from '../../src/interpret/values.js';
import type { Bits, PointerBytes } from '../../src/interpret/bits.js';
import type { Func, Interface, Type, TypeDecl, World } from '../../src/resolve/model.js';
import { declared, interfaceOf, parameters, worldOf } from './types.js';
import { Calls, type RoundTrip } from './calls.js';

/** What a function is tried under. */
export interface Setting {
  readonly abi: keyof typeof conventions;
  readonly pointerBytes: PointerBytes;
  readonly style: ApiStyle;
  /** What the callee has wrong about the convention. */
  readonly mistake?: Partial<Convention>;
}

/** A function of an interface that has a resource, `near`, and uses one of another interface, `far`. */
export interface Subject {
  readonly parameters: readonly Type[];
  readonly result: Type | undefined;
  /** Whether it is a method of `near`, lent as receiver. */
  readonly isMethod?: boolean;
}

/** `far` is implemented by a third component. */
const things = interfaceOf('things');
const thing = declared('thing', { kind: 'resource' }, things);
export const far = declared('far', { kind: 'alias', target: thing, viaUse: true }, interfaceOf('api'));
export const near = declared('near', { kind: 'resource' }, interfaceOf('api'));

const constructor = (resource: TypeDecl): Func => ({
  ...resource,
  form: { kind: 'constructor', resource },
  parameters: [],
  result: { kind: 'own', resource },
  isAsync: false,
});

/** The worlds of caller, callee and maker of things. */
export function worldsAround(subject: Subject): Readonly<Record<'caller' | 'callee' | 'maker', World>> {
  const func: Func = {
    name: 'f',
    docs: undefined,
    origin: near.origin,
    form: subject.isMethod ? { kind: 'method', resource: near } : { kind: 'free' },
    parameters: parameters(subject.parameters),
    result: subject.result,
    isAsync: false,
  };
  const thingsWhole: Interface = { ...things, types: [thing], functions: [constructor(thing)] };
  const api: Interface = { ...interfaceOf('api'), types: [far, near], functions: [constructor(near), func] };
  return {
    caller: worldOf('caller', [thingsWhole, api], []),
    callee: worldOf('callee', [thingsWhole], [api]),
    maker: worldOf('maker', [], [thingsWhole]),
  };
}

/** Caller, callee and maker, loaded. */
export class Trio {
  readonly caller: Component;
  readonly callee: Component;
  readonly maker: Component;
  readonly #calls: Calls;

  constructor(
    subject: Subject,
    readonly setting: Setting,
    options: Partial<Record<'caller' | 'callee', InstanceOptions>> = {},
  ) {
    const worlds = worldsAround(subject);
    const plan = (world: World, mistake: Partial<Convention> = {}): WorldPlan =>
      planWorld(world, { ...conventions[setting.abi], ...mistake }, setting.style);
    const makes: User = ({ plan, component }) => component.create(resourceOf(plan, component));
    const { pointerBytes } = setting;
    const linker = setting.abi === 'canonical' ? new Host(pointerBytes) : new Process(pointerBytes);
    const calls = new Calls(linker);
    this.#calls = calls;
    const serves: User = (call) =>
      call.plan.func.form.kind === 'constructor' ? makes(call) : calls.user(call);
    this.maker = calls.add(linker.load(plan(worlds.maker), makes));
    this.callee = calls.add(linker.load(plan(worlds.callee, setting.mistake), serves, options.callee));
    this.caller = calls.add(linker.load(plan(worlds.caller), () => undefined, options.caller));
  }

  /** What the callee does with a call of `f`. */
  set answer(answer: User) {
    this.#calls.answer = answer;
  }

  /** The function, as the caller imports it. */
  get imported(): FunctionPlan {
    return functionOf(this.caller, 'f');
  }

  get exported(): FunctionPlan {
    return functionOf(this.callee, 'f');
  }

  /** Does something around each call of the function, with the core values that cross. */
  around(wrap: (cores: readonly Bits[], call: () => Bits | undefined) => Bits | undefined): void {
    const linker: Linker = this.#calls.linker;
    const link = linker.link.bind(linker);
    const { linkage: own } = this.imported;
    linker.link = (linkage, from) => {
      const call = link(linkage, from);
      return linkage === own ? (cores) => wrap(cores, () => call(cores)) : call;
    };
  }

  call(values: readonly Value[], self?: Handle): Outcome {
    return this.caller.call(this.imported, values, self);
  }

  /** A new object, owned by a component. */
  make(component: Component, resource: TypeDecl): Handle {
    if (component === this.callee && resource === near) {
      return component.create(resourceOf(functionOf(component, 'near'), component));
    }
    const handle = component.call(functionOf(component, resource === near ? 'near' : 'thing'), []).value;
    if (!(handle instanceof Handle)) throw new Error('a constructor makes a handle');
    return handle;
  }

  realise(value: Value, component: Component, keep: (owner: Handle) => void): Value {
    return this.#calls.realise(value, component, keep);
  }

  opaque(component: Component, kind: Opaque['kind']): Opaque {
    return this.#calls.opaque(component, kind);
  }

  /** Calls `f`, and looks at everything. */
  roundTrip(values: readonly Value[], result: Value | undefined): RoundTrip {
    return this.#calls.roundTrip(this.caller, this.imported, { values, result: () => result });
  }
}

/** A function of a component's by its name. */
export function functionOf({ plan }: Component, name: string): FunctionPlan {
  const found = plan.scopes.flatMap(({ functions }) => functions).find(({ func }) => func.name === name);
  if (!found) throw new Error(`no function ${name}`);
  return found;
}

/** The resource that a constructor makes. */
export function resourceOf({ func }: FunctionPlan, { plan }: Component) {
  const resource = func.form.kind === 'constructor' ? plan.resourceOf.get(func.form.resource) : undefined;
  if (!resource) throw new Error('not a constructor');
  return resource;
}
