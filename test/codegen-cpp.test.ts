/**
 * The inputs of wit-bindgen's code generation tests, and our fixtures, in every style of API and every
 * ownership of records, through the compilers with every warning an error.
 *
 * Many settings give the same text, so each text is compiled once, and none that is a snapshot. g++ 12 in C++20 checks
 * all of them; each of the other compilers checks a third, since they differ more in their libraries than in the
 * text. With `WIT_GEN_MATRIX=whole` all check all. The support headers are compiled ahead.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiName } from '../src/abi/api-style.js';
import { cpp } from '../src/backends/cpp/index.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { writeFiles } from '../src/driver/write.js';
import { qualifiedName } from '../src/resolve/model.js';
import { codegenGaps } from './support/codegen-gaps.js';
import { isSupportHeader } from './support/ahead.js';
import { buildFolder, checkSyntaxOfCpp, cppCompilers } from './support/compile.js';
import { corpusCases, corpusInput, hasCorpus } from './support/corpus.js';
import { allWorldsOf, fixtureFolder, fixtureGoldens, fixtureNames } from './support/fixtures.js';
import { repository } from './support/golden.js';
import { has } from './support/toolchains.js';

const apis: readonly ApiName[] = ['std', 'views'];
const ownerships = ['owning', 'coarse-borrowing', 'fine-borrowing'];
const settings = apis.flatMap((api) => ownerships.map((ownership) => ({ api, ownership })));

interface Input {
  readonly id: string;
  readonly wit: string;
}

const fromCorpus: readonly Input[] = corpusCases()
  .filter(({ set }) => set === 'codegen')
  .map((entry) => ({ id: entry.id, wit: corpusInput(entry) }));
const fromFixtures: readonly Input[] = fixtureNames.map((name) => ({
  id: `fixtures/${name}`,
  wit: fixtureFolder(name),
}));

const root = buildFolder('codegen-cpp');
const compilers = cppCompilers.filter(({ command }) => has(command));
const [first, ...others] = compilers;

/** What the compiler sees of an output, to find what was compiled already. */
const textOf = (files: readonly { readonly path: string; readonly content: string }[]): string =>
  JSON.stringify(
    files
      .filter(({ path }) => /\.(?:h|cpp)$/.test(path))
      .map(({ path, content }) => [path, content])
      .sort(),
  );

/** The snapshots, which `compile-cpp.test.ts` gives to all compilers. */
const snapshots = new Set(
  (await fixtureGoldens('cpp')).map((golden) => {
    const folder = join(repository, 'snapshots', golden.folder);
    return textOf(
      readdirSync(folder).map((path) => ({ path, content: readFileSync(join(folder, path), 'utf8') })),
    );
  }),
);

interface Texts {
  readonly found: number;
  /** The source files of those that are no snapshots. */
  readonly sources: readonly string[];
}

/** Generates from an input in all settings, and answers the texts that differ. */
async function textsOf({ id, wit }: Input): Promise<Texts> {
  const texts = new Set<string>();
  const sources: string[] = [];
  for (const world of await allWorldsOf(wit)) {
    for (const { api, ownership } of settings) {
      const request = { wit, world: qualifiedName(world), abi: 'symmetric', features: 'all' } as const;
      const options = { ownership };
      // What their authors could write better is not the subject here.
      const result = await generate({ ...request, api, options, lints: 'compat', backend: cpp }, nodeHost);
      expect(result.diagnostics).toEqual([]);
      const own = result.files.filter(({ path }) => !isSupportHeader(path));
      const text = textOf(own);
      const isKnown = texts.has(text) || snapshots.has(text);
      texts.add(text);
      if (isKnown) continue;
      const out = join(root, id.replace(/[^\w-]/g, '_'), String(texts.size));
      await writeFiles(own, out, nodeHost);
      const source = own.find(({ path }) => path.endsWith('.cpp'));
      sources.push(join(out, source?.path ?? 'no source'));
    }
  }
  return { found: texts.size, sources };
}

const inputs = [...fromCorpus, ...fromFixtures];
const generated = inputs
  .filter(({ id }) => !codegenGaps.has(id))
  .map((input, index) => ({ ...input, index }));
const isWhole = process.env.WIT_GEN_MATRIX === 'whole';

test.each(generated)('$id compiles in every style', async (input) => {
  const { found, sources } = await textsOf(input);
  expect(found).toBeGreaterThan(0);
  if (sources.length === 0) return;
  const share = others.filter((_, place) => isWhole || place === input.index % others.length);
  for (const compiler of [...(first ? [first] : []), ...share]) checkSyntaxOfCpp(compiler, sources);
});

/** Where there is no corpus, nothing can be said of its gaps. */
const gaps = hasCorpus ? [...codegenGaps] : [];

test('every gap is a case of the corpus', () => {
  const ids = new Set(fromCorpus.map(({ id }) => id));
  expect(gaps.filter(([id]) => !ids.has(id))).toEqual([]);
});

test.each(gaps)('%s is refused, for it needs %s', async (id) => {
  const input = fromCorpus.find((each) => each.id === id);
  for (const world of await allWorldsOf(input?.wit ?? '')) {
    const request = { wit: input?.wit ?? '', world: qualifiedName(world), abi: 'symmetric' } as const;
    const { files, diagnostics } = await generate({ ...request, lints: 'compat', backend: cpp }, nodeHost);
    expect(files).toEqual([]);
    expect([...new Set(diagnostics.map(({ code }) => code))]).toEqual(['unsupported-feature']);
  }
});
