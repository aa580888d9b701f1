/**
 * Loads the components of a test of test/runtime, each with what those before it export as its imports, and calls `run` of the last
 * one, twice: `node compose.mjs '{"test": …, "components": [{"module": …, "library": …}]}'`. What is left behind of the second run
 * is an error.
 */
import * as koffi from 'koffi';
import { importsOf } from '../runtime/wiring.mjs';

const { test, components } = JSON.parse(process.argv[2]);
const exported = {};
let runner;
for (const { module, library } of components) {
  const { load } = await import(module);
  runner = load(library, importsOf(test, exported));
  // Who comes later stands before others.
  Object.assign(exported, runner);
}
const isCounting = process.env.LD_PRELOAD !== undefined;
const live = isCounting ? koffi.load(null).func('wit_test_live_of_components', 'long', []) : () => 0;
runner.run();
const before = live();
runner.run();
const left = live() - before;
if (left !== 0) throw new Error(`${String(left)} allocations are left behind`);
console.log('ran');
