/**
 * Builds and runs wit-bindgen's own runtime tests, as they are, against our bindings, natively or as components:
 * `npm run peer-programs -- --checkout DIR [--filter NAME]... [--language cpp|rust] [--watch valgrind]
 * [--compiler clang++] [--abi canonical]`.
 * `DIR` is a checkout of wit-bindgen or of its fork. Prints a table; fails if something fails that is not expected to.
 */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { wasmRust } from '../test/support/peer/component-build.js';
import { componentPlatform } from '../test/support/peer/components.js';
import { discoverTests, runtimeTests, type PeerLanguage } from '../test/support/peer/discover.js';
import { expectedFailures } from '../test/support/peer/expected.js';
import { buildStandIn, nativeRust } from '../test/support/peer/stand-in.js';
import { report } from '../test/support/peer/table.js';
import { cppTools, type CppTool, type Watch } from '../test/support/peer/tools.js';
import { nativePlatform } from '../test/support/peer/native.js';
import { tryTest, type Platform, type Trial } from '../test/support/peer/trial.js';
import { compileCounting } from '../test/support/wasm/counting.js';
import { WasmTools } from '../test/support/wasm/tools.js';

const { values } = parseArgs({
  options: {
    checkout: { type: 'string' },
    filter: { type: 'string', multiple: true, default: [] },
    language: { type: 'string', multiple: true, default: ['cpp', 'rust'] },
    compiler: { type: 'string', default: 'g++' },
    watch: { type: 'string', default: 'sanitizers' },
    abi: { type: 'string', default: 'symmetric' },
  },
});
if (values.checkout === undefined) throw new Error('say where a checkout of wit-bindgen is: --checkout DIR');
const languages = values.language.filter((one): one is PeerLanguage => one === 'cpp' || one === 'rust');
const cpp = cppTools[values.compiler];
if (cpp === undefined) throw new Error(`--compiler is one of ${Object.keys(cppTools).join(', ')}`);
const watch: Watch = values.watch === 'valgrind' ? 'valgrind' : 'sanitizers';

mkdirSync('build', { recursive: true });
const folder = mkdtempSync(join(resolve('build'), 'peer-programs-'));
const tests = discoverTests(runtimeTests(resolve(values.checkout))).filter(
  ({ name }) => values.filter.length === 0 || values.filter.some((part) => name.includes(part)),
);
const sources = 'test/support/peer/stand-in';
const generator = 'build/peer/scripts/peer-generate.js';

/** Tries all tests on a platform. */
async function tryAll<Part>(platform: Platform<Part>): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  for (const test of tests) trials.push(...(await tryTest(test, languages, folder, platform)));
  return trials;
}

async function natively(cpp: CppTool): Promise<readonly Trial[]> {
  const standIn = buildStandIn(sources, folder, generator, nativeRust);
  const main = ['test/support/peer/main/main.cpp'];
  return tryAll(nativePlatform({ watch, cpp, standIn, main, compiled: new Map() }));
}

async function asComponents(): Promise<readonly Trial[]> {
  const standIn = buildStandIn(sources, folder, generator, wasmRust);
  const counting = compileCounting('test/support/wasm', folder);
  const tools = new WasmTools();
  try {
    return await tryAll(componentPlatform({ standIn, counting }, tools));
  } finally {
    await tools.close();
  }
}

const trials = await (values.abi === 'canonical' ? asComponents() : natively(cpp));
const { text, good } = report(trials, expectedFailures);
console.log(text);
process.exitCode = good ? 0 : 1;
