/**
 * The inputs of wit-bindgen's code generation tests, and our fixtures, in every ownership mode and every style of
 * API, through clippy and rustfmt with every warning an error. Bindings under the canonical ABI are for wasm32, too:
 * there they are compiled without `std`, for a host of nothing but components or for WASI.
 *
 * Many settings give the same text, so each text is checked once, and all texts of a setting are modules of one
 * crate: a run of the compiler for each setting. Edition 2024 checks all of them; with `WIT_GEN_MATRIX=whole`
 * edition 2021 does, too, which `compile-rust.test.ts` asks of the fixtures alone, and bindings are for both kinds of host.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiName } from '../src/abi/api-style.js';
import { rust } from '../src/backends/rust/index.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { qualifiedName } from '../src/resolve/model.js';
import { codegenGaps } from './support/codegen-gaps.js';
import { buildFolder, rustEditions } from './support/compile.js';
import { corpusCases, corpusInput, hasCorpus } from './support/corpus.js';
import { allWorldsOf, fixtureFolder, fixtureNames } from './support/fixtures.js';
import { describeWith, mustRun, rustForWasm } from './support/toolchains.js';

const apis: readonly ApiName[] = ['std', 'views'];
const ownerships = ['owning', 'borrowing', 'borrowing-duplicate-if-necessary'];
const settings = apis.flatMap((api) =>
  ownerships.map((ownership) => ({ abi: 'symmetric', api, ownership }) as const),
);

/** How values lie in Rust has little to do with the ABI: the two settings that differ most stand for the others. */
const canonicalSettings = [
  { abi: 'canonical', api: 'std', ownership: 'owning' },
  { abi: 'canonical', api: 'views', ownership: 'borrowing-duplicate-if-necessary' },
] as const;

type Setting = (typeof settings | typeof canonicalSettings)[number];

const inputs = [
  ...corpusCases()
    .filter(({ set }) => set === 'codegen')
    .map((entry) => ({ id: entry.id, wit: corpusInput(entry) })),
  ...fixtureNames.map((name) => ({ id: `fixtures/${name}`, wit: fixtureFolder(name) })),
];
const synchronous = inputs.filter(({ id }) => !codegenGaps.has(id));

const isWhole = process.env.WIT_GEN_MATRIX === 'whole';
const editions = isWhole ? rustEditions : (['2024'] as const);

/** What the worlds of an input are called. */
const worldsOf = new Map<string, Promise<readonly string[]>>();

function worldNames(wit: string): Promise<readonly string[]> {
  const names = worldsOf.get(wit) ?? allWorldsOf(wit).then((worlds) => worlds.map(qualifiedName));
  worldsOf.set(wit, names);
  return names;
}

interface Module {
  readonly id: string;
  readonly name: string;
}

const seen = new Set<string>();

/** Writes what a setting gives that no earlier one gave, as modules of a crate; answers them. */
async function writeCrate(setting: Setting, out: string): Promise<readonly Module[]> {
  const modules: Module[] = [];
  const { abi, api, ownership } = setting;
  for (const { id, wit } of synchronous) {
    for (const world of await worldNames(wit)) {
      const request = { wit, world, abi, features: 'all', api } as const;
      const options = { ownership };
      // What their authors could write better is not the subject here.
      const { files, diagnostics } = await generate(
        { ...request, options, lints: 'compat', backend: rust },
        nodeHost,
      );
      expect({ id, diagnostics }).toEqual({ id, diagnostics: [] });
      const text = files.find(({ path }) => path.endsWith('.rs'))?.content ?? '';
      if (seen.has(text)) continue;
      seen.add(text);
      const name = `m${String(modules.length)}_${id.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;
      writeFileSync(join(out, `${name}.rs`), text);
      modules.push({ id, name });
    }
  }
  // Modules are components of their own, which may call equal symbols with different types.
  const head = '#![allow(clashing_extern_declarations)]\n';
  writeFileSync(join(out, 'lib.rs'), head + modules.map(({ name }) => `pub mod ${name};\n`).join(''));
  return modules;
}

const root = buildFolder('codegen-rust');

const strict = ['-D', 'warnings', '-D', 'unsafe_op_in_unsafe_fn'];
const checked = ['--crate-type', 'lib', '--crate-name', 'checked', '--emit', 'metadata', '--out-dir', root];

interface Crate {
  readonly folder: string;
  readonly modules: readonly Module[];
}

const crates = new Map<Setting, Promise<Crate>>();

/** The crate of a setting, written when it is first asked for. */
function crateOf(setting: Setting): Promise<Crate> {
  const write = async (): Promise<Crate> => {
    const folder = buildFolder('codegen-rust');
    return { folder, modules: await writeCrate(setting, folder) };
  };
  const crate = crates.get(setting) ?? write();
  crates.set(setting, crate);
  return crate;
}

describeWith(['clippy-driver', 'rustfmt'], 'every synchronous input', () => {
  test.each([...settings, ...canonicalSettings])(
    'compiles with $ownership types in the style $api, $abi',
    async (setting) => {
      const { folder, modules } = await crateOf(setting);
      const crate = join(folder, 'lib.rs');
      for (const edition of editions) {
        mustRun('clippy-driver', ['--edition', edition, ...checked, ...strict, '-D', 'clippy::all', crate]);
      }
      const filesOf = (some: readonly Module[]): readonly string[] =>
        some.map(({ name }) => join(folder, `${name}.rs`));
      for (const edition of rustEditions)
        mustRun('rustfmt', ['--check', '--edition', edition, ...filesOf(modules)]);
    },
  );
});

/** What is emitted asks for WebAssembly, never for the system: each setting goes to one of the targets. */
const forTargets = canonicalSettings.flatMap((setting, index) => {
  const targets = ['wasm32-unknown-unknown', 'wasm32-wasip1'] as const;
  return targets
    .filter((_, place) => isWhole || place === index % targets.length)
    .map((target) => ({ ...setting, setting, target }));
});

describeWith(['Rust for wasm32'], 'every synchronous input under the canonical ABI', () => {
  test.each(forTargets)(
    'compiles for $target without `std`, with $ownership types in the style $api',
    async ({ setting, target }) => {
      const { folder } = await crateOf(setting);
      const bare = join(folder, 'bare.rs');
      writeFileSync(bare, `#![no_std]\n${readFileSync(join(folder, 'lib.rs'), 'utf8')}`);
      mustRun(rustForWasm, ['--edition', '2024', '--target', target, ...checked, ...strict, bare]);
    },
  );
});

/** Where there is no corpus, nothing can be said of its gaps. */
const gaps = hasCorpus ? [...codegenGaps] : [];

test.each(gaps)('%s is refused, for it needs %s', async (id) => {
  const wit = inputs.find((each) => each.id === id)?.wit ?? '';
  for (const world of await worldNames(wit)) {
    const request = { wit, world, abi: 'symmetric', lints: 'compat' } as const;
    const { files, diagnostics } = await generate({ ...request, backend: rust }, nodeHost);
    expect(files).toEqual([]);
    expect([...new Set(diagnostics.map(({ code }) => code))]).toEqual(['unsupported-feature']);
  }
});
