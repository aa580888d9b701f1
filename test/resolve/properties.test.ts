/** Whatever the input: an answer, with places that exist. */
import fc from 'fast-check';
import { codeFrame } from '../../src/base/code-frame.js';
import { memoryHost } from '../../src/base/host.js';
import { resolve } from '../../src/resolve/resolve.js';
import { parse } from '../../src/syntax/parse.js';
import { corpusCases, corpusInput } from '../support/corpus.js';
import { errorFixtures } from '../support/errors.js';
import { existsSync, readFileSync, statSync } from 'node:fs';

const fixtureTexts = errorFixtures().flatMap(({ host }) => [...host.files.values()]);
const corpusTexts = corpusCases()
  .map(corpusInput)
  .filter((path) => existsSync(path) && statSync(path).isFile())
  .map((path) => readFileSync(path, 'utf8'))
  .filter((text) => text.length < 4000);

const pieces = [
  '{',
  '}',
  '(',
  ')',
  '<',
  '>',
  ';',
  ',',
  ':',
  '.',
  '@',
  '/*',
  '*/',
  '"',
  '%',
  '->',
  '=',
  '_',
].concat(
  [
    'interface',
    'world',
    'use',
    'package',
    'func',
    'list<',
    'resource',
    'async',
    'include',
    'with',
    'u8',
    'as',
  ],
  ['a', 'b:c', 'b:c/d', '@1.0.0', '\u202e', '\u{1F600}', '\r', '\u0000', '\uD800'],
);

/** A text with some pieces cut out, put in or doubled. */
const mutated = fc
  .tuple(
    fc.constantFrom(...fixtureTexts, ...corpusTexts),
    fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), fc.constantFrom('', ...pieces)), {
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map(([text, edits]) =>
    edits.reduce((edited, [at, length, piece]) => {
      const start = at % (edited.length + 1);
      return edited.slice(0, start) + piece + edited.slice(start + (at % 2 === 0 ? length : 0));
    }, text),
  );

const soup = fc
  .array(fc.constantFrom(...pieces, ' ', '\n'), { maxLength: 60 })
  .map((parts) => parts.join(' '));

const runs = { numRuns: 400 };

test('any text has a tree, and its problems have places', () => {
  fc.assert(
    fc.property(fc.oneof(mutated, soup, fc.string({ unit: 'binary' })), (text) => {
      const { diagnostics } = parse({ path: 'a.wit', text });
      for (const { span } of diagnostics) {
        expect(span).toBeDefined();
        expect(0 <= (span?.start ?? -1) && (span?.start ?? 0) <= (span?.end ?? -1)).toBe(true);
        expect(span?.end).toBeLessThanOrEqual(text.length);
      }
    }),
    runs,
  );
});

test('any text resolves or says why not, and that can be shown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(mutated, soup), async (text) => {
      const host = memoryHost({ 'a.wit': text });
      const { resolved, diagnostics } = await resolve({ roots: ['a.wit'], features: 'all' }, host);
      if (!resolved) expect(diagnostics.length).toBeGreaterThan(0);
      for (const diagnostic of diagnostics) expect(codeFrame(diagnostic)).toContain(diagnostic.message);
    }),
    runs,
  );
});

test('the order of roots files on disk does not matter', async () => {
  const texts = {
    'wit/a.wit': 'package x:y; interface a { use b.{t}; }',
    'wit/b.wit': 'interface b { type t = u8; }',
  };
  const reversed = Object.fromEntries(Object.entries(texts).reverse());
  const names = async (files: Readonly<Record<string, string>>) =>
    (await resolve({ roots: ['wit'], features: 'all' }, memoryHost(files))).resolved?.main.interfaces.map(
      ({ name }) => name,
    );
  expect(await names(texts)).toEqual(await names(reversed));
});
