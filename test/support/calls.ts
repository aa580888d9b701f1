/** One call between two components of the interpreter, with everything that it moves looked at. */
import type { FunctionPlan } from '../../src/abi/plan.js';
import type { Component, User } from '../../src/interpret/component.js';
import { Embedding } from '../../src/interpret/embedding.js';
import { Handle, Opaque } from '../../src/interpret/handle.js';
import type { Block } from '../../src/interpret/heap.js';
import { Host } from '../../src/interpret/host/host.js';
import type { Process } from '../../src/interpret/native.js';
import type { Value } from '../../src/interpret/values.js';
import type { TypeDecl } from '../../src/resolve/model.js';
import { replaced, Wanted } from './abi-types.js';

/** What a call came to. */
export interface RoundTrip {
  /** The plan that the callee carried out; absent if nobody was called. */
  readonly served: FunctionPlan | undefined;
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

/** A call to try: arguments and result with `Wanted` for each handle in them. The result is of the callee's types. */
export interface Attempt {
  readonly values: readonly Value[];
  readonly result: (served: FunctionPlan) => Value | undefined;
}

/** Components that call each other; what they answer is decided call by call. */
export class Calls {
  readonly #components: Component[] = [];
  #opaque = 0;
  /** What whoever is called answers. */
  answer: User = () => undefined;

  constructor(readonly linker: Host | Process | Embedding) {}

  /** What to load components with. */
  readonly user: User = (call) => this.answer(call);

  add(component: Component): Component {
    this.#components.push(component);
    return component;
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

  /** A new object, owned by a component. */
  make(component: Component, decl: TypeDecl): Handle {
    const resource = component.plan.resourceOf.get(decl);
    if (!resource) throw new Error(`no resource ${decl.name}`);
    return component.create(resource);
  }

  opaque(component: Component, kind: Opaque['kind']): Opaque {
    const number = ++this.#opaque;
    return this.linker instanceof Host
      ? this.linker.opaque(component, kind, { number })
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
    if (!(this.linker instanceof Host)) return Number(bits);
    // `opaque` made the identity.
    return (this.linker.handles(component).opaque(bits, kind).identity as { readonly number: number }).number;
  }

  #objectOf(handle: Handle, component: Component): string {
    const { decl, home } = handle.resource;
    if (this.linker instanceof Embedding)
      return `${decl.name} ${String(this.linker.object(handle, component))}`;
    if (!(this.linker instanceof Host)) return `${decl.name} ${String(handle.bits())}`;
    if (home === 'exported') return `${decl.name} ${String(component.representation(handle))}`;
    const entry = this.linker.handles(component).get(handle.bits());
    return entry.kind === 'resource' ? `${entry.type.name} ${String(entry.representation)}` : entry.kind;
  }

  /** Calls an imported function, and looks at everything. */
  roundTrip(caller: Component, plan: FunctionPlan, { values, result }: Attempt): RoundTrip {
    const owners: Handle[] = [];
    const keep = (owner: Handle): void => void owners.push(owner);
    const sent = values.map((value) => this.realise(value, caller, keep));
    const receiver = plan.func.form.kind === 'method' ? plan.func.form.resource : undefined;
    const self = receiver && this.make(caller, receiver);
    if (self) keep(self);
    const given = [...sent, ...(self ? [self] : [])].map((value) => this.identified(value, caller));
    let served: FunctionPlan | undefined;
    let got: readonly Value[] = [];
    let answered: Value | undefined;
    this.answer = ({ plan: called, component, arguments: received, self: lent }) => {
      served = called;
      got = [...received, ...(lent === undefined ? [] : [lent])].map((value) =>
        this.identified(value, component),
      );
      const wanted = result(called);
      if (wanted === undefined) return undefined;
      const answer = this.realise(wanted, component, keep);
      answered = this.identified(answer, component);
      return answer;
    };
    const outcome = caller.call(plan, sent, self);
    const received = outcome.value === undefined ? undefined : this.identified(outcome.value, caller);
    const held = new Set(outcome.holdings.blocks);
    const lost = this.#live().filter((block) => block.kind !== 'object' && !held.has(block));
    outcome.release();
    for (const owner of owners) caller.drop(owner);
    return {
      served,
      given,
      got,
      answered,
      received,
      lost,
      left: this.#live(),
      handlesLeft: this.#handlesLeft(),
    };
  }

  #live(): readonly Block[] {
    const heaps = new Set(this.#components.map(({ heap }) => heap));
    return [...heaps].flatMap(({ live }) => live).filter(({ kind }) => kind !== 'static');
  }

  /** Streams and the like stay where they are: what ends them is asynchronous. */
  #handlesLeft(): number {
    const { linker } = this;
    if (linker instanceof Embedding) return linker.handles.count('resource');
    if (!(linker instanceof Host)) return 0;
    return this.#components.reduce((sum, each) => sum + linker.handles(each).count('resource'), 0);
  }
}
