/**
 * Components linked with nothing but what is generated: a runner (an executable), a proxy that imports and exports one interface,
 * and a leaf, in every combination of languages, with the two linkers that there are. The runner is linked with stubs alone, so that each run also
 * puts another implementation in the place of the one that it was linked with.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BothSides } from '../src/abi/symbol-options.js';
import { builtInBackends } from '../src/backends/index.js';
import { memoryHost } from '../src/base/host.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { buildFolder } from './support/compile.js';
import {
  buildProgram,
  buildShared,
  emit,
  languages,
  runWith,
  sources,
  type Language,
} from './support/linking.js';
import { describeWith, mustRun, run } from './support/toolchains.js';

const root = buildFolder('linking');
const wit = join(sources, 'wit/chain.wit');
const titles = { cpp: 'C++', rust: 'Rust' } as const;

const emitChain = (language: Language, world: string, bothSides: BothSides = 'both') =>
  emit({
    language,
    world,
    folder: join(root, 'bindings', bothSides, language, world),
    wit,
    symbols: { bothSides },
    options: { linking: 'yes' },
  });

/** Compiles C as strictly as its authors may. */
function compileC(file: string, args: readonly string[], out: string): string {
  mustRun('gcc', [
    '-Wall',
    '-Wextra',
    '-Wpedantic',
    '-Wconversion',
    '-Werror',
    '-O1',
    '-fPIC',
    file,
    ...args,
    '-o',
    out,
  ]);
  return out;
}

const leafIn = (language: Language): string => join(root, 'lib/leaf', language);

/** Linkers, and what makes drivers of compilers take them; rustc brings an lld of its own. */
const linkers = {
  'GNU ld': () => ['-fuse-ld=bfd'],
  lld: () => ['-fuse-ld=lld', `-B${folderOfLld()}`],
} as const;

type Linker = keyof typeof linkers;

const linkerNames: readonly Linker[] = ['GNU ld', 'lld'];

function folderOfLld(): string {
  const [sysroot, host] = [
    mustRun('rustc', ['--print', 'sysroot']).trim(),
    /^host: (.*)$/m.exec(mustRun('rustc', ['-vV']))?.[1] ?? '',
  ];
  return join(sysroot, 'lib/rustlib', host, 'bin/gcc-ld');
}

/** A component between two others, which exports what it imports. */
interface Proxy {
  readonly language: Language;
  readonly bothSides: BothSides;
  readonly linker: Linker;
}

const proxies = languages.flatMap((language) =>
  (['both', 'imports'] as const).flatMap((bothSides) =>
    linkerNames.map((linker): Proxy => ({ language, bothSides, linker })),
  ),
);

const proxyIn = ({ language, bothSides, linker }: Proxy): string =>
  join(root, 'lib', bothSides, language, linker.replace(' ', '-'));

/** A shared object of stubs under the name of what is not there yet. */
function standIn(stubs: string, name: string): string {
  const folder = join(root, 'stubs');
  mkdirSync(folder, { recursive: true });
  compileC(stubs, ['-shared', `-Wl,-soname,lib${name}.so`], join(folder, `lib${name}.so`));
  return folder;
}

/** The leaf is named after the proxy, and kept although the linker sees no use of it. */
async function buildProxy(proxy: Proxy): Promise<void> {
  const { language, bothSides, linker } = proxy;
  const emitted = await emitChain(language, 'proxy', bothSides);
  const object = compileC(join(emitted.folder, 'proxy_imports.c'), ['-c'], join(emitted.folder, 'imports.o'));
  const script = join(emitted.folder, 'proxy.aliases.ld');
  const hasScript = bothSides === 'both' && language === 'cpp';
  expect(existsSync(script)).toBe(hasScript);
  const leaf = ['-Wl,--no-as-needed', `-L${leafIn('cpp')}`, '-lleaf'];
  const words = [object, ...linkers[linker](), '-Wl,-Bsymbolic', ...leaf];
  const flags = language === 'rust' ? words.flatMap((each) => ['-C', `link-arg=${each}`]) : words;
  // The script takes the place of the version script.
  const build = hasScript ? { script: [script], flags } : { flags };
  const library = buildShared(emitted, join(proxyIn(proxy), 'libproxy.so'), build);
  const comment = mustRun('readelf', ['-p', '.comment', library]);
  expect(comment.includes('Linker: LLD')).toBe(linker === 'lld');
}

describeWith(['g++', 'gcc', 'rustc'], 'linking', () => {
  describe('a proxy', () => {
    const runners: Partial<Record<Language, string>> = {};
    beforeAll(async () => {
      for (const language of languages) {
        const leaf = await emitChain(language, 'leaf');
        buildShared(leaf, join(leafIn(language), 'libleaf.so'));
        const runner = await emitChain(language, 'runner');
        const stubs = standIn(join(runner.folder, 'runner_import_stubs.c'), 'proxy');
        runners[language] = buildProgram(runner, join(root, 'bin', `runner-${language}`), {
          flags: ['-L', stubs, '-lproxy'],
        });
      }
      for (const proxy of proxies) await buildProxy(proxy);
    });

    const chains = languages.flatMap((runner) =>
      proxies.flatMap((proxy) => languages.map((leaf) => ({ ...proxy, proxy, runner, leaf }))),
    );

    test.each(chains)(
      'in $language with prefixes for $bothSides and by $linker, between $runner and $leaf',
      ({ runner, proxy, leaf }) => {
        const { code, output } = runWith(runners[runner] ?? '', [proxyIn(proxy), leafIn(leaf)]);
        expect({ code, lines: output.trim().split('\n').sort() }).toEqual({
          code: 0,
          lines: [
            'a cursor of the leaf is gone',
            'a cursor of the proxy is gone',
            'item x1',
            'item x2',
            `through a leaf in ${titles[leaf]}`,
            `through a proxy in ${titles[proxy.language]}`,
          ],
        });
      },
    );

    test.each(languages)(
      'is not needed: a leaf takes its place without a linker, runner in %s',
      (language) => {
        const folder = join(root, 'lib/without-proxy');
        mkdirSync(folder, { recursive: true });
        mustRun('cp', [join(leafIn('rust'), 'libleaf.so'), join(folder, 'libproxy.so')]);
        const { code, output } = runWith(runners[language] ?? '', [folder]);
        expect(code).toBe(0);
        expect(output).not.toContain('proxy');
        expect(output).toContain('through a leaf in Rust');
      },
    );

    test('says what is missing behind it', () => {
      const folder = join(root, 'lib/empty-leaf');
      mkdirSync(folder, { recursive: true });
      mustRun('gcc', ['-shared', '-x', 'c', '/dev/null', '-o', join(folder, 'libleaf.so')]);
      const proxy = proxyIn({ language: 'cpp', bothSides: 'imports', linker: 'GNU ld' });
      const { code, output } = runWith(runners.cpp ?? '', [proxy, folder]);
      expect(code).toBe(128);
      expect(output).toBe(
        'wit: no component after this one has [constructor]cursor of demo:chain/store@1.0.0\n',
      );
    });

    test('is missed where only its stubs are', () => {
      const { code, output } = runWith(runners.cpp ?? '', [join(root, 'stubs')]);
      expect(code).toBe(128);
      expect(output).toMatch(/^wit: .* of demo:chain\/store@1\.0\.0 is called, but only stands in/);
    });
  });

  test('providers of one interface in one process destroy their own objects', async () => {
    const [app, libraries] = [join(sources, 'wit/app.wit'), join(root, 'lib/two')];
    const build = async (name: string, language: Language, flags: readonly string[]) => {
      const folder = join(root, 'bindings/two', language);
      const emitted = await emit({ language, world: 'plugin', folder, wit: app });
      return buildShared(emitted, join(libraries, `lib${name}.so`), { flags });
    };
    const paths = [
      await build('first', 'cpp', []),
      await build('second', 'cpp', ['-DMAKER="another"']),
      await build('third', 'rust', []),
    ];
    const opener = join(root, 'two-providers');
    mustRun('gcc', [join(sources, 'two-providers.c'), '-o', opener]);
    for (const order of [paths, [...paths].reverse()]) {
      const lines = { first: 'C++', second: 'another', third: 'Rust' };
      const expected = order.map((path) => lines[/lib(\w+)\.so$/.exec(path)?.[1] as keyof typeof lines]);
      expect(run(opener, order)).toEqual({
        code: 0,
        output: expected.map((maker) => `a counter of ${maker} is gone\n`).join(''),
      });
    }
  });

  describeWith(['cmake'], 'CMake', () => {
    test('makes a component, a program and stubs of the generated file', async () => {
      const [runner, leaf] = [await emitChain('cpp', 'runner'), await emitChain('cpp', 'leaf')];
      const project = join(root, 'cmake');
      mkdirSync(project, { recursive: true });
      const lists = [
        'cmake_minimum_required(VERSION 3.18)',
        'project(chain LANGUAGES C CXX)',
        `include_directories(${join(sources, 'cpp')})`,
        `include(${join(leaf.folder, 'leaf.cmake')})`,
        `include(${join(runner.folder, 'runner.cmake')})`,
        `leaf_component(store ${join(sources, 'cpp/leaf.cpp')})`,
        'runner_stand_in(nothing)',
        `add_executable(runner ${join(sources, 'cpp/runner.cpp')})`,
        'target_link_libraries(runner PRIVATE runner_bindings store)',
      ];
      writeFileSync(join(project, 'CMakeLists.txt'), lists.map((each) => `${each}\n`).join(''));
      mustRun('cmake', ['-S', project, '-B', join(project, 'build')]);
      mustRun('cmake', ['--build', join(project, 'build')]);
      const { code, output } = run(join(project, 'build/runner'), []);
      expect({ code, output }).toMatchObject({ code: 0 });
      expect(output).toContain('through a leaf in C++');
      const shown = mustRun('nm', ['-D', '--defined-only', join(project, 'build/libstore.so')]);
      expect(
        shown
          .trim()
          .split('\n')
          .every((row) => row.includes('X00')),
      ).toBe(true);
    });
  });

  describeWith(['cargo'], 'cargo', () => {
    test.each(['both', 'imports'] as const)(
      'links a proxy by the generated build script, prefixes for %s',
      async (bothSides) => {
        const leaf = await emitChain('rust', 'leaf');
        buildShared(leaf, join(leafIn('rust'), 'libleaf.so'));
        const { folder } = await emitChain('rust', 'proxy', bothSides);
        const project = join(root, 'cargo', bothSides);
        mkdirSync(join(project, 'src'), { recursive: true });
        const files = {
          'Cargo.toml':
            '[package]\nname = "proxy"\nversion = "0.1.0"\nedition = "2021"\nbuild = "build.rs"\n\n[lib]\ncrate-type = ["cdylib"]\n\n[workspace]\n',
          'build.rs': [
            `include!("${join(folder, 'proxy_build.rs')}");`,
            '',
            'fn main() {',
            `    link_proxy("${folder}");`,
            `    println!("cargo:rustc-cdylib-link-arg=-L${leafIn('rust')}");`,
            '    println!("cargo:rustc-cdylib-link-arg=-lleaf");',
            '}',
            '',
          ].join('\n'),
          'src/lib.rs': readFileSync(join(sources, 'rust/proxy.rs'), 'utf8').replace(/^\/\/!.*\n/, ''),
        };
        for (const [path, text] of Object.entries(files)) writeFileSync(join(project, path), text);
        const env = { BINDINGS: join(folder, 'proxy.rs'), CARGO_TARGET_DIR: join(project, 'target') };
        mustRun('cargo', ['build', '--offline', '--quiet'], { cwd: project, env });
        const shown = mustRun('nm', ['-D', '--defined-only', join(project, 'target/debug/libproxy.so')]);
        const symbols = shown.match(/\S+$/gm) ?? [];
        expect(symbols).toContain('demoX3AchainX2FstoreX401X2E0X2E0X00pass');
        expect(symbols.filter((symbol) => symbol.startsWith('imp_'))).toEqual([]);
        expect(mustRun('readelf', ['-d', join(project, 'target/debug/libproxy.so')])).toContain(
          '[libleaf.so]',
        );
      },
    );
  });
});

test('names that others use have the prefixes that all of them agree on', async () => {
  const [backend] = builtInBackends;
  if (!backend) throw new Error('no backend');
  const text = 'package a:b;\nworld w { import ping: func(); export ping: func(); }';
  const symbols = { worldPrefix: 'app_', importPrefix: 'in_', exportPrefix: 'out_' };
  const request = {
    wit: 'app.wit',
    abi: 'symmetric',
    backend,
    symbols,
    options: { linking: 'yes' },
  } as const;
  const { files } = await generate(request, memoryHost({ 'app.wit': text }));
  const contentOf = (path: string): string | undefined => files.find((file) => file.path === path)?.content;
  expect(contentOf('w_imports.c')).toContain('void imp_in_app_ping(void) {\n');
  expect(contentOf('w_imports.c')).toContain('FORWARD(target, "in_app_ping", "ping");');
  expect(contentOf('w.aliases.ld')).toContain('\nout_app_ping = exp_out_app_ping;\n');
});

test('nothing is written without being asked for, and only what a world has use for', async () => {
  const paths = async (world: string, linking?: string) => {
    const [backend] = builtInBackends;
    if (!backend) throw new Error('no backend');
    const options = linking === undefined ? {} : { linking };
    const { files } = await generate({ wit, world, abi: 'symmetric', backend, options }, nodeHost);
    return files.map(({ path }) => path).filter((path) => !/\.h$|\.cpp$|\.verscr$/.test(path));
  };
  expect(await paths('proxy')).toEqual([]);
  expect(await paths('proxy', 'yes')).toEqual(['proxy.aliases.ld', 'proxy.cmake', 'proxy_imports.c']);
  expect(await paths('runner', 'yes')).toEqual(['runner.cmake', 'runner_import_stubs.c']);
  expect(await paths('leaf', 'yes')).toEqual(['leaf.cmake']);
});
