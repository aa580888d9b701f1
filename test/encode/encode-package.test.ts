/** Packages as WebAssembly, and back. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryHost } from '../../src/base/host.js';
import { nodeHost } from '../../src/base/node-host.js';
import { encodePackage } from '../../src/encode/encode-package.js';
import { encodeWorld } from '../../src/encode/encode-world.js';
import type { Resolved } from '../../src/resolve/model.js';
import { printWit } from '../../src/print/wit-text.js';
import { resolve } from '../../src/resolve/resolve.js';
import { decodePackage } from '../../src/wasm/decode.js';
import { witComponent } from '../support/component-type.js';
import { corpusCases, corpusHost, hasCorpus } from '../support/corpus.js';
import { fixtureFolder, fixtureNames } from '../support/fixtures.js';
import { repository } from '../support/golden.js';
import { randomWit, wholeLanguage } from '../support/random-wit.js';
import { resolved } from '../support/wit.js';

/** Resolves what was encoded. */
async function decoded(bytes: Uint8Array): Promise<Resolved> {
  const result = decodePackage(bytes);
  if ('problem' in result) throw new Error(result.problem);
  const request = { roots: ['a.wit'], features: 'all', lints: 'compat' } as const;
  const { resolved: model, diagnostics } = await resolve(request, memoryHost({ 'a.wit': result.text }));
  if (!model) throw new Error(`${diagnostics.map(({ message }) => message).join('\n')}\n${result.text}`);
  return model;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** The main package as WIT. */
const textOf = (model: Resolved): string => printWit({ main: model.main, packages: [model.main] });

/**
 * What is decoded is what was encoded: the package, and each world by itself. Only the notes of functions may stand in
 * another order, because functions of resources come first in what is decoded.
 */
async function goesRound(model: Resolved): Promise<void> {
  const { interfaces, worlds } = model.main;
  if (interfaces.length + worlds.length > 0) {
    const bytes = encodePackage(model);
    const back = await decoded(bytes);
    expect(textOf(back)).toBe(textOf(model));
    const again = encodePackage(back);
    expect(again.length).toBe(bytes.length);
    expect(hex(encodePackage(await decoded(again)))).toBe(hex(again));
  }
  for (const world of worlds) {
    const alone = encodeWorld(world, model);
    const back = await decoded(alone);
    const [same] = back.main.worlds;
    expect(same && hex(encodeWorld(same, back))).toBe(hex(alone));
  }
}

// `wasm-tools component wit --wasm --all-features package.wit`, with wit-component 0.259.0.
test('a package has the bytes that wit-component makes of it', async () => {
  const path = join(repository, 'test/encode/package');
  const { resolved: model } = await resolve({ roots: [`${path}.wit`], features: 'all' }, nodeHost);
  if (!model) throw new Error('the package does not resolve');
  expect(hex(encodePackage(model, [witComponent]))).toBe(hex(readFileSync(`${path}.wasm`)));
});

test.each(fixtureNames)('the fixture %s goes there and back', async (fixture) => {
  const request = { roots: [fixtureFolder(fixture)], features: 'all' } as const;
  const { resolved: model } = await resolve(request, nodeHost);
  if (!model) throw new Error(`${fixture} does not resolve`);
  await goesRound(model);
});

// Without the corpus this shows as skipped, so that nobody takes its absence for success.
(hasCorpus ? test : test.skip)('packages of the corpus go there and back', async () => {
  let packages = 0;
  for (const entry of corpusCases().filter((each) => each.expect === 'valid')) {
    const features = entry.allFeatures ? 'all' : new Set(entry.features);
    const request = { roots: [entry.path], features, lints: 'compat' } as const;
    const { resolved: model } = await resolve(request, corpusHost(entry));
    if (!model) throw new Error(`${entry.id} does not resolve`);
    await goesRound(model);
    packages += 1;
  }
  expect(packages).toBe(208);
});

// Documentation loses blanks at its margins where it is written as comments.
const withoutDocs = randomWit(2, { ...wholeLanguage, docs: false });

test('random packages go there and back', async () => {
  await fc.assert(
    fc.asyncProperty(withoutDocs, async (files) => {
      await goesRound(await resolved(files, 'all'));
    }),
    { numRuns: 20 },
  );
});
