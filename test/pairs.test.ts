/**
 * Two components in one process, in every combination of languages, as an executable (the consumer)
 * and a shared object (the provider). The programs are in `test/pairs`; what they check, and which
 * known defects of other generators they show to be absent, stands in their comments.
 *
 * Each pair runs counted (every allocation of the process, before and after), with C++ under the address,
 * leak and undefined-behaviour sanitizers of g++, and under valgrind; C++ consumers also under clang's sanitizers, and
 * Rust with Rust also with an allocator that checks the layout of every block that is freed.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder } from './support/compile.js';
import {
  buildAll,
  generateAll,
  pairs,
  runPair,
  sanitized,
  sanitizerRuntime,
  sources,
  type Build,
  type Pair,
} from './support/pairs.js';
import { valgrind } from './support/peer/tools.js';
import { sanitizerOptions } from './support/sanitizers.js';
import { describeWith, mustRun } from './support/toolchains.js';

const root = buildFolder('pairs');

const builds = new Map<string, string>();
/** What `buildAll` has built, whatever for. */
const known = new Map<string, string>();

/** Builds all programs in one way, once; answers where they are. */
function built(build: Build, bindings = join(root, 'bindings')): string {
  const way = JSON.stringify(build);
  const folder = builds.get(way) ?? join(root, `build-${String(builds.size)}`);
  if (!builds.has(way)) buildAll(bindings, folder, build, known);
  builds.set(way, folder);
  return folder;
}

const optimized: Build = { command: 'g++', cpp: ['-O2'], rust: ['-O'] };

/** A run must end well and say so section by section. */
function expectSuccess(...args: Parameters<typeof runPair>): string {
  const { code, output } = runPair(...args);
  expect({ code, output }).toMatchObject({ code: 0 });
  for (const section of ['scalars', 'many parameters', 'counters', 'calls back', 'notebooks']) {
    expect(output).toContain(`${section}: ok`);
  }
  return output;
}

const title = '$consumer uses $provider';

describeWith(['g++', 'rustc'], 'pairs', () => {
  beforeAll(() => generateAll(join(root, 'bindings')));

  describe('counted', () => {
    let out = '';
    const counter = join(root, 'libmalloc-count.so');
    beforeAll(() => {
      const flags = ['-x', 'c', '-O1', '-fPIC', '-shared'];
      mustRun('g++', [...flags, join(sources, 'malloc-count.c'), '-o', counter]);
      out = built(optimized);
    });

    test.each(pairs)(`${title}, and leaves no allocation behind`, (pair) => {
      expect(expectSuccess(out, pair, { LD_PRELOAD: counter })).toMatch(/^allocations: .*ok$/m);
    });
  });

  describe('sanitized by g++', () => {
    let out = '';
    beforeAll(() => {
      out = built({ command: 'g++', ...sanitized });
    });

    test.each(pairs)(title, (pair) => {
      const preload = pair.consumer === 'rust' ? { LD_PRELOAD: sanitizerRuntime() } : {};
      expectSuccess(out, pair, { ...sanitizerOptions, ...preload });
    });
  });

  describeWith(['clang++-19'], 'sanitized by clang', () => {
    let out = '';
    beforeAll(() => {
      out = built({ command: 'clang++-19', ...sanitized });
    });

    test.each(pairs.filter(({ consumer }) => consumer === 'cpp'))(title, (pair) => {
      expectSuccess(out, pair, sanitizerOptions);
    });
  });

  describeWith(['valgrind'], 'under valgrind', () => {
    let out = '';
    beforeAll(() => {
      out = built(optimized);
    });

    test.each(pairs)(title, (pair) => {
      expectSuccess(out, pair, {}, valgrind);
    });
  });

  test('Rust frees every block with the layout that it was allocated with', () => {
    const out = built({ ...optimized, rust: ['--cfg', 'wit_checked_alloc'] });
    const pair: Pair = { consumer: 'rust', provider: 'rust' };
    expectSuccess(out, pair);
  });

  describe('Rust with a global allocator that is not malloc', () => {
    let out = '';
    beforeAll(async () => {
      const bindings = join(root, 'other-allocator');
      // Those of C++ are the same.
      await generateAll(bindings, { allocator: 'malloc' });
      out = built({ ...optimized, rust: ['--cfg', 'wit_other_alloc'] }, bindings);
    });

    const withRust = pairs.filter(({ consumer, provider }) => [consumer, provider].includes('rust'));
    test.each(withRust)(title, (pair) => {
      expectSuccess(out, pair);
    });
  });

  test.each(['cpp/provider/provider.cpp', 'rust/provider/provider.rs'])(
    'a provider defines its drop functions and never calls them: %s',
    (file) => {
      const bindings = readFileSync(join(root, 'bindings', file), 'utf8');
      const drops = bindings.match(/\w+X5Bresource_dropX5D\w+/g)?.filter((name) => name.includes('store'));
      expect(drops).toHaveLength(1);
    },
  );

  test('a shared object shows what the version script lists and nothing else, in either language', () => {
    const out = built(optimized);
    const script = join(root, 'bindings/cpp/provider/provider.verscr');
    const listed = mustRun('grep', ['-o', '[A-Za-z0-9_]*X00[A-Za-z0-9_]*', script]).trim().split('\n').sort();
    for (const language of ['cpp', 'rust']) {
      const table = mustRun('nm', ['-D', '--defined-only', join(out, language, 'libprovider.so')]);
      const shown = table
        .trim()
        .split('\n')
        .map((row) => row.split(' ').at(-1) ?? '');
      expect(shown.sort()).toEqual(listed);
    }
  });
});
