import { createRequire } from 'node:module';
import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ComponentError } from './component-error.js';
import { unwatch, watch, type Mortal } from './finalizers.js';

/** An addon as it is loaded; `Native` has its functions. */
export interface Addon<Native> {
  /** What its source was made of, as the module beside that. */
  readonly 'wit:fingerprint': bigint;
  /** `key` is that of the property in which objects have the number of their handle. */
  instantiate(imports: object, key: symbol, error: typeof ComponentError): Native;
}

/** Packs elements of a list from one position to another, and answers with the texts in them, an array, if there may be any. */
type Packer = (list: never, from: number, end: number, place: number) => unknown;

/** Makes elements of a list of so many, from one position to another, and the list before the first of them. */
type Maker = (
  ...parts: [made: never, count: number, from: number, end: number, place: number, texts: string[]]
) => readonly unknown[];

/** What each addon has beside functions of the component, under names that none of these can have. */
export interface Handles {
  /** Takes the functions that make objects of a number, for each of the component's resources. */
  'wit:adopt'(makers: readonly ((handle: number) => object)[]): void;
  /** Takes the memory for elements of lists, and the functions that pack them or make them. */
  'wit:exchange'(packet: object, packers: readonly (Packer | Maker)[]): void;
  /** Drops a handle by its number; one that is gone is no matter. */
  'wit:dispose'(handle: number): void;
}

/** The number of no handle: that of an object which has been disposed of. */
const none = Infinity;

/** Takes note that an object has been disposed of. */
export function ended<Key extends symbol>(object: Record<Key, number>, key: Key): void {
  try {
    object[key] = none;
  } catch {
    // It is frozen. The number that it keeps is none that the addon still knows.
  }
  unwatch(object);
}

/**
 * What ends an object when it is forgotten; undefined if it has been disposed of. One that has been given away is known to the
 * addon alone, which has no handle of that number any more.
 */
export const endingOf = (handle: number, addon: Handles): (() => void) | undefined =>
  handle === none
    ? undefined
    : () => {
        addon['wit:dispose'](handle);
      };

/** Makes objects of a class for handles that the component returns: without a constructor, which would ask it for another. */
export function maker(type: { readonly prototype: object }, key: symbol): (handle: number) => object {
  const { prototype } = type;
  return (handle) => {
    const object = Object.create(prototype) as Mortal & Record<symbol, number>;
    object[key] = handle;
    watch(object);
    return object;
  };
}

/** Looks whether an addon was built of the C++ file beside the module, whose name is `source`. */
export function checkAddon(addon: Addon<unknown>, source: string, own: bigint): void {
  if (addon['wit:fingerprint'] === own) return;
  throw new Error(`the addon was built of other bindings than this module: build ${source} again`);
}

/** Loads an addon: by a URL, also as text, or by an absolute path. Node runs what is not called `….node` as JavaScript. */
export function loadAddon<Native>(file: string | URL): Addon<Native> {
  const isUrl = typeof file !== 'string' || file.startsWith('file:');
  const path = isUrl ? fileURLToPath(file) : file;
  if (!isAbsolute(path)) {
    throw new TypeError(`an addon is loaded by an absolute path or a URL, not by '${path}'`);
  }
  if (!path.endsWith('.node')) {
    throw new TypeError(`the name of an addon ends with '.node', unlike '${path}'`);
  }
  // What is there is what it is said to be.
  return createRequire(path)(path) as Addon<Native>;
}
