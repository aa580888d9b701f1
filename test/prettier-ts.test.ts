/** Emitted TypeScript is as prettier leaves it, with this configuration and no other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, type Options } from 'prettier';
import typescript from 'typescript';
import { ts } from '../src/backends/ts/index.js';
import { hasErrors } from '../src/base/diagnostics.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { qualifiedName } from '../src/resolve/model.js';
import { corpusCases, corpusInput } from './support/corpus.js';
import { allWorldsOf } from './support/fixtures.js';
import { repository } from './support/golden.js';
import { discoverTests } from './support/peer/discover.js';

const configuration: Options = { parser: 'typescript', printWidth: 100, singleQuote: true };

/** The first lines that prettier would write otherwise, if it would. */
async function complaints(path: string, text: string): Promise<readonly string[]> {
  const is = text.split('\n');
  const should = (await format(text, configuration)).split('\n');
  const at = is.findIndex((line, index) => line !== should[index]);
  if (at === -1) return [];
  return [path, ...is.slice(at, at + 3), '  should be', ...should.slice(at, at + 6)];
}

async function complaintsOfFolder(folder: string): Promise<readonly string[]> {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.ts'),
  );
  expect(all.length).toBeGreaterThan(0);
  const each = all.map((path) => complaints(path, readFileSync(join(folder, path), 'utf8')));
  return (await Promise.all(each)).flat();
}

test.each(['snapshots'])('%s', async (folder) => {
  expect(await complaintsOfFolder(join(repository, folder))).toEqual([]);
});

const inputs = [
  ...corpusCases()
    .filter(({ id, expect: expected }) => expected === 'valid' && /^(?:codegen|wasi)/.test(id))
    .map((entry) => ({
      id: entry.id,
      wit: corpusInput(entry),
      features: entry.allFeatures ? ('all' as const) : entry.features,
    })),
  // Flags of a function's result: a long line that is returned.
  { id: 'hostile', wit: join(repository, 'test/hostile'), features: 'all' as const },
];

const kinds = [
  { abi: 'canonical', options: { emit: 'types' } },
  { abi: 'canonical', options: { emit: 'guest-types' } },
  { abi: 'canonical', options: { emit: 'glue' } },
  { abi: 'canonical', options: { emit: 'glue', flags: 'bigint', variants: 'inline', constants: 'objects' } },
  { abi: 'symmetric', options: { emit: 'glue', transport: 'koffi' } },
  { abi: 'symmetric', options: { emit: 'glue', transport: 'wasm' } },
  { abi: 'symmetric', options: { emit: 'glue', transport: 'napi' } },
] as const;

test.each(kinds)(
  'of many worlds: $abi, $options',
  async ({ abi, options }) => {
    const found: string[] = [];
    for (const { id, wit, features } of inputs) {
      for (const world of (await allWorldsOf(wit, features)).map(qualifiedName)) {
        const request = { wit, world, abi, features, lints: 'compat', backend: ts, options } as const;
        const { files, diagnostics } = await generate(request, nodeHost);
        if (hasErrors(diagnostics)) continue;
        const emitted = files.filter(({ path }) => path.endsWith('.ts') && !path.startsWith('wit_runtime/'));
        const each = emitted.map(({ path, content }) => complaints(`${id}: ${path}`, content));
        found.push(...(await Promise.all(each)).flat());
      }
    }
    expect(found).toEqual([]);
  },
  600_000,
);

test.each(kinds)(
  'lines of worlds that run in tests are broken where they may be: $abi, $options',
  async (kind) => {
    const mistakes: unknown[] = [];
    for (const { wit, runner, dependencies } of discoverTests(join(repository, 'test/runtime'))) {
      for (const world of [runner, ...dependencies]) {
        const { files } = await generate({ ...kind, wit, world, features: 'all', backend: ts }, nodeHost);
        for (const { path, content } of files.filter((file) => /(?<!\.d)\.ts$/.test(file.path))) {
          const { diagnostics = [] } = typescript.transpileModule(content, { reportDiagnostics: true });
          mistakes.push(...diagnostics.map(({ messageText }) => [wit, path, messageText]));
        }
      }
    }
    expect(mistakes).toEqual([]);
  },
);
