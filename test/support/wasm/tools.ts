/** wasm-tools and jco in a thread: after a trap their WebAssembly is of no more use, and the next request gets a new one. */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { surfaceOf } from './surface.js';

/** A component as JavaScript, which is `<name>.js` among the files. */
export interface Hosted {
  readonly name: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** What the thread answers. */
type Answer = { readonly value: unknown } | { readonly error: string };

/** WIT at a path, and which of its worlds is meant. */
export interface WorldAt {
  readonly witPath: string;
  readonly world: string;
  /** Gates that are open. */
  readonly features: readonly string[];
}

/** Tools that make components and take them apart. Their errors are thrown. */
export class WasmTools {
  #worker: Worker | undefined;

  /** A component of a core module that says itself what it is, with what adapts its other imports by their module's name. */
  async componentNew(
    module: Uint8Array,
    adapters: readonly (readonly [name: string, module: Uint8Array])[] = [],
  ): Promise<Uint8Array> {
    return bytes(await this.#ask('componentNew', [module, adapters]));
  }

  /** A core module that traps wherever it is called, with everything that a component of a world has. */
  async dummyModule({ features, ...at }: WorldAt): Promise<Uint8Array> {
    const asked = { ...at, dummy: true, features: { tag: 'list', val: features } };
    return bytes(await this.#ask('componentEmbed', [asked]));
  }

  /** A core module in text, which says that it is of a world. */
  async embedded(text: string, at: WorldAt): Promise<Uint8Array> {
    const binary = await this.#ask('parse', [text]);
    return bytes(
      await this.#ask('componentEmbed', [
        { ...at, binary, features: { tag: 'list', val: [...at.features] } },
      ]),
    );
  }

  /** The WIT of a component. */
  async componentWit(component: Uint8Array): Promise<string> {
    return String(await this.#ask('componentWit', [component]));
  }

  /** JavaScript and core modules that are what the component is. */
  async transpile(component: Uint8Array, name: string): Promise<Hosted> {
    const imports = surfaceOf(component).imports.map((item) => item.name);
    // The worker makes such a map.
    const files = (await this.#ask('transpile', [component, name, imports])) as Hosted['files'];
    return { name, files };
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #ask(tool: string, args: readonly unknown[]): Promise<unknown> {
    this.#worker ??= new Worker(new URL('tools-worker.js', import.meta.url), { stderr: true });
    const answered = once(this.#worker, 'message');
    this.#worker.postMessage({ tool, args });
    // The worker sends nothing else.
    const [answer] = (await answered) as [Answer];
    if ('value' in answer) return answer.value;
    await this.close();
    throw new Error(`${tool}: ${answer.error}`);
  }
}

function bytes(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  throw new Error('it is not binary');
}
