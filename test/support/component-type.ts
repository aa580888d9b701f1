/** Asking wit-component, as jco carries it, for the component type of a world. */
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Features } from '../../src/resolve/gates.js';
import { ByteReader } from '../../src/wasm/reader.js';
import type { Producer } from '../../src/encode/component.js';

/** What it names itself in what it writes. */
export const witComponent: Producer = {
  field: 'processed-by',
  name: 'wit-component',
  version: '0.259.0',
};

/** WIT as a text, or where it lies. */
export type WitSource = { readonly text: string } | { readonly path: string };

/** A thread with wit-component; after it crashed there is a new one. */
export class WitComponent {
  #worker: Worker | undefined;

  /** The content of the section, or why there is none. */
  async componentType(source: WitSource, world: string, features: Features): Promise<Uint8Array | string> {
    this.#worker ??= new Worker(new URL('component-type-worker.js', import.meta.url), { stderr: true });
    const answered = once(this.#worker, 'message');
    this.#worker.postMessage({
      ...('text' in source ? { witSource: source.text } : { witPath: realpathSync(source.path) }),
      world: `%${world}`,
      features: features === 'all' ? { tag: 'all' } : { tag: 'list', val: [...features] },
    });
    // The worker sends nothing else.
    const [answer] = (await answered) as [Uint8Array | string];
    if (typeof answer !== 'string') return contentOf(answer);
    await this.close();
    return answer;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }
}

/** The content of the only section of a module, which must be a custom section of this name. */
function contentOf(section: Uint8Array): Uint8Array {
  const reader = new ByteReader(section);
  const [id, length] = [reader.byte(), reader.number()];
  const name = reader.text();
  const start = section.length - length + 1 + 'component-type'.length;
  if (id !== 0x00 || name !== 'component-type') throw new Error(`an unknown section ${name}`);
  return section.slice(start);
}
