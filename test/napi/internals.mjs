// What an addon has of its own, and functions of the same names: run as `node internals.mjs MODULE ADDON`.
import assert from 'node:assert/strict';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const [module, addon] = process.argv.slice(2);
const { adopt, dispose, exchange, things } = (await import(pathToFileURL(module))).load(addon);
const end = Symbol.dispose ?? Symbol.for('Symbol.dispose');

assert.deepEqual([adopt(5), exchange(5), dispose(5)], [6, 7, 5]);
const pairs = Array.from({ length: 9 }, (_, number) => ({ key: 0, number }));
assert.equal(things.sum(pairs), 36);
for (const thing of [new things.Thing(3), things.another(3)]) {
  assert.equal(thing.number(), 3);
  thing[end]();
}
assert.equal(dispose(0), 2);
assert.deepEqual([adopt(5), exchange(5)], [6, 7]);
