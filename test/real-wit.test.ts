/**
 * WIT that we did not write: every world of it resolves; those that need nothing beyond the synchronous
 * core are generated and compiled, the others are diagnostics with a place.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { featureUses } from '../src/abi/features.js';
import { nodeHost } from '../src/base/node-host.js';
import type { Backend } from '../src/backends/backend.js';
import { generate } from '../src/driver/generate.js';
import { writeFiles } from '../src/driver/write.js';
import { qualifiedName, type World } from '../src/resolve/model.js';
import { nativeBackends } from './support/backends.js';
import { buildFolder, checkCppQuickly, checkRust, cppCompilers, rustEditions } from './support/compile.js';
import { allWorldsOf } from './support/fixtures.js';
import { repository } from './support/golden.js';
import { has, mustRun } from './support/toolchains.js';

/** A collection of WIT packages, and how many of its worlds must at least be generated. */
interface Collection {
  readonly title: string;
  readonly folder: string;
  readonly packages: (folder: string) => readonly string[];
  readonly atLeast: number;
}

/** Every file and folder; a package may stand in a `wit` folder inside. */
const everything = (folder: string): readonly string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => (existsSync(join(path, 'wit')) ? join(path, 'wit') : path));

const corpus = join(repository, '../shared/corpus/wit/inputs');

const collections: readonly Collection[] = [
  {
    title: 'WASI 0.2',
    folder: join(repository, 'node_modules/@spinframework/wasi-http-proxy/wit'),
    packages: (folder) => [folder],
    atLeast: 10,
  },
  {
    title: 'WASI 0.3',
    folder: join(corpus, 'WASI/proposals'),
    packages: everything,
    atLeast: 1,
  },
  {
    title: "wit-bindgen's code generation tests",
    folder: join(corpus, 'wit-bindgen/tests/codegen'),
    packages: everything,
    atLeast: 40,
  },
];

const [gpp] = cppCompilers;

const outputOf = (world: World, wit: string, backend: Backend) =>
  generate(
    {
      wit,
      world: qualifiedName(world),
      abi: 'symmetric',
      features: 'all',
      // What their authors could write better is not the subject here.
      lints: 'compat',
      backend,
    },
    nodeHost,
  );

async function generated(world: World, path: string, lang: string): Promise<string> {
  const backend = nativeBackends.find(({ id }) => id === lang);
  if (!backend) throw new Error(`no backend ${lang}`);
  const { files, diagnostics } = await outputOf(world, path, backend);
  expect(diagnostics).toEqual([]);
  const out = buildFolder(`real-${lang}`);
  await writeFiles(files, out, nodeHost);
  const source = files.find(({ path: name }) => /\.(?:cpp|rs)$/.test(name));
  return join(out, source?.path ?? 'no source');
}

/** Whether both languages spell everything that a world uses. */
const isSpelled = (world: World): boolean =>
  featureUses(world).every(({ feature }) => nativeBackends.every(({ features }) => features.has(feature)));

async function refused(world: World, path: string): Promise<void> {
  for (const backend of nativeBackends) {
    const { files, diagnostics } = await outputOf(world, path, backend);
    expect(files).toEqual([]);
    expect(diagnostics.length).toBeGreaterThan(0);
    for (const { code, span } of diagnostics) {
      expect(code).toBe('unsupported-feature');
      expect(span).toBeDefined();
    }
  }
}

for (const { title, folder, packages, atLeast } of collections) {
  if (!existsSync(folder)) {
    describe.skip(`${title} (skipped: there is no ${folder})`, () => {
      test('resolves and compiles', () => undefined);
    });
    continue;
  }
  const found = await Promise.all(
    packages(folder).map(async (path) => ({ path, worlds: await allWorldsOf(path) })),
  );
  const worlds = found.flatMap(({ path, worlds: all }) =>
    all.map((world) => ({ path, world, name: qualifiedName(world) })),
  );
  const synchronous = worlds.filter(({ world }) => isSpelled(world));
  const others = worlds.filter(({ world }) => !isSpelled(world));

  describe(title, () => {
    test(`has at least ${String(atLeast)} worlds for the synchronous core`, () => {
      expect(synchronous.length).toBeGreaterThanOrEqual(atLeast);
    });

    test.each(synchronous)('$path, world $name compiles', async ({ world, path }) => {
      const cpp = await generated(world, path, 'cpp');
      const rust = await generated(world, path, 'rust');
      if (gpp && has(gpp.command)) checkCppQuickly(gpp, cpp);
      if (has('rustc')) checkRust('rustc', '2021', rust);
      if (!has('rustfmt')) return;
      for (const edition of rustEditions) mustRun('rustfmt', ['--check', '--edition', edition, rust]);
    });

    if (others.length === 0) return;
    test.each(others)('$path, world $name is refused with a place', async ({ world, path }) => {
      await refused(world, path);
    });
  });
}
