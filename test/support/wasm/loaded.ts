/** Our glue in this process, for core modules in text. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CoreNames } from '../../../src/abi/symbol-options.js';
import { parseWat } from '../../../src/wasm/wat.js';
import { buildFolder } from '../compile.js';
import { glued, type Glued } from './glue.js';
import type { WorldAt } from './tools.js';

/** Instantiates a core module in text with what it imports, and answers with what it exports. */
export type Instantiate = (text: string, imports?: object) => Promise<unknown>;

/** The glue of a world, for modules in text. */
export async function loaded(at: WorldAt, coreNames?: CoreNames): Promise<Instantiate> {
  const emitted = await imported(await glued('glue', new Uint8Array(), at, coreNames));
  return async (text, imports = {}) => {
    const parsed = await parseWat(text);
    if ('problem' in parsed) throw new Error(parsed.problem);
    const module = new WebAssembly.Module(new Uint8Array(parsed.bytes));
    return invoke(emitted, 'instantiate', module, imports);
  };
}

/** What emitted glue exports. */
export async function imported({ files, name }: Glued): Promise<unknown> {
  const folder = buildFolder('glue');
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return import(pathToFileURL(join(folder, `${name}.js`)).href) as Promise<unknown>;
}

/** Calls something of which the compiler knows nothing: `answers.giveText`. */
export function invoke(owner: unknown, path: string, ...values: readonly unknown[]): unknown {
  const { holder, member } = found(owner, path);
  return Reflect.apply(member, holder, values);
}

/** How many parameters it must be given. */
export const parametersOf = (owner: unknown, path: string): number => found(owner, path).member.length;

/** Makes an object of such a class. */
export function construct(owner: unknown, path: string, ...values: readonly unknown[]): unknown {
  return Reflect.construct(found(owner, path).member, values);
}

/** Ends an object. */
export function dispose(object: unknown): void {
  const end: unknown = Reflect.get(Object(object), Symbol.dispose);
  if (typeof end !== 'function') throw new Error('it cannot be disposed of');
  Reflect.apply(end, object, []);
}

/** A function or class, and what it is called on. */
function found(owner: unknown, path: string) {
  let holder: unknown;
  let member = owner;
  for (const name of path.split('.')) {
    holder = member;
    member = Reflect.get(Object(member), name);
  }
  if (typeof member !== 'function') throw new Error(`there is no \`${path}\``);
  return { holder, member };
}
