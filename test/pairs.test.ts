/**
 * Two components in one process, in every combination of languages, as an executable (the consumer)
 * and a shared object (the provider). The programs are in `test/pairs`; what they check, and which
 * known defects of other generators they show to be absent, stands in their comments.
 *
 * Each pair runs counted (every allocation of the process, before and after), with C++ under the address,
 * leak and undefined-behaviour sanitizers of g++, and under valgrind; C++ consumers also under clang's sanitizers, and
 * Rust with Rust also with an allocator that checks the layout of every block that is freed.
 */
import { join } from 'node:path';
import { builtInBackends } from '../src/backends/index.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { writeFiles } from '../src/driver/write.js';
import { buildFolder } from './support/compile.js';
import { repository } from './support/golden.js';
import { describeWith, mustRun, run } from './support/toolchains.js';

const sources = join(repository, 'test/pairs');

type Language = 'cpp' | 'rust';

const languages: readonly Language[] = ['cpp', 'rust'];

const pairs = languages.flatMap((consumer) => languages.map((provider) => ({ consumer, provider })));

/** How a set of programs is built. */
interface Build {
  readonly cpp: readonly string[];
  readonly rust: readonly string[];
  /** Objects that C++ executables are linked with. */
  readonly objects: readonly string[];
}

const root = buildFolder('pairs');
const bindings = (language: Language, world: string): string => join(root, 'bindings', language, world);

async function generateAll(): Promise<void> {
  for (const backend of builtInBackends) {
    for (const world of ['provider', 'consumer']) {
      const request = { wit: join(sources, 'wit'), world, abi: 'symmetric', backend } as const;
      const { files, diagnostics } = await generate(request, nodeHost);
      expect(diagnostics).toEqual([]);
      // The classes of exported resources are the programs' own: theirs stand first on the include path.
      const generated = files.filter(({ write }) => write === 'always');
      await writeFiles(generated, join(root, 'bindings', backend.id, world), nodeHost);
    }
  }
}

/** Builds both providers and both consumers into a folder; a provider is `<language>/libprovider.so`. */
function buildAll(name: string, command: string, build: Build): string {
  const out = join(root, name);
  for (const language of languages) mustRun('mkdir', ['-p', join(out, language)]);
  buildCpp(out, command, build);
  buildRust(out, build);
  return out;
}

function buildCpp(out: string, command: string, { cpp, objects }: Build): void {
  const common = ['-std=c++20', '-g', '-Wall', '-Wextra', '-Werror', ...cpp, `-I${join(sources, 'cpp')}`];
  const from = (world: string): readonly string[] => {
    const folder = bindings('cpp', world);
    return [`-I${folder}`, join(sources, `cpp/${world}.cpp`), join(folder, `${world}.cpp`)];
  };
  const visible = `-Wl,--version-script=${join(bindings('cpp', 'provider'), 'provider.verscr')}`;
  const library = ['-fPIC', '-shared', '-fvisibility=hidden', visible, '-o', join(out, 'cpp/libprovider.so')];
  mustRun(command, [...common, ...from('provider'), ...library]);
  const linked = [`-L${join(out, 'cpp')}`, '-lprovider', '-o', join(out, 'consumer-cpp')];
  mustRun(command, [...common, ...from('consumer'), ...objects, ...linked]);
}

function buildRust(out: string, { rust }: Build): void {
  const common = ['--edition', '2021', '-g', '-D', 'warnings', ...rust];
  const compile = (world: string, args: readonly string[]): void => {
    const env = { BINDINGS: join(bindings('rust', world), `${world}.rs`) };
    mustRun('rustc', [...common, join(sources, `rust/${world}.rs`), ...args], { env });
  };
  const library = join(out, 'rust/libprovider.so');
  compile('provider', ['--crate-type', 'cdylib', '--crate-name', 'provider', '-o', library]);
  const linked = ['-L', join(out, 'cpp'), '-l', 'dylib=provider', '-o', join(out, 'consumer-rust')];
  compile('consumer', linked);
}

/** Runs one pair; every section of the consumer must report itself. */
function runPair(
  out: string,
  { consumer, provider }: (typeof pairs)[number],
  env: Readonly<Record<string, string>> = {},
  wrapper: readonly string[] = [],
): string {
  const program = join(out, `consumer-${consumer}`);
  const [command = program, ...args] = [...wrapper, program];
  const found = { LD_LIBRARY_PATH: join(out, provider), ...env };
  const { code, output } = run(command, args, { env: found });
  expect({ code, output }).toMatchObject({ code: 0 });
  for (const section of ['strings', 'counters: ok', 'calls back: ok']) expect(output).toContain(section);
  return output;
}

const asan = {
  ASAN_OPTIONS: 'detect_leaks=1:detect_stack_use_after_return=1:strict_string_checks=1',
  UBSAN_OPTIONS: 'halt_on_error=1:print_stacktrace=1',
};

describeWith(['g++', 'rustc'], 'pairs', () => {
  beforeAll(generateAll);

  describe('counted', () => {
    let out = '';
    const counter = join(root, 'malloc-count.o');
    const preloaded = join(root, 'libmalloc-count.so');
    beforeAll(() => {
      const source = ['-x', 'c', '-O1', '-fPIC', join(sources, 'malloc-count.c'), '-o'];
      mustRun('g++', [...source, counter, '-c']);
      mustRun('g++', [...source, preloaded, '-shared']);
      out = buildAll('counted', 'g++', { cpp: ['-O2'], rust: ['-O'], objects: [counter] });
    });

    test.each(pairs)('$consumer uses $provider, and leaves no allocation behind', (pair) => {
      const env = pair.consumer === 'rust' ? { LD_PRELOAD: preloaded } : {};
      expect(runPair(out, pair, env)).toMatch(/^allocations: .*ok$/m);
    });
  });

  describe('sanitized by g++', () => {
    let out = '';
    let preload = '';
    beforeAll(() => {
      const cpp = ['-O1', '-fsanitize=address,undefined', '-fno-sanitize-recover=all'];
      out = buildAll('gxx-sanitized', 'g++', { cpp, rust: [], objects: [] });
      preload = mustRun('g++', ['-print-file-name=libasan.so']).trim();
    });

    test.each(pairs)('$consumer uses $provider', (pair) => {
      // A Rust executable has no runtime of the sanitizer of its own: it watches malloc and free all the same.
      const env = pair.consumer === 'rust' ? { ...asan, LD_PRELOAD: preload } : asan;
      runPair(out, pair, env);
    });
  });

  describeWith(['clang++-19'], 'sanitized by clang', () => {
    let out = '';
    beforeAll(() => {
      const cpp = ['-O1', '-fsanitize=address,undefined', '-fno-sanitize-recover=all'];
      out = buildAll('clang-sanitized', 'clang++-19', { cpp, rust: [], objects: [] });
    });

    test.each(pairs.filter(({ consumer }) => consumer === 'cpp'))('$consumer uses $provider', (pair) => {
      runPair(out, pair, asan);
    });
  });

  test('rust frees every block with the layout that rust allocated it with', () => {
    const checked: Build = { cpp: [], rust: ['--cfg', 'wit_checked_alloc'], objects: [] };
    runPair(buildAll('checked', 'g++', checked), { consumer: 'rust', provider: 'rust' });
  });

  describeWith(['valgrind'], 'under valgrind', () => {
    let out = '';
    beforeAll(() => {
      out = buildAll('valgrind', 'g++', { cpp: ['-O1'], rust: ['-O'], objects: [] });
    });

    const valgrind = [
      ...['valgrind', '-q', '--leak-check=full', '--error-exitcode=9'],
      '--errors-for-leak-kinds=definite,indirect,possible',
    ];
    test.each(pairs)('$consumer uses $provider', (pair) => {
      runPair(out, pair, {}, valgrind);
    });
  });
});
