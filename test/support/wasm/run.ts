/** Running components in Node, with jco or our own glue as the host. */
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Glued } from './glue.js';
import type { Hosted } from './tools.js';

/** What running came to. */
export interface Outcome {
  /** After each run, for each core module that counts: blocks and bytes that are allocated. */
  readonly counts: readonly (readonly (readonly [blocks: number, bytes: number])[])[];
  /** What the modules said on their error streams. */
  readonly said: readonly string[];
  /** How many handles there are in the tables of our glue in the end. */
  readonly handles: number;
  /** What ended it early. */
  readonly error?: string;
}

/**
 * Instantiates components in a thread of their own, each with what those before it export, and calls `run` of the last one
 * a few times.
 */
export async function runHosted(
  parts: readonly (Hosted | Glued)[],
  folder: string,
  times: number,
): Promise<Outcome> {
  mkdirSync(folder, { recursive: true });
  // What lies below may be in a package that says otherwise.
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  for (const { files } of parts) {
    for (const [name, content] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
  }
  const told = parts.map((part) => ({ ...part, files: undefined }));
  const workerData = { folder, parts: told, times };
  const worker = new Worker(new URL('run-worker.js', import.meta.url), { workerData, stderr: true });
  try {
    // The worker sends nothing else.
    const [outcome] = (await once(worker, 'message')) as [Outcome];
    return outcome;
  } finally {
    await worker.terminate();
  }
}

/** Why an outcome is not what it should be, or nothing: all runs ended well, and none but the first left anything allocated. */
export function complaint({ counts, said, handles, error }: Outcome): string {
  const words = said.filter((text) => text !== '').join('\n');
  if (error !== undefined) return `${error}\n${words}`;
  if (handles > 0) return `${String(handles)} handles are left`;
  const [first, ...others] = counts.map((each) => JSON.stringify(each));
  if (first === '[]') return 'no module counts';
  return others.every((each) => each === first)
    ? ''
    : `allocated after each run: ${counts.map((each) => JSON.stringify(each)).join(', ')}`;
}
