// Flags that are bits, enums in capitals, and constants: run as `node presentation.mjs MODULE ADDON`.
import assert from 'node:assert/strict';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const [module, addon] = process.argv.slice(2);
const { load } = await import(pathToFileURL(module));

const seen = [];
const relayed = (list) => {
  seen.push(...list);
  return list;
};
const host = {
  Log: Map,
  attempt: () => 0,
  answer: () => 0,
  samples: relayed,
  entries: relayed,
};
const { api } = load(addon, { 'test:napi/host': host });

// By themselves.
assert.deepEqual({ ...api.Color }, { Red: 'RED', DarkGreen: 'DARK_GREEN' });
assert.deepEqual({ ...api.Marks }, { Torn: 1n, VeryRare: 2n });
assert.deepEqual(api.Shape.Nothing(), { tag: 'nothing' });
assert.equal(api.shade(api.Color.DarkGreen, api.Marks.Torn | api.Marks.VeryRare), 'DARK_GREEN');
assert.throws(
  () => api.shade('dark-green', 0n),
  /^TypeError: c must be one of 'RED', 'DARK_GREEN', not a string$/,
);
assert.throws(() => api.shade('RED', 4n), /^TypeError: m must be a bigint of 2 bits, not 4n$/);
assert.throws(() => api.shade('RED', {}), /^TypeError: m must be a bigint of 2 bits, not an object$/);

// In lists.
const sample = { id: 1, value: 0.5, letter: 'x', grade: 'HIGH', marks: 3n, weight: undefined };
assert.deepEqual(api.samples([sample, { ...sample, grade: 'LOW', marks: 0n }]), [
  sample,
  { ...sample, grade: 'LOW', marks: 0n },
]);
assert.deepEqual(seen, [sample, { ...sample, grade: 'LOW', marks: 0n }]);
assert.throws(
  () => api.samples([{ ...sample, grade: 'high' }]),
  /^TypeError: samples\[0\]\.grade must be one of 'LOW', 'HIGH', not a string$/,
);
assert.throws(
  () => api.samples([{ ...sample, marks: 4n }]),
  /^TypeError: samples\[0\]\.marks must be a bigint of 2 bits, not 4n$/,
);
const entry = { first: 'a', note: { tag: 'spoken', val: { tag: 'err', val: 'HIGH' } }, last: undefined };
assert.deepEqual(api.entries([entry]), [entry]);
