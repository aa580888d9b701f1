/** Running components in Node, with jco as the host. */
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Hosted } from './tools.js';

/** What running came to. */
export interface Outcome {
  /** After each run, for each core module that counts: blocks and bytes that are allocated. */
  readonly counts: readonly (readonly (readonly [blocks: number, bytes: number])[])[];
  /** What the modules said on their error streams. */
  readonly said: readonly string[];
  /** What ended it early. */
  readonly error?: string;
}

/**
 * Instantiates components in a thread of their own, each with what those before it export, and calls `run` of the last one
 * a few times.
 */
export async function runHosted(parts: readonly Hosted[], folder: string, times: number): Promise<Outcome> {
  mkdirSync(folder, { recursive: true });
  // What lies below may be in a package that says otherwise.
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  for (const { files } of parts) {
    for (const [name, content] of files) writeFileSync(join(folder, name), content);
  }
  const workerData = { folder, names: parts.map(({ name }) => name), times };
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
export function complaint({ counts, said, error }: Outcome): string {
  const words = said.filter((text) => text !== '').join('\n');
  if (error !== undefined) return `${error}\n${words}`;
  const [first, ...others] = counts.map((each) => JSON.stringify(each));
  if (first === '[]') return 'no module counts';
  return others.every((each) => each === first)
    ? ''
    : `allocated after each run: ${counts.map((each) => JSON.stringify(each)).join(', ')}`;
}
