/// <reference lib="esnext.disposable" />
/** Resources that a component implements, as objects of JavaScript. */
import { unwatch, watch } from './finalizers.js';
import type { Lendable, ResourceType, Scope } from './handles.js';
import type { InstanceState } from './instance-state.js';
import { InvalidValue } from './invalid-value.js';

/** `Symbol.dispose`, also where JavaScript does not know it yet. */
export const dispose: typeof Symbol.dispose =
  // Engines without it are none that its declaration knows of.
  ((Symbol as { dispose?: symbol }).dispose ?? Symbol.for('Symbol.dispose')) as typeof Symbol.dispose;

/** What is known of an object. */
interface Held extends Lendable {
  /** What the component knows it by; undefined when it was given away or disposed of. */
  object: number | undefined;
}

let heldBy: (value: object) => Held | undefined;

/** An object that stands for one of the component's until it is given away or disposed of. */
export class Resource {
  /** Private and apart: a frozen object can change it, a copy has none. */
  readonly #held: Held;

  static {
    heldBy = (value) => (#held in value ? value.#held : undefined);
  }

  constructor(object: number) {
    this.#held = { object, lends: 0 };
    watch(this);
  }
}

/** A class of resources, whatever its constructor takes. */
interface ResourceClass<Object_ extends Resource> {
  readonly prototype: Object_;
}

/** An object of a class for one of the component's. The constructor of the class does not run. */
export const wrap = <Object_ extends Resource>(type: ResourceClass<Object_>, object: number): Object_ =>
  Reflect.construct(Resource, [object], type as unknown as typeof Resource) as Object_;

/** The same for one that the component lends: no call gives it away or ends it, and when this one ends, it stands for nothing. */
export function wrapLent<Object_ extends Resource>(
  scope: Scope,
  type: ResourceClass<Object_>,
  object: number,
): Object_ {
  const object_ = wrap(type, object);
  const known = held(true, '', object_, '');
  scope.hold(known);
  scope.atEnd(() => {
    known.object = undefined;
  });
  return object_;
}

/**
 * What the component knows an object by, which stays its owner's. Whether it `isOne` of its class is asked by who calls: an
 * engine knows of each place which class is asked for there, and of a place for all classes none.
 */
export function lent(isOne: boolean, name: string, value: unknown, path: string): number {
  // Where all is well this is the only question; what is wrong is found out afterwards.
  const object = isOne ? heldBy(value as object)?.object : undefined;
  return object ?? objectOf(held(isOne, name, value, path), name, path);
}

/** The same, which cannot be given away or disposed of until the call ends. */
export function lentFor(
  scope: Scope,
  type: ResourceClass<Resource>,
  name: string,
  value: unknown,
  path: string,
): number {
  const known = held(isOf(type, value), name, value, path);
  const object = objectOf(known, name, path);
  scope.hold(known);
  return object;
}

/** What the component knows an object by, which is given away. */
export function given(type: ResourceClass<Resource>, name: string, value: unknown, path: string): number {
  const known = held(isOf(type, value), name, value, path);
  const object = objectOf(known, name, path);
  if (known.lends > 0) throw new InvalidValue(`a ${name}`, value, path, 'one that a call is using');
  known.object = undefined;
  unwatch(value as Resource);
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
  const object = given(type, name, value, path);
  const known = held(true, name, value, path);
  scope.takingBack(() => {
    known.object = object;
    watch(value as Resource);
  });
  return object;
}

const isOf = (type: ResourceClass<Resource>, value: unknown): boolean =>
  // What a class is, is known by what it makes.
  value instanceof (type as unknown as typeof Resource);

function held(isOne: boolean, name: string, value: unknown, path: string): Held {
  const known = isOne ? heldBy(value as object) : undefined;
  if (known) return known;
  throw new InvalidValue(`a ${name}`, value, path);
}

function objectOf({ object }: Held, name: string, path: string): number {
  if (object !== undefined) return object;
  throw new InvalidValue(`a ${name}`, undefined, path, 'one that was given away or disposed of');
}

/** What is asked of the state of an instance, where there is one. */
type OpenState = Pick<InstanceState, 'isDead' | 'enter' | 'exit' | 'trapped'>;

/** Ends an object, once. */
export function disposeOf(resource: Resource, type: ResourceType<number>, state: OpenState): void {
  const known = heldBy(resource);
  if (!known) return;
  end(known, type, state);
  unwatch(resource);
}

/** What ends an object when it is forgotten; undefined if it has ended. */
export function endingOf(
  resource: Resource,
  type: ResourceType<number>,
  state: OpenState,
): (() => void) | undefined {
  const known = heldBy(resource);
  if (known?.object === undefined) return undefined;
  return () => {
    end(known, type, state);
  };
}

function end(known: Held, type: ResourceType<number>, state: OpenState): void {
  const { object } = known;
  if (object === undefined || state.isDead) return;
  if (known.lends > 0) throw new TypeError(`the ${type.name} is in use by a call, and cannot be disposed of`);
  state.enter();
  known.object = undefined;
  try {
    type.end?.(object);
  } catch (error) {
    throw state.trapped(error);
  } finally {
    state.exit();
  }
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
