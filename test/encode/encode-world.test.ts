/** Component types, byte for byte beside those of wit-component. */
import fc from 'fast-check';
import type { Producer } from '../../src/encode/component.js';
import { encodeWorld } from '../../src/encode/encode-world.js';
import { memoryHost } from '../../src/base/host.js';
import { nodeHost } from '../../src/base/node-host.js';
import { printWit } from '../../src/print/wit-text.js';
import type { Features } from '../../src/resolve/gates.js';
import type { Resolved } from '../../src/resolve/model.js';
import { resolve } from '../../src/resolve/resolve.js';
import { WitComponent, type WitSource, witComponent } from '../support/component-type.js';
import { corpusCases, corpusHost, corpusInput, hasCorpus } from '../support/corpus.js';
import { fixtureFolder, fixtureNames } from '../support/fixtures.js';
import { randomWit } from '../support/random-wit.js';
import { resolved } from '../support/wit.js';

const reference = new WitComponent();
afterAll(() => reference.close());

/** Compares all worlds of the main package, and returns how many there are. */
async function compare(model: Resolved, source: WitSource, features: Features): Promise<number> {
  for (const world of model.main.worlds) {
    const expected = await reference.componentType(source, world.name, features);
    expect(typeof expected === 'string' ? expected : hex(expected)).toBe(
      hex(encodeWorld(world, model, { producers: [witComponent] })),
    );
  }
  return model.main.worlds.length;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

test.each(fixtureNames)('worlds of the fixture %s', async (fixture) => {
  const path = fixtureFolder(fixture);
  const { resolved: model } = await resolve({ roots: [path], features: 'all' }, nodeHost);
  if (!model) throw new Error(`${fixture} does not resolve`);
  expect(await compare(model, { path }, 'all')).toBeGreaterThan(0);
});

// Without the corpus this shows as skipped, so that nobody takes its absence for success.
(hasCorpus ? test : test.skip)('worlds of the corpus', async () => {
  let worlds = 0;
  for (const entry of corpusCases().filter((each) => each.expect === 'valid')) {
    const features = entry.allFeatures ? 'all' : new Set(entry.features);
    const request = { roots: [entry.path], features, lints: 'compat' } as const;
    const { resolved: model } = await resolve(request, corpusHost(entry));
    if (!model) throw new Error(`${entry.id} does not resolve`);
    worlds += await compare(model, { path: corpusInput(entry) }, features);
  }
  expect(worlds).toBe(219);
});

test('random worlds', async () => {
  await fc.assert(
    fc.asyncProperty(randomWit(2), async (files) => {
      // As one text, which it needs no folder for.
      const text = printWit(await resolved(files, 'all'));
      const { resolved: model } = await resolve(
        { roots: ['a.wit'], features: 'all', lints: 'compat' },
        memoryHost({ 'a.wit': text }),
      );
      if (!model) throw new Error('what is printed does not resolve');
      expect(await compare(model, { text }, 'all')).toBe(3);
    }),
    { numRuns: 60 },
  );
});

test('who made it is said where somebody is named', async () => {
  const model = await resolved('package a:b;\nworld w {}\n');
  const [world] = model.main.worlds;
  if (!world) throw new Error('the world is missing');
  const textOf = (producers: readonly Producer[]): string =>
    Buffer.from(encodeWorld(world, model, { producers })).toString('latin1');
  expect(textOf([])).not.toContain('producers');
  expect(
    textOf([
      { field: 'processed-by', name: 'one', version: '1' },
      { field: 'language', name: 'C++', version: '' },
      { field: 'processed-by', name: 'two', version: '2' },
    ]),
  ).toBe(
    `${textOf([])}\x004\tproducers\x02\fprocessed-by\x02\x03one\x011\x03two\x012\blanguage\x01\x03C++\0`,
  );
});
