/**
 * What a call into a core module costs in Node through our glue, beside jco's for the same module and beside glue written by
 * hand, turn by turn in one process; and how large the code is. Run by `npm run bench`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { ratio, table } from '../text.mjs';
import { build } from './build.mjs';
import { loopsFor, measured, median, nanoseconds } from './measure.mjs';

const here = import.meta.dirname;

const host = { add: (a, b) => (a + b) >>> 0 };

/** For each kind of glue, what the component exports. */
async function instances({ module, jco, glue }) {
  const compiled = (path) => new WebAssembly.Module(readFileSync(path));
  const load = (path) => import(pathToFileURL(path).href);
  const byHand = await load(join(here, 'by-hand.mjs'));
  const jcos = await load(jco);
  const ours = await load(glue);
  return {
    ours: ours.instantiate(compiled(module), { 'bench:glue/host@0.1.0': host }).api,
    byHand: byHand.instantiate(compiled(module), { host }).api,
    jco: jcos.instantiate((name) => compiled(join(dirname(jco), name)), { 'bench:glue/host': host }).api,
  };
}

/** Sizes of a script, in bytes. */
function sizes(path) {
  const text = readFileSync(path, 'utf8');
  const minified = transformSync(text, { minify: true, format: 'esm' }).code;
  return [text, minified, gzipSync(minified)].map(({ length }) => length);
}

if (spawnSync('clang++-19', ['--version']).error) {
  console.log('calls through the glue: not measured, needs clang++-19 (scripts/install-toolchains.sh)');
} else {
  const parent = join(here, '../../build');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'bench-'));
  const built = await build(folder);
  const loops = {};
  for (const [name, api] of Object.entries(await instances(built))) loops[name] = await loopsFor(name, api);
  const rows = loops.ours.map(({ title, target }, index) => {
    const results = measured(
      Object.fromEntries(Object.entries(loops).map(([name, cases]) => [name, cases[index].run])),
    );
    const [ours, byHand, jco] = ['ours', 'byHand', 'jco'].map((name) =>
      nanoseconds(median(results.map((round) => round[name]))),
    );
    // Both of one round have had the same machine.
    const faster = median(results.map((round) => round.jco / round.ours)).toFixed(1);
    const slower = median(results.map((round) => round.ours / round.byHand)).toFixed(2);
    return [title, ours, byHand, slower, jco, faster, target === undefined ? '' : `≥ ${String(target)}`];
  });
  console.log(table(['a call', 'wit-gen', 'by hand', 'ratio', 'jco', 'times faster', 'target'], rows));
  console.log();
  const columns = ['as emitted', 'minified', 'and gzipped'];
  const code = [sizes(built.glue), sizes(built.jco)];
  const sizeRows = columns.map((column, index) => [
    column,
    ...code.map((bytes) => bytes[index].toLocaleString('en')),
    ratio(code[0][index], code[1][index]),
  ]);
  console.log(table([`bytes of JavaScript, ${basename(built.jco)}`, 'wit-gen', 'jco', 'ratio'], sizeRows));
  rmSync(folder, { recursive: true });
}
