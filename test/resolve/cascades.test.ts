/**
 * What is said of the wrong cases of the corpus beyond what the reference says: it stops at the first error, we do
 * not. Each of these was looked at: it is true, and has a cause of its own.
 */
import type { Features } from '../../src/resolve/gates.js';
import { resolve } from '../../src/resolve/resolve.js';
import { corpusCases, corpusHost, hasCorpus } from '../support/corpus.js';

const suite = hasCorpus ? describe : describe.skip;

suite('one mistake is one diagnostic', () => {
  test('in the wrong cases of the corpus', async () => {
    const found: Record<string, readonly string[]> = {};
    for (const entry of corpusCases().filter(({ expect: outcome }) => outcome === 'error')) {
      const features: Features = entry.allFeatures ? 'all' : new Set(entry.features);
      const { diagnostics } = await resolve(
        { roots: [entry.path], features, lints: 'compat' },
        corpusHost(entry),
      );
      const codes = diagnostics.map(({ code }) => code);
      codes.splice(codes.indexOf(entry.code ?? ''), 1);
      if (codes.length > 0) found[entry.id] = codes;
    }
    expect(found).toMatchInlineSnapshot(`
     {
       "cli/since-on-future-package.wit": [
         "gate-unreleased",
       ],
       "fail/bad-list.wit": [
         "syntax-expected",
         "no-package",
       ],
       "fail/bad-list3.wit": [
         "syntax-expected",
         "syntax-expected",
         "no-package",
       ],
       "fail/bad-list4.wit": [
         "syntax-expected",
         "no-package",
       ],
       "fail/dangling-type.wit": [
         "no-package",
       ],
       "fail/keyword.wit": [
         "syntax-expected",
         "no-package",
       ],
       "fail/resources-multiple-returns-borrow.wit": [
         "syntax-expected",
       ],
       "fail/resources-return-borrow.wit": [
         "borrow-in-result",
       ],
       "fail/use-and-include-world": [
         "interface-not-found",
       ],
     }
    `);
  });
});
