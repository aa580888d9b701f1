/**
 * Instantiates components that jco or our glue hosts, each with what those before it export, and calls `run` of the last
 * one. What their core modules count and say is read from their memories. Runs in Node and in browsers.
 */

/**
 * What a component is: the script is `<name>.js`. `core` and `interfaces` are there where our glue is the host.
 * @typedef {{ name: string, core?: string, interfaces?: string[] }} Part
 */

/**
 * Where the files are, and how they are read and compiled; with jco as the host `compiled` must answer at once.
 * @typedef {{
 *   base: URL,
 *   text: (file: URL) => string | Promise<string>,
 *   compiled: (file: URL) => WebAssembly.Module | Promise<WebAssembly.Module>,
 * }} Files
 */

/** Remembers the instances of our own modules from now on; the second function has no more remembered. */
function watchInstances() {
  const before = WebAssembly.Instance;
  const watched = [];
  WebAssembly.Instance = class extends before {
    constructor(module, imports) {
      super(module, imports);
      const { wit_test_said: hasSaid, wit_test_listen: listen } = this.exports;
      if (hasSaid) watched.push(this.exports);
      listen?.();
    }
  };
  return { watched, unwatch: () => (WebAssembly.Instance = before) };
}

/** Adds to a set the tables that our glue uses, if it does. */
async function watchTables(/** @type {Set<object>} */ tables, /** @type {URL} */ script, text) {
  const [, file] = /import \{ HandleTable \} from '(.*?)'/.exec(text) ?? [];
  if (file === undefined) return;
  const { HandleTable } = await import(new URL(file, script).href);
  for (const name of ['own', 'lend']) {
    const { [name]: add } = HandleTable.prototype;
    HandleTable.prototype[name] = function (...parameters) {
      tables.add(this);
      return add.apply(this, parameters);
    };
  }
}

const countedIn = (modules) =>
  modules.map((exports) => [exports.wit_test_live_allocations(), exports.wit_test_live_bytes?.() ?? 0]);

/** The text at a place in a memory, up to a zero. */
function textAt(memory, start) {
  const bytes = new Uint8Array(memory.buffer);
  return new TextDecoder().decode(bytes.slice(start, bytes.indexOf(0, start)));
}

/**
 * Adds what a component exports to what others import: a function by itself is all that a module of its name exports. Our glue has
 * the interfaces in their order; jco says their names.
 */
function provide(provided, /** @type {Record<string, unknown>} */ exports, interfaces = []) {
  const names = [...interfaces];
  for (const [name, item] of Object.entries(exports)) {
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (typeof item === 'function') provided[kebab] = { default: item };
    else provided[names.shift() ?? name] = item;
  }
}

/** Runs them, and answers with an `Outcome` (run.ts). */
export async function runComponents(
  /** @type {Part[]} */ parts,
  /** @type {number} */ times,
  /** @type {Files} */ { base, text, compiled },
) {
  const { watched: modules, unwatch } = watchInstances();
  const tables = new Set();
  const counts = [];
  const provided = {};
  const moduleOf = (/** @type {string} */ file) => compiled(new URL(file, base));
  let error;
  try {
    let last = {};
    for (const { name, core, interfaces } of parts) {
      const script = new URL(`${name}.js`, base);
      await watchTables(tables, script, await text(script));
      const { instantiate } = await import(script.href);
      last = instantiate(core === undefined ? moduleOf : await moduleOf(core), provided);
      provide(provided, last, interfaces);
    }
    for (let time = 0; time < times; time++) {
      last.run();
      counts.push(countedIn(modules));
      for (const { wit_test_watch: watch } of modules) watch();
    }
  } catch (thrown) {
    error = String(thrown?.stack ?? thrown);
  }
  unwatch();
  const said = modules.map((exports) => textAt(exports.memory, exports.wit_test_said()));
  const handles = [...tables].reduce((sum, table) => sum + table.size, 0);
  return { counts, said, handles, error };
}
