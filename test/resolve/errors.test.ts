import { codeFrame } from '../../src/base/code-frame.js';
import { inReadingOrder } from '../../src/base/diagnostics.js';
import { errors as resolveErrors } from '../../src/resolve/errors.js';
import { resolve } from '../../src/resolve/resolve.js';
import { errors as syntaxErrors } from '../../src/syntax/errors.js';
import { errorFixtures } from '../support/errors.js';
import { expectGolden } from '../support/golden.js';

const fixtures = errorFixtures();

/** Codes that no text of a fixture can cause. */
const withoutFixture: ReadonlyMap<string, string> = new Map([
  ['io-not-found', 'the input is not there; see load.test.ts'],
  ['io-unreadable', 'needs a host that fails; see load.test.ts'],
  ['too-many', 'says how many others there are; see without-excess.test.ts'],
  ['merge-incompatible', 'comes from merging imports; see merge-imports.test.ts'],
  ['world-ambiguous', 'comes from choosing a world, not from resolving; see select-world.test.ts'],
  ['world-unknown', 'comes from choosing a world, not from resolving; see select-world.test.ts'],
]);

/** Codes that come with another one, which is as true. */
const companions: ReadonlyMap<string, string> = new Map([
  ['package-depth', 'nested-not-top'], // What is nested too deep is nested.
  ['leading-zero', 'gated-fixed-length-list'], // Only such lists have a length.
]);

test.each(fixtures)('$name is reported with its code alone', async ({ root, host, code }) => {
  const { diagnostics } = await resolve({ roots: [root], features: new Set() }, host);
  const found = new Set(diagnostics.map((diagnostic) => diagnostic.code));
  found.delete(companions.get(code) ?? '');
  expect([...found]).toEqual([code]);
});

test.each(fixtures)('the code frame of $name is as it was', async ({ name, root, host }) => {
  const { diagnostics } = await resolve({ roots: [root], features: new Set() }, host);
  const frames = inReadingOrder(diagnostics).map((diagnostic) => codeFrame(diagnostic));
  expectGolden(`errors/${name}.txt`, frames.join('\n'));
});

test('every code has a fixture', () => {
  const declared = [...Object.values(syntaxErrors), ...Object.values(resolveErrors)];
  const shown = new Set([...fixtures.map(({ code }) => code), ...withoutFixture.keys()]);
  expect(declared.map(({ code }) => code).filter((code) => !shown.has(code))).toEqual([]);
});

test('no two entries of the catalogues share a code', () => {
  const codes = [...Object.values(syntaxErrors), ...Object.values(resolveErrors)].map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});
