/**
 * Links modules that were built from different texts of one interface: `node fingerprints.mjs '{"glue": …, "heap": …, "provider": …,
 * "others": […], "user": …}'`. The glue is of the users' world, and of the provider's text; `others` are users of another text.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';

const { glue, heap, provider, others, user } = JSON.parse(process.argv[2]);
const { instantiate } = await import(glue);
const { SharedModules } = await import(join(dirname(glue), 'wit_runtime/shared-modules.js'));

const compiled = (file) => new WebAssembly.Module(readFileSync(file));

/** Modules that have a heap, and what all of them ask for beside. */
function start() {
  const wasi_snapshot_preview1 = new Proxy({}, { get: () => () => 0 });
  const counts = { wit_test_live: () => 0, wit_test_made: () => 0, wit_test_others_look: () => 0 };
  const shared = new SharedModules(new WebAssembly.Memory({ initial: 256 }), {
    wasi_snapshot_preview1,
    env: counts,
  });
  shared.add(compiled(heap));
  return shared;
}

const imports = { 'test:wide-flags/wide': { echoForty: (v) => v, echoAll: (v) => v } };
const disagree =
  /^LinkError: two components do not mean the same by `test:wide-flags\/wide`: one was built for [0-9a-f]{16}, the one that provides it for [0-9a-f]{16}$/;

for (const file of others) {
  const other = compiled(file);
  const withJavaScript = start();
  assert.throws(() => instantiate(other, imports, withJavaScript), disagree);
  instantiate(compiled(user), imports, withJavaScript).run();

  const withModule = start();
  withModule.add(compiled(provider));
  assert.throws(() => withModule.add(other), disagree);
  withModule.add(compiled(user)).exports.run();

  const before = start();
  before.add(other);
  assert.throws(() => before.add(compiled(provider)), disagree);
}
process.stdout.write('done\n');
