/**
 * The inputs of wit-bindgen's code generation tests, and our fixtures, under the canonical ABI: the C++ is compiled for
 * wasm32 with every warning an error. The styles of API take turns; with `WIT_GEN_MATRIX=whole` every input has both.
 */
import { join } from 'node:path';
import type { ApiName } from '../src/abi/api-style.js';
import { cpp } from '../src/backends/cpp/index.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { writeFiles } from '../src/driver/write.js';
import { qualifiedName } from '../src/resolve/model.js';
import { codegenGaps } from './support/codegen-gaps.js';
import { isSupportHeader } from './support/ahead.js';
import { buildFolder, checkSyntaxOfCpp, type CppCompiler } from './support/compile.js';
import { corpusCases, corpusInput } from './support/corpus.js';
import { allWorldsOf, fixtureFolder, fixtureNames } from './support/fixtures.js';
import { cppForWasm, describeWith } from './support/toolchains.js';

const root = buildFolder('codegen-wasm');
const compiler: CppCompiler = {
  title: 'clang for wasm32, C++23',
  command: cppForWasm.command,
  flags: [...cppForWasm.flags, '-std=c++23'],
};
const apis: readonly ApiName[] = ['std', 'views'];
const isWhole = process.env.WIT_GEN_MATRIX === 'whole';

const fromCorpus = corpusCases()
  .filter(({ set, id }) => set === 'codegen' && !codegenGaps.has(id))
  .map((entry) => ({ id: entry.id, wit: corpusInput(entry) }));
const fromFixtures = fixtureNames.map((name) => ({ id: `fixtures/${name}`, wit: fixtureFolder(name) }));
const inputs = [...fromCorpus, ...fromFixtures].flatMap((input, index) =>
  apis
    .filter((_, place) => isWhole || place === index % apis.length)
    .map((api) => ({ ...input, api, folder: join(root, `${String(index)}-${api}`) })),
);

/** Generates every world of an input, and answers the source files. */
async function sourcesOf({ wit, api, folder }: (typeof inputs)[number]): Promise<readonly string[]> {
  const sources: string[] = [];
  for (const [index, world] of (await allWorldsOf(wit)).entries()) {
    const request = { wit, world: qualifiedName(world), abi: 'canonical', features: 'all' } as const;
    // What their authors could write better is not the subject here.
    const asked = { ...request, api, options: {}, lints: 'compat', backend: cpp } as const;
    const { files, diagnostics } = await generate(asked, nodeHost);
    expect(diagnostics).toEqual([]);
    const out = join(folder, String(index));
    // The support headers are those that are compiled ahead.
    const own = files.filter(({ path }) => !isSupportHeader(path));
    await writeFiles(own, out, nodeHost);
    sources.push(...files.filter(({ path }) => path.endsWith('.cpp')).map(({ path }) => join(out, path)));
  }
  return sources;
}

describeWith(['C++ for wasm32'], compiler.title, () => {
  test.each(inputs)('$id compiles, API style $api', async (input) => {
    const sources = await sourcesOf(input);
    expect(sources.length).toBeGreaterThan(0);
    checkSyntaxOfCpp(compiler, sources);
  });
});
