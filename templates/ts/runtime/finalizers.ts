/// <reference lib="es2021.weakref" />
/** Ends objects that the program has forgotten. */

/** A method of classes whose objects end like that: answers with what ends the object when it is gone; undefined if it has ended. */
export const ending = Symbol('ending');

/** An object of a resource. */
export interface Mortal {
  [ending]?(): (() => void) | undefined;
}

/** One for all, because what makes objects may be forgotten together with them. Some engines have none. */
const registry =
  typeof FinalizationRegistry === 'undefined'
    ? undefined
    : new FinalizationRegistry<() => void>((end) => {
        try {
          end();
        } catch {
          // Nobody has called. An instance that ends by this says so to the next who calls it.
        }
      });

/** The objects whose end the registry tells of. Not said on them: a program may have frozen them. */
const registered = new WeakSet<object>();

/** Objects that are new. Most of them end soon, and to register them before takes ten times as long as all else. */
const fresh: Mortal[] = [];
const most = 64;

/** Takes note of an object that is new, or has come back. */
export function watch(object: object & Mortal): void {
  if (!object[ending]) return;
  const count = fresh.push(object);
  if (count === 1) void Promise.resolve(0).then(settle);
  // The first one stays, as for that it is said already what is to be done when the program comes to rest.
  else if (count > most) settle(1);
}

/** Leaves an object alone which has ended, or belongs to somebody else. */
export function unwatch(object: object): void {
  if (registered.delete(object)) registry?.unregister(object);
}

/** Registers the objects that are there still, and keeps so many of them. */
function settle(kept: number): void {
  for (const object of fresh) {
    const end = object[ending]?.();
    if (!end || registered.has(object)) continue;
    registry?.register(object, end, object);
    registered.add(object);
  }
  fresh.length = kept;
}
