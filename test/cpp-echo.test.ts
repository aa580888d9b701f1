/**
 * C++ calls C++ in one program: flags of every width, and lists of what no C++ library lays out as the ABI
 * does, with each library under sanitizers; then the allocations of passing small lists, which are none.
 */
import { join } from 'node:path';
import { cpp } from '../src/backends/cpp/index.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { writeFiles } from '../src/driver/write.js';
import { buildFolder, cppCompilers, type CppCompiler } from './support/compile.js';
import { repository } from './support/golden.js';
import { sanitized } from './support/pairs.js';
import { sanitizerOptions } from './support/sanitizers.js';
import { describeWith, mustRun } from './support/toolchains.js';

const sources = join(repository, 'test/cpp-echo');
const folder = buildFolder('cpp-echo');

beforeAll(async () => {
  for (const world of ['importer', 'exporter']) {
    const lints = { 'too-many-flags': 'allow' } as const;
    const request = {
      wit: join(sources, 'cpp-echo.wit'),
      world,
      abi: 'symmetric',
      backend: cpp,
      lints,
    } as const;
    const { files, diagnostics } = await generate(request, nodeHost);
    expect(diagnostics).toEqual([]);
    await writeFiles(files, folder, nodeHost);
  }
});

/** Compiles the program and the bindings of both worlds, and answers where the executable is. */
function built(name: string, { command, flags }: CppCompiler, extra: readonly string[]): string {
  const executable = join(folder, name);
  const strict = ['-Wall', '-Wextra', '-Wpedantic', '-Wconversion', '-Werror', `-I${folder}`];
  const bindings = ['importer.cpp', 'exporter.cpp'].map((file) => join(folder, file));
  mustRun(command, [...flags, ...strict, ...extra, join(sources, 'echo.cpp'), ...bindings, '-o', executable]);
  return executable;
}

/** Each library, and each compiler, once. */
const compilers = cppCompilers.filter(({ title }) => ['g++, C++20', 'clang, C++23, libc++'].includes(title));

test('there is one of each library', () => {
  expect(compilers).toHaveLength(2);
});

for (const [index, compiler] of compilers.entries()) {
  describeWith([compiler.command], compiler.title, () => {
    test('what comes back is what was passed, and that stays as it was', () => {
      const extra = ['-g', ...sanitized.cpp];
      mustRun(built(`sanitized-${String(index)}`, compiler, extra), [], { env: sanitizerOptions });
    });

    test('passing small lists allocates nothing', () => {
      const counter = join(folder, 'malloc-count.o');
      mustRun('g++', ['-x', 'c', '-O1', '-c', join(repository, 'test/pairs/malloc-count.c'), '-o', counter]);
      mustRun(built(`counted-${String(index)}`, compiler, ['-O1', '-DCOUNT_ALLOCATIONS', counter]), []);
    });
  });
}
