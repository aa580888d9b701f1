/**
 * What a call into a core module costs in Node through our glue, beside jco's for the same module and beside glue written by
 * hand, turn by turn, each in a process of its own; and how large the code is. Run by `npm run bench`.
 */
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { transformSync } from 'esbuild';
import { ratio, table } from '../text.mjs';
import { build } from './build.mjs';
import { cases } from './cases.mjs';
import { glues } from './glues.mjs';
import { median, nanoseconds, orders } from './measure.mjs';

const here = import.meta.dirname;

/** A process for each kind of glue, which takes turns when it is told. */
async function processes(paths) {
  const entries = Object.keys(glues).map(async (name) => {
    const child = fork(join(here, 'turns.mjs'), [name, JSON.stringify(paths)]);
    // One that fails has said why.
    child.once('exit', (status) => status && process.exit(status));
    await once(child, 'message');
    const ask = async (message) => {
      child.send(message);
      const [answer] = await once(child, 'message');
      return answer;
    };
    return [
      name,
      { begin: (index) => ask({ begin: index }), turn: () => ask({}), end: () => child.disconnect() },
    ];
  });
  return Object.fromEntries(await Promise.all(entries));
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
  const names = Object.keys(glues);
  const rows = [];
  for (const [index, { title, target }] of cases.entries()) {
    // Once a case has made garbage of another kind, the engine's heap is another one for those behind it.
    const glue = await processes(built);
    for (const name of names) await glue[name].begin(index);
    const results = [];
    for (const order of orders(names)) {
      const round = {};
      for (const name of order) round[name] = await glue[name].turn();
      results.push(round);
    }
    const [ours, byHand, jco] = ['ours', 'byHand', 'jco'].map((name) =>
      nanoseconds(median(results.map((round) => round[name]))),
    );
    // Both of one round have had the same machine.
    const faster = median(results.map((round) => round.jco / round.ours)).toFixed(1);
    const slower = median(results.map((round) => round.ours / round.byHand)).toFixed(2);
    const least = target === undefined ? '' : `≥ ${String(target)}`;
    rows.push([title, ours, byHand, slower, jco, faster, least]);
    for (const name of names) glue[name].end();
  }
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
