// Elements of lists that are none: run as `node lies.mjs MODULE ADDON`.
import assert from 'node:assert/strict';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const [module, addon] = process.argv.slice(2);
const { api } = (await import(pathToFileURL(module))).load(addon);

for (const [how, what] of [
  [0, 'there is no character 56320'],
  [1, 'there is no case 7'],
  [2, 'there is no case 2'],
  [3, 'a string is not UTF-8'],
]) {
  assert.throws(() => api.lie(how), { code: 'WIT_TRAP', message: `test:lies/api: lie: ${what}` });
}
const sample = { letter: 'x', grade: 'high', weight: 5 };
assert.deepEqual(
  api.lie(4),
  ['first', 'second', 'third'].map((name) => ({ ...sample, name })),
);
