/** The kinds of glue that are measured: what the component exports, through each. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const host = { add: (a, b) => (a + b) >>> 0 };
const compiled = (path) => new WebAssembly.Module(readFileSync(path));
const load = (path) => import(pathToFileURL(path).href);

export const glues = {
  async ours({ module, glue }) {
    const { instantiate } = await load(glue);
    return instantiate(compiled(module), { 'bench:glue/host@0.1.0': host }).api;
  },
  async byHand({ module }) {
    const { instantiate } = await import('./by-hand.mjs');
    return instantiate(compiled(module), { host }).api;
  },
  async jco({ jco }) {
    const { instantiate } = await load(jco);
    return instantiate((name) => compiled(join(dirname(jco), name)), { 'bench:glue/host': host }).api;
  },
};
