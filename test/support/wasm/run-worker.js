/** Runs components in a thread of Node. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { runComponents } from './run-components.js';

const { folder, parts, times } =
  /** @type {{ folder: string, parts: import('./run-components.js').Part[], times: number }} */ (workerData);

/** A core module is compiled once, wherever it is used. */
const modules = new Map();
function compiled(/** @type {URL} */ file) {
  if (!modules.has(file.href)) modules.set(file.href, new WebAssembly.Module(readFileSync(file)));
  return modules.get(file.href);
}

const base = pathToFileURL(join(folder, '/'));
parentPort?.postMessage(
  await runComponents(parts, times, { base, text: (file) => readFileSync(file, 'utf8'), compiled }),
);
