/**
 * The inputs of wit-bindgen's code generation tests, and our fixtures, in every style of API and every
 * ownership of records, through the compilers with every warning an error.
 *
 * Many settings give the same text, so each text is compiled once. g++ 12 in C++20 checks all of them; each of
 * the other compilers checks a third, since they differ more in their libraries than in the text. With
 * `WIT_GEN_MATRIX=whole` all check all. The support headers are compiled ahead, once for each compiler.
 */
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiName } from '../src/abi/api-style.js';
import { cpp } from '../src/backends/cpp/index.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { writeFiles } from '../src/driver/write.js';
import { qualifiedName } from '../src/resolve/model.js';
import { codegenGaps } from './support/codegen-gaps.js';
import { buildFolder, checkSyntaxOfCpp, cppCompilers, type CppCompiler } from './support/compile.js';
import { corpusCases, corpusInput, hasCorpus } from './support/corpus.js';
import { allWorldsOf, fixtureFolder, fixtureNames } from './support/fixtures.js';
import { repository } from './support/golden.js';
import { has, mustRun } from './support/toolchains.js';

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

const runtime = join(repository, 'templates/cpp/runtime');
const root = buildFolder('codegen-cpp');
const compilers = cppCompilers.filter(({ command }) => has(command));
const [first, ...others] = compilers;

/** The support headers and what else every output includes, compiled ahead; answers the options that make use of them. */
function compiledAhead(compiler: CppCompiler, index: number): readonly string[] {
  const folder = join(root, `ahead-${String(index)}`);
  mustRun('mkdir', ['-p', folder]);
  for (const header of readdirSync(runtime)) copyFileSync(join(runtime, header), join(folder, header));
  const text = ['"wit_abi.h"', '<functional>', '<optional>', '<tuple>', '<variant>'].map(
    (header) => `#include ${header}\n`,
  );
  const ahead = join(folder, 'ahead.h');
  writeFileSync(ahead, text.join(''));
  const suffix = compiler.command === 'g++' ? 'gch' : 'pch';
  checkSyntaxOfCpp(compiler, [ahead], ['-x', 'c++-header', '-o', `${ahead}.${suffix}`]);
  return [`-I${folder}`, '-include', ahead];
}

const ahead = new Map<CppCompiler, readonly string[]>();

function check(compiler: CppCompiler, sources: readonly string[]): void {
  const options = ahead.get(compiler) ?? compiledAhead(compiler, ahead.size);
  ahead.set(compiler, options);
  checkSyntaxOfCpp(compiler, sources, ['-fsyntax-only', ...options]);
}

/** Generates from an input in all settings, and answers the source files of the texts that differ. */
async function sourcesOf({ id, wit }: Input): Promise<readonly string[]> {
  const texts = new Map<string, string>();
  for (const world of await allWorldsOf(wit)) {
    for (const { api, ownership } of settings) {
      const request = { wit, world: qualifiedName(world), abi: 'symmetric', features: 'all' } as const;
      const options = { ownership };
      // What their authors could write better is not the subject here.
      const result = await generate({ ...request, api, options, lints: 'compat', backend: cpp }, nodeHost);
      expect(result.diagnostics).toEqual([]);
      const own = result.files.filter(({ path }) => !path.startsWith('wit'));
      const text = JSON.stringify(own);
      if (texts.has(text)) continue;
      const out = join(root, id.replace(/[^\w-]/g, '_'), String(texts.size));
      await writeFiles(own, out, nodeHost);
      const source = own.find(({ path }) => path.endsWith('.cpp'));
      texts.set(text, join(out, source?.path ?? 'no source'));
    }
  }
  return [...texts.values()];
}

const inputs = [...fromCorpus, ...fromFixtures];
const generated = inputs
  .filter(({ id }) => !codegenGaps.has(id))
  .map((input, index) => ({ ...input, index }));
const isWhole = process.env.WIT_GEN_MATRIX === 'whole';

test.each(generated)('$id compiles in every style', async (input) => {
  const sources = await sourcesOf(input);
  expect(sources.length).toBeGreaterThan(0);
  const share = others.filter((_, place) => isWhole || place === input.index % others.length);
  for (const compiler of [...(first ? [first] : []), ...share]) check(compiler, sources);
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
