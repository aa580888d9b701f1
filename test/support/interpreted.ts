/** Components around one function, made to call each other by the interpreter. */
import type { ApiStyle } from '../../src/abi/api-style.js';
import type { Convention } from '../../src/abi/convention.js';
import { conventions } from '../../src/abi/conventions/index.js';
import { planWorld } from '../../src/abi/plan-world.js';
import type { FunctionPlan, WorldPlan } from '../../src/abi/plan.js';
import type { Component, Linker, Outcome, User } from '../../src/interpret/component.js';
import { Handle, Opaque } from '../../src/interpret/handle.js';
import type { Block } from '../../src/interpret/heap.js';
import { Host, type InstanceOptions } from '../../src/interpret/host/host.js';
import { Process } from '../../src/interpret/native.js';
import type { Value } from '../../src/interpret/values.js';
import type { Bits, PointerBytes } from '../../src/interpret/bits.js';
import type { Func, Interface, Type, TypeDecl, World } from '../../src/resolve/model.js';
import { declared, interfaceOf, parameters, worldOf } from './types.js';
import { replaced, Wanted } from './abi-types.js';

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
function worldsAround(subject: Subject): Readonly<Record<'caller' | 'callee' | 'maker', World>> {
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

/** What a handle or an opaque value is, whoever has it. */
export type Identity = { readonly object: string } | { readonly opaque: unknown };

/** What a call came to. */
export interface RoundTrip {
  /** What the caller gave and the callee got, the receiver last, handles replaced by what they stand for. */
  readonly given: readonly Value[];
  readonly got: readonly Value[];
  /** What the callee answered and the caller got. */
  readonly answered: Value | undefined;
  readonly received: Value | undefined;
  /** Live memory of all components after the call that no value holds; after the result's end, all of it. */
  readonly lost: readonly Block[];
  readonly left: readonly Block[];
  /** Entries of all tables in the end. */
  readonly handlesLeft: number;
}

/** Caller, callee and maker, loaded. */
export class Trio {
  readonly caller: Component;
  readonly callee: Component;
  readonly maker: Component;
  readonly #linker: Host | Process;
  /** What the callee does with a call of `f`. */
  answer: User = () => undefined;
  #opaque = 0;

  constructor(
    subject: Subject,
    readonly setting: Setting,
    options: Partial<Record<'caller' | 'callee', InstanceOptions>> = {},
  ) {
    const worlds = worldsAround(subject);
    const plan = (world: World, mistake: Partial<Convention> = {}): WorldPlan =>
      planWorld(world, { ...conventions[setting.abi], ...mistake }, setting.style);
    const makes: User = ({ plan, component }) => component.create(resourceOf(plan, component));
    const serves: User = (call) =>
      call.plan.func.form.kind === 'constructor' ? makes(call) : this.answer(call);
    if (setting.abi === 'canonical') {
      const host = new Host(setting.pointerBytes);
      this.#linker = host;
      this.maker = host.load(plan(worlds.maker), makes);
      this.callee = host.load(plan(worlds.callee, setting.mistake), serves, options.callee);
      this.caller = host.load(plan(worlds.caller), () => undefined, options.caller);
    } else {
      const process = new Process(setting.pointerBytes);
      this.#linker = process;
      this.maker = process.load(plan(worlds.maker), makes);
      this.callee = process.load(plan(worlds.callee, setting.mistake), serves);
      this.caller = process.load(plan(worlds.caller), () => undefined);
    }
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
    const linker = this.#linker as Linker;
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

  /** A value with real handles. Those that are lent have owners, which are given to `keep`. */
  realise(value: Value, component: Component, keep: (owner: Handle) => void): Value {
    return replaced(value, (token) => {
      if (!(token instanceof Wanted)) throw new Error('made twice');
      const { type } = token;
      switch (type.kind) {
        case 'own':
          return this.make(component, type.resource);
        case 'borrow': {
          const owner = this.make(component, type.resource);
          keep(owner);
          return owner;
        }
        case 'stream':
        case 'future':
        case 'error-context':
          return this.opaque(component, type.kind);
        default:
          throw new Error(`a ${type.kind} is no token`);
      }
    });
  }

  opaque(component: Component, kind: Opaque['kind']): Opaque {
    const number = ++this.#opaque;
    return this.#linker instanceof Host
      ? this.#linker.opaque(component, kind, { number })
      : new Opaque(kind, BigInt(number));
  }

  /** A value with what its handles stand for, told from nothing but numbers. */
  identified(value: Value, component: Component): Value {
    return replaced(value, (token) => {
      if (token instanceof Opaque) return { opaque: this.#opaqueNumber(token, component) };
      if (token instanceof Handle) return { object: this.#objectOf(token, component) };
      throw new Error('nothing else has an identity');
    });
  }

  #opaqueNumber({ bits, kind }: Opaque, component: Component): number {
    if (!(this.#linker instanceof Host)) return Number(bits);
    // `opaque` made the identity.
    return (this.#linker.handles(component).opaque(bits, kind).identity as { readonly number: number })
      .number;
  }

  #objectOf(handle: Handle, component: Component): string {
    const name = handle.resource.decl.name;
    if (!(this.#linker instanceof Host)) return `${name} ${String(handle.bits())}`;
    if (handle.resource.home === 'exported') return `${name} ${String(component.representation(handle))}`;
    const entry = this.#linker.handles(component).get(handle.bits());
    return entry.kind === 'resource' ? `${name} ${String(entry.representation)}` : entry.kind;
  }

  /** Calls `f`, and looks at everything. */
  roundTrip(values: readonly Value[], result: Value | undefined): RoundTrip {
    const owners: Handle[] = [];
    const keep = (owner: Handle): void => void owners.push(owner);
    const sent = values.map((value) => this.realise(value, this.caller, keep));
    const self = this.imported.self && this.make(this.caller, near);
    if (self) keep(self);
    const given = [...sent, ...(self ? [self] : [])].map((value) => this.identified(value, this.caller));
    let got: readonly Value[] = [];
    let answered: Value | undefined;
    this.answer = (call) => {
      const received = [...call.arguments, ...(call.self === undefined ? [] : [call.self])];
      got = received.map((value) => this.identified(value, this.callee));
      if (result === undefined) return undefined;
      const answer = this.realise(result, this.callee, keep);
      answered = this.identified(answer, this.callee);
      return answer;
    };
    const outcome = this.call(sent, self);
    const received = outcome.value === undefined ? undefined : this.identified(outcome.value, this.caller);
    const held = new Set(outcome.holdings.blocks);
    const lost = this.#live().filter((block) => block.kind !== 'object' && !held.has(block));
    outcome.release();
    for (const owner of owners) this.caller.drop(owner);
    return { given, got, answered, received, lost, left: this.#live(), handlesLeft: this.#handlesLeft() };
  }

  #live(): readonly Block[] {
    const heaps = new Set([this.caller, this.callee, this.maker].map(({ heap }) => heap));
    return [...heaps].flatMap(({ live }) => live).filter(({ kind }) => kind !== 'static');
  }

  /** Streams and the like stay where they are: what ends them is asynchronous. */
  #handlesLeft(): number {
    const linker = this.#linker;
    if (!(linker instanceof Host)) return 0;
    const components = [this.caller, this.callee, this.maker];
    return components.reduce((sum, component) => sum + linker.handles(component).count('resource'), 0);
  }
}

/** A function of a component's by its name. */
export function functionOf({ plan }: Component, name: string): FunctionPlan {
  const found = plan.scopes.flatMap(({ functions }) => functions).find(({ func }) => func.name === name);
  if (!found) throw new Error(`no function ${name}`);
  return found;
}

/** The resource that a constructor makes. */
function resourceOf({ func }: FunctionPlan, { plan }: Component) {
  const resource = func.form.kind === 'constructor' ? plan.resourceOf.get(func.form.resource) : undefined;
  if (!resource) throw new Error('not a constructor');
  return resource;
}
