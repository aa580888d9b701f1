/** Components that were built from different texts of one interface say so when they are loaded, and no others do. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder } from './support/compile.js';
import {
  buildProgram,
  buildShared,
  emit,
  languages,
  pairings,
  runWith,
  sources,
  type Emitted,
  type Language,
} from './support/linking.js';
import { describeWith, mustRun } from './support/toolchains.js';

const root = buildFolder('fingerprints');
const wit = join(sources, 'wit/app.wit');

/** The same interface but for the order of two fields, which no symbol tells. */
const otherWit = join(root, 'other.wit');

type Kind = 'same' | 'other' | 'without';

const kinds: Readonly<Record<Kind, { readonly wit: string; readonly fingerprints: boolean }>> = {
  same: { wit, fingerprints: true },
  other: { wit: otherWit, fingerprints: true },
  without: { wit, fingerprints: false },
};

const emitAs = (kind: Kind, language: Language, world: string): Promise<Emitted> => {
  const { fingerprints, wit: text } = kinds[kind];
  const folder = join(root, kind, language, world);
  return emit({ language, world, folder, wit: text, symbols: { fingerprints } });
};

const libraryIn = (kind: Kind, language: Language): string => join(root, 'lib', kind, language);

const symbol = 'demoX3AappX2FapiX401X2E2X2E3X00X5BabiX5D';

/** What a program says that worked, in whatever order the two languages write it. */
const worked = (plugin: Language): readonly string[] => {
  const name = { cpp: 'C++', rust: 'Rust' }[plugin];
  return [`a counter of ${name} is gone`, `sum 42 by ${name}`];
};

const linesOf = (output: string): readonly string[] => output.trim().split('\n').sort();

describeWith(['g++', 'rustc'], 'fingerprints', () => {
  beforeAll(async () => {
    const text = readFileSync(wit, 'utf8');
    writeFileSync(otherWit, text.replace('x: u32, y: u32', 'y: u32, x: u32'));
    expect(readFileSync(otherWit, 'utf8')).not.toBe(text);
    for (const kind of ['same', 'other', 'without'] as const) {
      for (const language of languages) {
        const plugin = await emitAs(kind, language, 'plugin');
        buildShared(plugin, join(libraryIn(kind, language), 'libplugin.so'));
      }
    }
  });

  const linked = ['-L', libraryIn('same', 'cpp'), '-lplugin'];
  const variants = [
    { user: 'cpp', name: 'C++', flags: [] },
    { user: 'cpp', name: 'C++ at fixed addresses', flags: ['-no-pie', '-fno-pic'] },
    { user: 'cpp', name: 'C++ with link-time optimisation', flags: ['-O2', '-flto', '-Wl,--gc-sections'] },
    { user: 'rust', name: 'Rust', flags: [] },
    { user: 'rust', name: 'optimised Rust', flags: ['-O', '-C', 'lto=fat', '-C', 'codegen-units=1'] },
  ] as const;

  describe.each(variants)('an executable in $name', ({ user, name, flags }) => {
    let program = '';
    beforeAll(async () => {
      const emitted = await emitAs('same', user, 'user');
      program = buildProgram(emitted, join(root, 'bin', name.replace(/[^a-z]+/gi, '-')), {
        flags: [...flags, ...linked],
      });
    });

    test.each(languages)('runs with a plug-in of the same text, in %s', (plugin) => {
      const { code, output } = runWith(program, [libraryIn('same', plugin)]);
      expect({ code, output: linesOf(output) }).toEqual({ code: 0, output: worked(plugin) });
    });

    test.each(languages)('runs with a plug-in that has none, in %s', (plugin) => {
      const { code, output } = runWith(program, [libraryIn('without', plugin)]);
      expect({ code, output: linesOf(output) }).toEqual({ code: 0, output: worked(plugin) });
    });

    test.each(languages)('ends before it begins with one of another text, in %s', (plugin) => {
      const { code, output } = runWith(program, [libraryIn('other', plugin)]);
      // 128: it was ended by a signal.
      expect(code).toBe(128);
      expect(output).toMatch(
        /^wit: two components do not mean the same by `demo:app\/api@1\.2\.3`: one was built for [0-9a-f]{16}, the one that provides it for [0-9a-f]{16}\n$/,
      );
    });
  });

  test.each(pairings)('$user without runs with any $plugin', async ({ user, plugin }) => {
    const emitted = await emitAs('without', user, 'user');
    const program = buildProgram(emitted, join(root, `bin/without-${user}-${plugin}`), { flags: linked });
    for (const kind of ['same', 'without'] as const) {
      const { code, output } = runWith(program, [libraryIn(kind, plugin)]);
      expect({ code, output: linesOf(output) }).toEqual({ code: 0, output: worked(plugin) });
    }
  });

  test.each(languages)('a shared object that asks is found out when it is loaded, in %s', async (user) => {
    const emitted = await emitAs('same', user, 'user');
    const library = buildShared(emitted, join(root, 'lib/user', user, 'libuser.so'), {
      flags: [...(user === 'rust' ? ['-A', 'dead_code'] : []), ...linked],
    });
    const opener = join(root, 'opener');
    writeFileSync(
      `${opener}.c`,
      `#include <dlfcn.h>\n#include <stdio.h>\nint main(void) { void* it = dlopen("${library}", RTLD_NOW); puts(it ? "open" : dlerror()); return !it; }\n`,
    );
    mustRun('g++', ['-x', 'c', `${opener}.c`, '-o', opener]);
    expect(runWith(opener, [libraryIn('same', 'cpp')])).toEqual({ code: 0, output: 'open\n' });
    expect(runWith(opener, [libraryIn('other', 'rust')])).toMatchObject({ code: 128 });
  });

  test('in one executable, both sides are joined statically', async () => {
    const [user, plugin] = [await emitAs('same', 'cpp', 'user'), await emitAs('same', 'rust', 'plugin')];
    const archive = join(root, 'lib/static/libplugin.a');
    buildShared(plugin, archive, { flags: ['--crate-type', 'staticlib'] });
    const program = buildProgram(user, join(root, 'bin/static'), { flags: [archive] });
    const { code, output } = runWith(program, []);
    expect({ code, output: linesOf(output) }).toEqual({ code: 0, output: worked('rust') });
  });

  test.each(languages)('what tells is shown to others, and what asks is weak, in %s', async (language) => {
    const plugin = mustRun('nm', ['-D', join(libraryIn('same', language), 'libplugin.so')]);
    expect(plugin).toMatch(new RegExp(` T ${symbol}$`, 'm'));
    const emitted = await emitAs('same', language, 'user');
    const program = buildProgram(emitted, join(root, `bin/weak-${language}`), { flags: linked });
    expect(mustRun('nm', ['-D', program])).toMatch(new RegExp(` w ${symbol}$`, 'm'));
  });
});
