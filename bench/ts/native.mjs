/**
 * What a call into a native component costs in Node, through koffi and through a Node-API addon, beside the same component as a
 * core module of the symmetric ABI (`shared`) and of the canonical one (`wasm`), turn by turn in one process. Run by `npm run bench`.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { table } from '../text.mjs';
import { buildNative } from './build-native.mjs';
import { buildShared, buildWasm, rustForWasm } from './build.mjs';
import { loopsFor, measured, median, nanoseconds } from './measure.mjs';

// What the library of Rust would write a panic by: every function says that there is no such file.
const wasi = { wasi_snapshot_preview1: new Proxy({}, { get: () => () => 8 }) };
const imports = { 'bench:glue/host@0.1.0': { add: (a, b) => (a + b) >>> 0 } };
const columns = ['koffi', 'napi', 'shared', 'wasm'];

const load = (path) => import(pathToFileURL(path).href);

/** What the component exports, by the way in which Node gets to it. */
async function instances({ koffi, napi }, shared, wasm) {
  const [koffis, napis, shareds, wasms] = await Promise.all(
    [koffi.module, napi.module, shared.glue, wasm.glue].map(load),
  );
  return {
    koffi: koffis.load(koffi.library, imports).api,
    napi: napis.load(napi.library, imports).api,
    shared: shareds.instantiate(compiled(shared), imports, new shareds.SharedModules(undefined, wasi)).api,
    wasm: wasms.instantiate(compiled(wasm), imports).api,
  };
}

const compiled = ({ module }) => new WebAssembly.Module(readFileSync(module));

/** Prints the times of all cases for the component in a language. */
async function measure(language, folder) {
  const wasm = buildWasm(language, join(folder, 'wasm'));
  const shared = buildShared(language, join(folder, 'shared'));
  const apis = await instances(buildNative(language, join(folder, 'native')), shared, wasm);
  const loops = await Promise.all(
    columns.map(async (name) => [name, await loopsFor(`${language}-${name}`, apis[name])]),
  );
  const rows = loops[0][1].map(({ title }, index) => {
    const results = measured(Object.fromEntries(loops.map(([name, cases]) => [name, cases[index].run])));
    const times = columns.map((name) => nanoseconds(median(results.map((round) => round[name]))));
    // Both of one round have had the same machine.
    const ratio = (of) => median(results.map(of)).toFixed(2);
    return [
      title,
      ...times,
      ratio(({ koffi, napi }) => napi / koffi),
      ratio(({ shared, wasm }) => shared / wasm),
    ];
  });
  console.log(table([`a call, component in ${language}`, ...columns, 'napi / koffi', 'shared / wasm'], rows));
  console.log();
}

const lacks = (command) => spawnSync(command, ['--version']).error !== undefined;

if (['clang++-19', 'g++'].some(lacks)) {
  console.log('calls into native components: not measured, needs g++ and clang++-19');
} else {
  const parent = join(import.meta.dirname, '../../build');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'bench-'));
  const languages = ['cpp', ...(['rustc', rustForWasm].some(lacks) ? [] : ['rust'])];
  for (const language of languages) await measure(language, join(folder, language));
  rmSync(folder, { recursive: true });
}
