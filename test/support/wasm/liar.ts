/** A component that lies to one of ours, with a host between them. */
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { direct, type Lie, type Place, words } from './lies.js';
import type { Hosted } from './tools.js';

/** Bytes at an address of the memory of `test/hostile/liar.wat`. */
type Poke = readonly [address: number, bytes: readonly number[]];

/** Where it finds its answers, and where what they point at begins and ends. */
const liar = { direct: 0, area: 16, content: 64, end: 0x10000 } as const;

/** What lies in its memory when it says something. */
function pokesOf({ kind, said }: Lie): readonly Poke[] {
  const pokes: Poke[] = [];
  let next: number = liar.content;
  const put: Place['put'] = (bytes, align = 1) => {
    const address = Math.ceil(next / align) * align;
    next = address + bytes.length;
    pokes.push([address, bytes]);
    return address;
  };
  const values = said({ put, end: liar.end });
  return [...pokes, [direct.has(kind) ? liar.direct : liar.area, words(...values)]];
}

/** The liar in text, with what it says in its memory from the beginning. */
export function liarSaying(text: string, lie: Lie): string {
  const escaped = (byte: number): string => `\\${byte.toString(16).padStart(2, '0')}`;
  const data = pokesOf(lie).map(
    ([address, bytes]) => `  (data (i32.const ${String(address)}) "${bytes.map(escaped).join('')}")\n`,
  );
  return text.replace(/\)\s*$/, `${data.join('')})\n`);
}

/** What the component of ours told of a lie, or the error that the host had, and then of a text that lay in its memory before. */
export interface Told {
  readonly lie: number | string;
  readonly text: number;
}

/** Has ours ask the liar, in a thread, where each lie gets both components anew. */
export async function toldThrough(
  host: Hosted,
  folder: string,
  lies: readonly Lie[],
  text: string,
): Promise<readonly Told[]> {
  mkdirSync(folder, { recursive: true });
  // What lies below may be in a package that says otherwise.
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  for (const [name, content] of host.files) writeFileSync(join(folder, name), content);
  const questions = lies.map((lie) => ({ kind: lie.kind, pokes: pokesOf(lie) }));
  const workerData = { folder, name: host.name, questions, text };
  const worker = new Worker(new URL('liar-worker.js', import.meta.url), { workerData, stderr: true });
  try {
    // The worker sends nothing else.
    const [all] = (await once(worker, 'message')) as [readonly Told[]];
    return all;
  } finally {
    await worker.terminate();
  }
}
