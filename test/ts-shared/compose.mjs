/**
 * Makes instances of the modules of a test in test/runtime on one memory, each with what those before it export as its imports, and
 * calls `run` of the last one three times; in every choice of languages, each with a memory of its own. What is left behind
 * of a later run, or of a call in one, is an error. `node compose.mjs '{"test": …, "heap": …, "components": [{"glue": …,
 * "modules": [{"language": …, "file": …}]}]}'`.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { WASI } from 'node:wasi';
import { importsOf } from '../runtime/wiring.mjs';

const { test, heap, components } = JSON.parse(process.argv[2]);
const { SharedModules } = await import(join(dirname(components[0].glue), 'wit_runtime/shared-modules.js'));

const compiled = (file) => new WebAssembly.Module(readFileSync(file));
const heapModule = compiled(heap);
const choices = await Promise.all(
  components.map(async ({ glue, modules }) => {
    const { instantiate } = await import(glue);
    return modules.map((each) => ({ ...each, instantiate, module: compiled(each.file) }));
  }),
);

/** What programs of test/runtime ask, see check.h there. */
class Counts {
  isAsked = false;
  live = () => 0;
  env = {
    wit_test_live: () => (this.isAsked ? this.live() : 0),
    wit_test_made: () => 0,
    wit_test_others_look: () => 0,
  };
}

/** Runs one choice of modules. */
function run(chosen) {
  const memory = new WebAssembly.Memory({ initial: 256 });
  const wasi = new WASI({ version: 'preview1', returnOnExit: false });
  wasi.initialize({ exports: { memory } });
  const counts = new Counts();
  const shared = new SharedModules(memory, { ...wasi.getImportObject(), env: counts.env });
  counts.live = shared.add(heapModule).exports.live_allocations;
  const exported = {};
  let runner;
  for (const { instantiate, module } of chosen) {
    runner = instantiate(module, importsOf(test, exported), shared);
    // Who comes later stands before others.
    Object.assign(exported, runner);
  }
  runner.run();
  // What JavaScript lends has its place by now.
  counts.isAsked = true;
  for (let again = 0; again < 2; again++) {
    const before = counts.live();
    if (before < 1) throw new Error('nothing is counted');
    runner.run();
    const left = counts.live() - before;
    if (left !== 0) throw new Error(`${String(left)} allocations are left behind`);
  }
}

const pairings = choices.reduce(
  (all, modules) => all.flatMap((chosen) => modules.map((module) => [...chosen, module])),
  [[]],
);
for (const chosen of pairings) {
  run(chosen);
  process.stdout.write(`${chosen.map(({ language }) => language).join(' ')}\n`);
}
