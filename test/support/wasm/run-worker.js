/**
 * Instantiates components that jco has made JavaScript of, each with what those before it export, and calls `run` of the last
 * one. What their core modules count and say is read from their memories.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const { folder, names, times } = /** @type {{ folder: string, names: string[], times: number }} */ (
  workerData
);
const modules = [];
const said = [];
const counts = [];

/** A core module is compiled once, wherever it is used. */
const compiled = new Map();
function moduleOf(/** @type {string} */ file) {
  if (!compiled.has(file)) compiled.set(file, new WebAssembly.Module(readFileSync(join(folder, file))));
  return compiled.get(file);
}

/** Remembers the instances of our own modules. */
function instantiateCore(module, imports) {
  const instance = new WebAssembly.Instance(module, imports);
  const { wit_test_said: hasSaid, wit_test_listen: listen } = instance.exports;
  if (hasSaid) modules.push(instance.exports);
  listen?.();
  return instance;
}

function counted() {
  return modules.map((exports) => [
    exports.wit_test_live_allocations(),
    exports.wit_test_live_bytes?.() ?? 0,
  ]);
}

/** The text at a place in a memory, up to a zero. */
function textAt(memory, start) {
  const bytes = new Uint8Array(memory.buffer);
  return new TextDecoder().decode(bytes.slice(start, bytes.indexOf(0, start)));
}

const provided = {};

/** What a component exports, as others import it: a function by itself is all that a module of its name exports. */
function provide(/** @type {Record<string, unknown>} */ exports) {
  for (const [name, item] of Object.entries(exports)) {
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    provided[typeof item === 'function' ? kebab : name] =
      typeof item === 'function' ? { default: item } : item;
  }
}

let error;
try {
  let last = {};
  for (const name of names) {
    const { instantiate } = await import(pathToFileURL(join(folder, `${name}.js`)).href);
    last = instantiate(moduleOf, provided, instantiateCore);
    provide(last);
  }
  for (let time = 0; time < times; time++) {
    last.run();
    counts.push(counted());
    for (const { wit_test_watch: watch } of modules) watch();
  }
} catch (thrown) {
  error = String(thrown?.stack ?? thrown);
}
for (const exports of modules) said.push(textAt(exports.memory, exports.wit_test_said()));
parentPort?.postMessage({ counts, said, error });
