/** The prose of the catalogues holds: examples cause what they are examples of, and nothing else. */
import { memoryHost } from '../../src/base/host.js';
import { catalogue } from '../../src/driver/catalogue.js';
import { meaning } from '../../src/driver/prose.js';
import { resolve } from '../../src/resolve/resolve.js';
import { exampleFiles } from '../../src/base/examples.js';

const shown = catalogue.flatMap(({ code, example }) =>
  'wit' in example && example.command === undefined ? [{ code, wit: example.wit }] : [],
);

test.each(shown)('the example of $code has that problem alone', async ({ code, wit }) => {
  const host = memoryHost(exampleFiles(wit));
  const { diagnostics } = await resolve({ roots: ['wit'], features: new Set() }, host);
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
});

test.each(catalogue)('the prose of $code is whole sentences', ({ explain, remedy }) => {
  for (const text of [explain, remedy]) expect(text).toMatch(/^[A-Z`][^]*\.$/);
});

test.each(catalogue)('the first sentence of $code fits a line', (entry) => {
  expect(meaning(entry).length).toBeLessThanOrEqual(110);
});

test('no two entries share a code, and a code is kebab-case', () => {
  const codes = catalogue.map(({ code }) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  expect(codes.filter((code) => !/^[a-z]+(?:-[a-z]+)*$/.test(code))).toEqual([]);
});
