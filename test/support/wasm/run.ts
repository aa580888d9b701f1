/** Running components in Node, with jco or our own glue as the host, and in a browser with our own. */
import { once } from 'node:events';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { inBrowser } from '../browser.js';
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
  // What lies below may be in a package that says otherwise.
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  const workerData = { folder, parts: written(parts, folder), times };
  const worker = new Worker(new URL('run-worker.js', import.meta.url), { workerData, stderr: true });
  try {
    // The worker sends nothing else.
    const [outcome] = (await once(worker, 'message')) as [Outcome];
    return outcome;
  } finally {
    await worker.terminate();
  }
}

/** Writes the files of components, and answers with what those who run them are told. */
function written(parts: readonly (Hosted | Glued)[], folder: string): readonly object[] {
  for (const [name, content] of parts.flatMap(({ files }) => [...files])) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return parts.map((part) => ({ ...part, files: undefined }));
}

const pageScripts = ['run-page.js', 'run-components.js'];

/** The same in one page of a browser, for components under our glue: several combinations, one after the other. */
export async function runInBrowser(
  combinations: readonly (readonly Glued[])[],
  folder: string,
  times: number,
): Promise<readonly Outcome[]> {
  const told = combinations.map((parts, index) => {
    const place = String(index);
    return { folder: place, parts: written(parts, join(folder, place)) };
  });
  writeFileSync(join(folder, 'combinations.json'), JSON.stringify({ combinations: told, times }));
  for (const script of pageScripts) copyFileSync(join(import.meta.dirname, script), join(folder, script));
  // What the page's script answers with.
  return (await inBrowser(folder, 'run-page.js')) as readonly Outcome[];
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
