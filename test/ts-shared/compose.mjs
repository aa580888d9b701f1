/**
 * Makes instances of modules on one memory, each with what those before it export as its imports, and calls `run` of the last
 * one three times: `node compose.mjs '{"heap": …, "components": [{"glue": …, "module": …}]}'`. What is left behind of a later run is
 * an error.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { WASI } from 'node:wasi';

/** An interface is a member of the world, under its own name. */
const byName = (provider) =>
  new Proxy(
    {},
    {
      get: (_, name) =>
        provider[
          String(name)
            .replace(/^.*\//, '')
            .replace(/-(.)/g, (_, c) => c.toUpperCase())
        ],
      getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
    },
  );

const compiled = (file) => new WebAssembly.Module(readFileSync(file));

const { heap, components } = JSON.parse(process.argv[2]);
const { SharedModules } = await import(join(dirname(components[0].glue), 'wit_runtime/shared-modules.js'));
const memory = new WebAssembly.Memory({ initial: 256 });
const wasi = new WASI({ version: 'preview1', returnOnExit: false });
wasi.initialize({ exports: { memory } });
// What programs of test/runtime ask, see check.h there: what is counted is counted here.
const asked = { wit_test_live: () => 0, wit_test_made: () => 0, wit_test_others_look: () => 0 };
const shared = new SharedModules(memory, { ...wasi.getImportObject(), env: asked });
const { live_allocations: live } = shared.add(compiled(heap)).exports;

const exported = {};
let runner;
for (const { glue, module } of components) {
  const { instantiate } = await import(glue);
  runner = instantiate(compiled(module), byName(exported), shared);
  Object.assign(exported, runner);
}
runner.run();
for (let again = 0; again < 2; again++) {
  const before = live();
  if (before < 1) throw new Error('nothing is counted');
  runner.run();
  const left = live() - before;
  if (left !== 0) throw new Error(`${String(left)} allocations are left behind`);
}
process.stdout.write('ran\n');
