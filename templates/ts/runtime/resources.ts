/// <reference lib="esnext.disposable" />
/** Resources that a component implements, as objects of JavaScript. */
import { unwatch, watch, type isRegistered, type Mortal } from './finalizers.js';
import { lends, type Lendable, type ResourceType, type Scope } from './handles.js';
import type { InstanceState } from './instance-state.js';
import { InvalidValue } from './invalid-value.js';

/** `Symbol.dispose`, also where JavaScript does not know it yet. */
export const dispose: typeof Symbol.dispose =
  // Engines without it are none that its declaration knows of.
  ((Symbol as { dispose?: symbol }).dispose ?? Symbol.for('Symbol.dispose')) as typeof Symbol.dispose;

/** What the component knows an object by. Not a private field: a constructor that makes one of a derived class takes long. */
const representation = Symbol('representation');

/** An object that stands for one of the component's until it is given away or disposed of. */
export class Resource implements Lendable, Mortal {
  declare [representation]: number | undefined;
  declare [lends]?: number;
  declare [isRegistered]?: boolean;

  constructor(object: number) {
    this[representation] = object;
    watch(this);
  }
}

/** A class of resources, whatever its constructor takes. */
interface ResourceClass<Object_ extends Resource> {
  readonly prototype: Object_;
}

/** An object of a class for one of the component's. The constructor of the class does not run. */
export function wrap<Object_ extends Resource>(type: ResourceClass<Object_>, object: number): Object_ {
  const wrapped = Object.create(type.prototype) as Object_;
  wrapped[representation] = object;
  watch(wrapped);
  return wrapped;
}

/**
 * What the component knows an object by, which stays its owner's. Whether it `isOne` of its class is asked by who calls: an
 * engine knows of each place which class is asked for there, and of a place for all classes none.
 */
export function lent(isOne: boolean, name: string, value: unknown, path: string): number {
  if (!isOne) throw new InvalidValue(`a ${name}`, value, path);
  // An object of the class, as was just asked.
  return (value as Resource)[representation] ?? gone(name, value, path);
}

/** The same, which cannot be given away or disposed of until the call ends. */
export function lentFor(
  scope: Scope,
  type: ResourceClass<Resource>,
  name: string,
  value: unknown,
  path: string,
): number {
  const resource = held(type, name, value, path);
  const object = resource[representation] ?? gone(name, value, path);
  scope.hold(resource);
  return object;
}

/** What the component knows an object by, which is given away. */
export function given(type: ResourceClass<Resource>, name: string, value: unknown, path: string): number {
  const resource = held(type, name, value, path);
  const object = resource[representation] ?? gone(name, value, path);
  if (resource[lends]) throw new InvalidValue(`a ${name} that no call is using`, value, path);
  leave(resource);
  return object;
}

/** The same for a call that may fail before it is made: then the object is its owner's again when it ends. */
export function givenFor(
  scope: Scope,
  type: ResourceClass<Resource>,
  name: string,
  value: unknown,
  path: string,
): number {
  const resource = held(type, name, value, path);
  const object = given(type, name, resource, path);
  scope.takingBack(() => {
    resource[representation] = object;
    watch(resource);
  });
  return object;
}

/** Ends what an object stands for, as far as that goes without it. */
function leave(resource: Resource): void {
  resource[representation] = undefined;
  unwatch(resource);
}

function held(type: ResourceClass<Resource>, name: string, value: unknown, path: string): Resource {
  // What a class is, is known by what it makes.
  if (value instanceof (type as unknown as typeof Resource)) return value;
  throw new InvalidValue(`a ${name}`, value, path);
}

function gone(name: string, value: unknown, path: string): never {
  throw new InvalidValue(`a ${name} that has not been given away`, value, path);
}

/** What is asked of the state of an instance, where there is one. */
type OpenState = Pick<InstanceState, 'isDead' | 'enter' | 'exit' | 'trapped'>;

/** Ends an object, once. */
export function disposeOf(resource: Resource, type: ResourceType<number>, state: OpenState): void {
  const object = resource[representation];
  if (object === undefined || state.isDead) return;
  if (resource[lends]) {
    throw new TypeError(`the ${type.name} is in use by a call, and cannot be disposed of`);
  }
  state.enter();
  leave(resource);
  try {
    type.end(object);
  } catch (error) {
    throw state.trapped(error);
  } finally {
    state.exit();
  }
}

/** What ends an object when it is forgotten; undefined if it has ended. */
export function endingOf(
  { [representation]: object }: Resource,
  type: ResourceType<number>,
  state: OpenState,
): (() => void) | undefined {
  if (object === undefined) return undefined;
  return () => {
    disposeOf(new Resource(object), type, state);
  };
}

/** For resources that only functions return. */
export function noConstructor(name: string): never {
  throw new TypeError(`${name} has no constructor`);
}

/** An object of a class of the host's own. */
export function instance<Object_>(
  type: abstract new (...parameters: never) => Object_,
  name: string,
  value: Object_,
  path: string,
): Object_ {
  if (value instanceof type) return value;
  throw new InvalidValue(`a ${name}`, value, path);
}
