/** Printing and reading again gives the same model: all that the canonical text keeps of it, see docs/inspect.md. */
import fc from 'fast-check';
import { type Host, memoryHost } from '../../src/base/host.js';
import { nodeHost } from '../../src/base/node-host.js';
import { printWit, withoutDocs } from '../../src/print/wit-text.js';
import { dump } from '../../src/resolve/dump.js';
import type { Features } from '../../src/resolve/gates.js';
import { packageNameText, type Resolved } from '../../src/resolve/model.js';
import { resolve } from '../../src/resolve/resolve.js';
import { corpusCases, corpusInput, hasCorpus } from '../support/corpus.js';
import { fixtureFolder, fixtureNames } from '../support/fixtures.js';
import { kept, packagesSorted } from '../support/kept.js';
import { randomWit } from '../support/random-wit.js';

async function readText(text: string, features: Features): Promise<Resolved> {
  const host = memoryHost({ 'printed.wit': text });
  const { resolved, diagnostics } = await resolve(
    { roots: ['printed.wit'], features, lints: 'compat' },
    host,
  );
  expect(diagnostics).toEqual([]);
  if (!resolved) throw new Error('without diagnostics there is a model');
  return resolved;
}

async function expectRoundTrip(model: Resolved, features: Features): Promise<void> {
  const read = await readText(printWit(model), features);
  expect(packageNameText(read.main.name)).toBe(packageNameText(model.main.name));
  expect(dump(packagesSorted(read))).toBe(dump(packagesSorted(kept(model))));
  // Documentation changes at most once, see `kept`; everything else is printed as it was.
  const text = printWit(packagesSorted(read));
  expect(withoutDocs(text)).toBe(withoutDocs(printWit(packagesSorted(model))));
  expect(printWit(packagesSorted(await readText(text, features)))).toBe(text);
}

async function expectRoundTripOf(root: string, features: Features, host: Host = nodeHost): Promise<void> {
  const read = await resolve({ roots: [root], features, lints: 'compat' }, host);
  if (!read.resolved) throw new Error(`${root} does not resolve`);
  await expectRoundTrip(read.resolved, features);
}

test('random WIT', async () => {
  await fc.assert(
    fc.asyncProperty(randomWit(2), async (files) => {
      await expectRoundTripOf('wit', 'all', memoryHost(files));
    }),
    { numRuns: 40 },
  );
});

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
