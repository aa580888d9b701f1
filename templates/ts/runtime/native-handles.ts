import type { Scope } from './handles.js';

/** Objects of JavaScript's that components have handles of. A handle is a number that stands for the object; 0 is none. */
export class NativeObjects<Thing> {
  readonly #objects: (Thing | undefined)[] = [undefined];
  readonly #free: number[] = [];
  readonly #name: string;

  /** `name` is what the resource is called, for messages. */
  constructor(name: string) {
    this.#name = name;
  }

  /** How many handles there are. */
  get size(): number {
    return this.#objects.length - 1 - this.#free.length;
  }

  /** Gives an object away. */
  add(object: Thing): number {
    const handle = this.#free.pop() ?? this.#objects.length;
    this.#objects[handle] = object;
    return handle;
  }

  /** The same for a call that may fail before it is made: then the object is taken back when it ends. */
  give(object: Thing, scope: Scope): number {
    const handle = this.add(object);
    scope.takingBack(() => {
      this.take(handle);
    });
    return handle;
  }

  /** The object that is lent by its handle. */
  get(handle: number): Thing {
    const object = this.#objects[handle];
    if (object === undefined) throw new Error(`there is no ${this.#name} with the handle ${handle}`);
    return object;
  }

  /** Takes an object back. */
  take(handle: number): Thing {
    const object = this.get(handle);
    this.#objects[handle] = undefined;
    this.#free.push(handle);
    return object;
  }

  /** Lends an object for a call. */
  lend(object: Thing, scope: Scope): number {
    const handle = this.add(object);
    scope.atEnd(() => {
      this.take(handle);
    });
    return handle;
  }
}

/** A component of the process may be called at any time: those who trust each other are in no state. */
export const alwaysOpen = {
  isDead: false,
  enter: (): void => undefined,
  exit: (): void => undefined,
  trapped: (error: unknown): unknown => error,
};
