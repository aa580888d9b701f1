/**
 * Instantiates components that jco or our glue hosts, each with what those before it export, and calls `run` of the last
 * one. What their core modules count and say is read from their memories.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/** `core` and `interfaces` are there where our glue is the host. */
const { folder, parts, times } =
  /** @type {{ folder: string, parts: { name: string, core?: string, interfaces?: string[] }[], times: number }} */ (
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
WebAssembly.Instance = class extends WebAssembly.Instance {
  constructor(module, imports) {
    super(module, imports);
    const { wit_test_said: hasSaid, wit_test_listen: listen } = this.exports;
    if (hasSaid) modules.push(this.exports);
    listen?.();
  }
};

const tables = new Set();

/** Remembers the tables that our glue uses, if it does. */
async function watchTables(/** @type {string} */ script) {
  const [, file] = /import \{ HandleTable \} from '(.*?)'/.exec(readFileSync(script, 'utf8')) ?? [];
  if (file === undefined) return;
  const { HandleTable } = await import(pathToFileURL(join(dirname(script), file)).href);
  for (const name of ['own', 'lend']) {
    const { [name]: add } = HandleTable.prototype;
    HandleTable.prototype[name] = function (...parameters) {
      tables.add(this);
      return add.apply(this, parameters);
    };
  }
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

/**
 * What a component exports, as others import it: a function by itself is all that a module of its name exports. Our glue has
 * the interfaces in their order; jco says their names.
 */
function provide(/** @type {Record<string, unknown>} */ exports, interfaces = []) {
  const names = [...interfaces];
  for (const [name, item] of Object.entries(exports)) {
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (typeof item === 'function') provided[kebab] = { default: item };
    else provided[names.shift() ?? name] = item;
  }
}

let error;
try {
  let last = {};
  for (const { name, core, interfaces } of parts) {
    const script = join(folder, `${name}.js`);
    await watchTables(script);
    const { instantiate } = await import(pathToFileURL(script).href);
    last = instantiate(core === undefined ? moduleOf : moduleOf(core), provided);
    provide(last, interfaces);
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
const handles = [...tables].reduce((sum, table) => sum + table.size, 0);
parentPort?.postMessage({ counts, said, handles, error });
