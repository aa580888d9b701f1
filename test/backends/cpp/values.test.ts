/**
 * Values of every kind there and back, in one program that imports and exports the interface of a fixture: in both
 * styles of API and with every ownership of records, under the sanitizers. The programs are in `values`.
 */
import { join } from 'node:path';
import type { ApiName } from '../../../src/abi/api-style.js';
import { cpp } from '../../../src/backends/cpp/index.js';
import { nodeHost } from '../../../src/base/node-host.js';
import { generate } from '../../../src/driver/generate.js';
import { writeFiles } from '../../../src/driver/write.js';
import { headersAhead } from '../../support/ahead.js';
import { buildFolder, cppCompilers, type CppCompiler } from '../../support/compile.js';
import { fixtureFolder } from '../../support/fixtures.js';
import { repository } from '../../support/golden.js';
import { describeWith, mustRun } from '../../support/toolchains.js';

const programs = join(repository, 'test/backends/cpp/values');

interface Case {
  readonly fixture: string;
  readonly api: ApiName;
  readonly ownership: string;
  readonly debug?: string;
}

const apis: readonly ApiName[] = ['std', 'views'];
const cases: readonly Case[] = [
  ...apis.flatMap((api): readonly Case[] => [
    { fixture: 'maps', api, ownership: 'owning' },
    { fixture: 'fixed-length-lists', api, ownership: 'owning' },
    { fixture: 'records-of-views', api, ownership: 'owning' },
    { fixture: 'records-of-views', api, ownership: 'coarse-borrowing' },
    { fixture: 'records-of-views', api, ownership: 'fine-borrowing' },
  ]),
  { fixture: 'received-views', api: 'views', ownership: 'owning' },
  { fixture: 'values-as-text', api: 'std', ownership: 'fine-borrowing', debug: 'yes' },
];

/** Generates both worlds of a fixture into a folder, but for the classes, which are the program's own. */
async function generated({ fixture, api, ...options }: Case): Promise<string> {
  const folder = buildFolder('values');
  for (const world of ['importer', 'exporter']) {
    const lints = { 'gated-fixed-length-list': 'allow' } as const;
    const request = {
      wit: fixtureFolder(fixture),
      world,
      lints,
      abi: 'symmetric',
      api,
      backend: cpp,
      options,
    } as const;
    const { files, diagnostics } = await generate(request, nodeHost);
    expect(diagnostics).toEqual([]);
    await writeFiles(
      files.filter(({ write }) => write === 'always'),
      folder,
      nodeHost,
    );
  }
  return folder;
}

/** Everything with one library; what looks at most with the other, where views lie in memory in their own way. */
const runs = [
  { ...compilerCalled('g++, C++20'), tried: cases },
  {
    ...compilerCalled('clang, C++23, libc++'),
    tried: cases.filter(({ api, ownership }) => api === 'views' && ownership !== 'coarse-borrowing'),
  },
];

function compilerCalled(title: string): CppCompiler {
  const compiler = cppCompilers.find((each) => each.title === title);
  if (!compiler) throw new Error(`no compiler is called ${title}`);
  return compiler;
}

for (const { title, command, flags, tried } of runs) {
  const strict = ['-Wall', '-Wextra', '-Werror'];
  const watched = [...flags, '-g', ...strict, '-fsanitize=address,undefined', '-fno-sanitize-recover=all'];
  describeWith([command], title, () => {
    test.each(tried)('$fixture, api $api, records $ownership', async (each) => {
      const folder = await generated(each);
      const executable = join(folder, 'run');
      mustRun(command, [
        ...[...watched, ...headersAhead(command, watched), `-I${programs}`, `-I${folder}`],
        ...(each.ownership === 'owning' ? [] : ['-DRECORDS_HAVE_VIEWS']),
        join(programs, `${each.fixture}.cpp`),
        ...[join(folder, 'importer.cpp'), join(folder, 'exporter.cpp'), '-o', executable],
      ]);
      mustRun(executable, []);
    });
  });
}
