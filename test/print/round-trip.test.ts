/** Printing and reading again gives the same model: all that the canonical text keeps of it, see docs/inspect.md. */
import { memoryHost } from '../../src/base/host.js';
import { nodeHost } from '../../src/base/node-host.js';
import { printWit } from '../../src/print/wit-text.js';
import { dump } from '../../src/resolve/dump.js';
import type { Features } from '../../src/resolve/gates.js';
import { packageNameText, type Resolved } from '../../src/resolve/model.js';
import { resolve } from '../../src/resolve/resolve.js';
import { corpusCases, corpusInput, hasCorpus } from '../support/corpus.js';
import { fixtureFolder, fixtureNames } from '../support/fixtures.js';
import { kept, packagesSorted } from '../support/kept.js';

async function expectRoundTrip(model: Resolved, features: Features): Promise<void> {
  const text = printWit(model);
  const host = memoryHost({ 'printed.wit': text });
  const { resolved, diagnostics } = await resolve(
    { roots: ['printed.wit'], features, lints: 'compat' },
    host,
  );
  expect(diagnostics).toEqual([]);
  if (!resolved) return;
  expect(packageNameText(resolved.main.name)).toBe(packageNameText(model.main.name));
  expect(dump(packagesSorted(resolved))).toBe(dump(packagesSorted(kept(model))));
  expect(printWit(packagesSorted(resolved))).toBe(printWit(packagesSorted(model)));
}

async function expectRoundTripOf(root: string, features: Features): Promise<void> {
  const { resolved } = await resolve({ roots: [root], features, lints: 'compat' }, nodeHost);
  if (!resolved) throw new Error(`${root} does not resolve`);
  await expectRoundTrip(resolved, features);
}

test.each(fixtureNames)('the fixture %s', async (name) => {
  await expectRoundTripOf(fixtureFolder(name), 'all');
});

// Without the corpus these show as skipped, so that nobody takes their absence for success.
const suite = hasCorpus ? describe : describe.skip;

suite('the corpus', () => {
  for (const entry of corpusCases()) {
    if (entry.expect !== 'valid') continue;
    test(entry.id, async () => {
      await expectRoundTripOf(corpusInput(entry), entry.allFeatures ? 'all' : new Set(entry.features));
    });
  }
});
