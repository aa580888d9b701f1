/**
 * Symmetric bindings on wasm32: they compile (in C++ every third fixture, with `WIT_GEN_MATRIX=whole` all), and the programs of
 * `test/pairs` run, linked into one module and as modules of their own on one memory, as docs/linking.md says. Allocations are
 * counted where there is one heap: in one module and in the module that has it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersAhead } from './support/ahead.js';
import { buildFolder } from './support/compile.js';
import { fixtureGoldens } from './support/fixtures.js';
import { repository } from './support/golden.js';
import { generateAll, languages, pairs } from './support/pairs.js';
import { cppForWasm, describeWith, mustRun, rustForWasm, type Answer } from './support/toolchains.js';
import {
  compileCpp,
  compileRust,
  cppFlags,
  linkIntoOne,
  linkPlugin,
  linkProgram,
  runModules,
  shown,
  visibleInPlugin,
} from './support/wasm-symmetric/build.js';

const root = buildFolder('wasm-symmetric');

const isWhole = process.env.WIT_GEN_MATRIX === 'whole';

/** The files of all symmetric bindings in a language, in every API style. */
async function symmetricFiles(language: 'cpp' | 'rust', ending: RegExp): Promise<readonly string[]> {
  const goldens = await fixtureGoldens(language);
  const symmetric = goldens.filter(({ folder }) => folder.includes('/symmetric/'));
  return symmetric.flatMap(({ folder }) => {
    const place = join(repository, 'snapshots', folder);
    return readdirSync(place)
      .filter((file) => ending.test(file))
      .map((file) => join(place, file));
  });
}

describeWith(['C++ for wasm32'], 'symmetric C++ for wasm32', () => {
  test('fixtures compile without a warning', async () => {
    const all = await symmetricFiles('cpp', /\.cpp$/);
    const files = all.filter((_file, index) => isWhole || index % 3 === 0);
    expect(files.length).toBeGreaterThan(30);
    expect(files.some((file) => file.includes('/cpp-views/'))).toBe(true);
    const ahead = headersAhead(cppForWasm.command, cppFlags);
    mustRun(cppForWasm.command, [...cppFlags, ...ahead, '-fsyntax-only', ...files]);
  });
});

describeWith(['Rust for wasm32'], 'symmetric Rust for wasm32', () => {
  test('every fixture compiles without a warning', async () => {
    const files = await symmetricFiles('rust', /(?<!_build)\.rs$/);
    expect(files.length).toBeGreaterThan(50);
    const modules = files.map((file, index) => `#[path = "${file}"]\npub mod m${String(index)};\n`);
    const source = join(root, 'all.rs');
    // Modules are components of their own, which may call equal symbols with different types.
    writeFileSync(source, `#![allow(clashing_extern_declarations)]\n${modules.join('')}`);
    const crate = ['--edition=2024', '--crate-type=lib', '--crate-name=all', '--emit=metadata'];
    const flags = ['--target=wasm32-unknown-unknown', '-Dwarnings', '-Dunsafe_op_in_unsafe_fn'];
    mustRun(rustForWasm, [...crate, ...flags, `--out-dir=${root}`, source]);
  });
});

/** A run must end well, say so section by section, and leave no allocation behind. */
function expectSuccess({ code, output }: Answer): void {
  expect({ code, output }).toMatchObject({ code: 0 });
  for (const section of ['scalars', 'many parameters', 'counters', 'calls back', 'notebooks']) {
    expect(output).toContain(`${section}: ok`);
  }
  expect(output).toMatch(/^allocations: .*ok$/m);
}

const title = '$consumer uses $provider';

describeWith(['C++ for wasm32', 'Rust for wasm32', 'wasm-ld-19'], 'symmetric components on wasm32', () => {
  const out = join(root, 'out');
  const [bindings, byName] = [join(root, 'bindings'), join(root, 'allocator-malloc')];

  beforeAll(async () => {
    await generateAll(bindings);
    await generateAll(byName, { allocator: 'malloc' });
    for (const world of ['provider', 'consumer'] as const) {
      compileCpp(bindings, out, world);
      const [name, target] = [`${world}-rust`, 'wasm32-wasip1'] as const;
      compileRust(bindings, out, { world, name, target, kind: 'staticlib' });
    }
    const [provider, target] = ['provider', 'wasm32-wasip1'] as const;
    compileRust(bindings, out, { world: provider, name: provider, target, kind: 'rlib' });
    const both = { world: 'consumer', name: 'both', target, kind: 'staticlib', withProvider: true } as const;
    compileRust(bindings, out, both);
    const bare = { name: 'provider-bare-rust', target: 'wasm32-unknown-unknown', kind: 'staticlib' } as const;
    compileRust(byName, out, { world: provider, ...bare });
  });

  describe('in one module', () => {
    test.each(pairs)(title, (pair) => {
      expectSuccess(runModules(out, [linkIntoOne(out, pair)]));
    });
  });

  describe('as modules on one memory', () => {
    // Rust without a C library has a heap of its own beside.
    const plugins = [...languages, 'bare-rust'];
    const modules = new Map<string, string>();
    beforeAll(async () => {
      const visible = await visibleInPlugin();
      for (const language of languages) modules.set(`program ${language}`, await linkProgram(out, language));
      for (const language of plugins) modules.set(language, linkPlugin(out, language, visible));
    });

    const combinations = languages.flatMap((consumer) => plugins.map((provider) => ({ consumer, provider })));
    test.each(combinations)(title, ({ consumer, provider }) => {
      const files = [modules.get(`program ${consumer}`) ?? '', modules.get(provider) ?? ''];
      expectSuccess(runModules(out, files));
    });

    test.each(plugins)('a plug-in shows what it is told to show: %s', async (language) => {
      expect(functionsOf(modules.get(language) ?? '')).toEqual(
        ['_initialize', ...(await shown('provider'))].sort(),
      );
    });

    test('hidden C++ shows with `--export-dynamic` what it exports', async () => {
      const functions = functionsOf(linkPlugin(out, 'cpp', ['-Wl,--export-dynamic']));
      expect(functions).toEqual(expect.arrayContaining([...(await shown('provider'))]));
      expect(functions.filter((name) => name.includes('provider_test'))).toEqual([]);
    });
  });
});

/** The names of the functions that a module exports. */
function functionsOf(file: string): readonly string[] {
  const module = new WebAssembly.Module(readFileSync(file));
  const functions = WebAssembly.Module.exports(module).filter(({ kind }) => kind === 'function');
  return functions.map(({ name }) => name).sort();
}
