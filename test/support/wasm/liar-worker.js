/** Puts lies into the memory of a component that jco has made JavaScript of, and asks the one that is composed with it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

const { folder, name, questions, text } = workerData;
const { instantiate } = await import(pathToFileURL(join(folder, `${name}.js`)).href);

const compiled = new Map();
function moduleOf(/** @type {string} */ file) {
  if (!compiled.has(file)) compiled.set(file, new WebAssembly.Module(readFileSync(join(folder, file))));
  return compiled.get(file);
}

function asked(component, memory, { kind, pokes }) {
  for (const [address, bytes] of pokes) new Uint8Array(memory.buffer).set(bytes, address);
  const function_ = `ask${kind[0].toUpperCase()}${kind.slice(1)}`;
  try {
    return component['test:hostile/asked'][function_]() >>> 0;
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

/** Has the host no part in it: after a trap it lets nobody in. */
function textKeptIn(ours) {
  const bytes = new TextEncoder().encode(text);
  const address = ours.cabi_realloc(0, 0, 1, bytes.length);
  new Uint8Array(ours.memory.buffer).set(bytes, address);
  return () => ours['test:hostile/given#see-text'](address, bytes.length) >>> 0;
}

const told = questions.map((question) => {
  let liar;
  let ours;
  const component = instantiate(moduleOf, {}, (module, imports) => {
    const instance = new WebAssembly.Instance(module, imports);
    if (instance.exports.liar) liar = instance.exports;
    else if (instance.exports['test:hostile/given#see-text']) ours = instance.exports;
    return instance;
  });
  const tellText = textKeptIn(ours);
  return { lie: asked(component, liar.memory, question), text: tellText() };
});
parentPort?.postMessage(told);
