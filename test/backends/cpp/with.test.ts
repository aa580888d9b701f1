/**
 * Interfaces whose C++ is in a header of the user's (`-O with=`): what is generated beside it, a program of both sides of
 * an interface with its types, and what the compiler says of a header that does not fit.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpp } from '../../../src/backends/cpp/index.js';
import { nodeHost } from '../../../src/base/node-host.js';
import { generate } from '../../../src/driver/generate.js';
import { writeFiles } from '../../../src/driver/write.js';
import { buildFolder, checkSyntaxOfCpp, cppCompilers } from '../../support/compile.js';
import { expectGolden, repository } from '../../support/golden.js';
import { describeWith, mustRun, run } from '../../support/toolchains.js';

const folder = join(repository, 'test/backends/cpp/with');
const kinds = 'demo:shop/kinds@1.0.0';
const worlds = ['app', 'provider'] as const;

async function generated(world: string, mapping: string): ReturnType<typeof generate> {
  const options = { with: mapping };
  return generate(
    { wit: join(folder, 'shop.wit'), world, abi: 'symmetric', backend: cpp, options },
    nodeHost,
  );
}

/** Bindings of both worlds beside a header. */
async function programFolder(header: string): Promise<string> {
  const place = buildFolder('cpp-with');
  for (const world of worlds) {
    const { files, diagnostics } = await generated(world, `${kinds}=mine/kinds.h`);
    expect(diagnostics).toEqual([]);
    await writeFiles(files, place, nodeHost);
  }
  mkdirSync(join(place, 'mine'));
  writeFileSync(join(place, 'mine/kinds.h'), header);
  return place;
}

const header = readFileSync(join(folder, 'kinds.h'), 'utf8');

test.each(worlds)('what is generated for %s', async (world) => {
  const { files } = await generated(world, `${kinds}=mine/kinds.h`);
  for (const name of [`${world}_cpp.h`, `${world}.cpp`]) {
    expectGolden(`cpp-with/${name}`, files.find(({ path }) => path === name)?.content ?? '');
  }
});

test('what the world does not import is an error', async () => {
  const { diagnostics } = await generated('app', 'demo:shop/kind@1.0.0=kinds.h');
  expect(diagnostics).toMatchObject([{ code: 'option-unused', hint: `did you mean \`${kinds}\`?` }]);
  // The world exports it: that is its own.
  const exported = await generated('provider', 'demo:shop/store@1.0.0=store.h');
  expect(exported.diagnostics).toMatchObject([{ code: 'option-unused' }]);
});

test.each(['kinds', `${kinds}=`, `${kinds}=a"b.h`, `${kinds}=a\\b.h`, `${kinds}=a/*b.h`, `${kinds}=<a.h>`])(
  '`%s` is no mapping',
  async (text) => {
    const { diagnostics } = await generated('app', text);
    expect(diagnostics).toMatchObject([{ code: 'option-value' }]);
  },
);

/** What a header declares is no matter of standards: one compiler for each library. */
const compilers = [cppCompilers[0], cppCompilers.at(-1)].flatMap((each) => each ?? []);

describe.each(compilers)('$title', (compiler) => {
  describeWith([compiler.command], 'a program', () => {
    const sources = (place: string): readonly string[] => [
      join(folder, 'program.cpp'),
      ...worlds.map((world) => join(place, `${world}.cpp`)),
    ];

    test('is compiled without a warning and has its values', async () => {
      const place = await programFolder(header);
      checkSyntaxOfCpp(compiler, sources(place), [`-I${place}`]);
      const executable = join(place, 'run');
      const watched = ['-g', '-fsanitize=address,undefined', '-fno-sanitize-recover=all'];
      mustRun(compiler.command, [
        ...[...compiler.flags, ...watched, `-I${place}`],
        ...[...sources(place), '-o', executable],
      ]);
      mustRun(executable, []);
    });
  });
});

describeWith(['g++'], 'a header', () => {
  test.each([
    ['the order of cases', 'kRed, kGreen, kBlue', 'kGreen, kRed, kBlue'],
    ['the integer of an enum', 'Colour : uint8_t', 'Colour : uint32_t'],
    ['the bits of flags', 'kRead = 1, kWrite = 2', 'kRead = 2, kWrite = 1'],
    ['the order of a variant', '<Nothing, Dot, Label>', '<Nothing, Label, Dot>'],
    ['the layout of a record', 'uint32_t x;\n  uint32_t y;', 'uint32_t y;\n  uint32_t x;'],
  ])('is refused where %s is another', async (_what, right, wrong) => {
    expect(header).toContain(right);
    const place = await programFolder(header.replace(right, wrong));
    const args = ['-std=c++20', `-I${place}`, '-fsyntax-only', join(place, 'app.cpp')];
    const { code, output } = run('g++', args);
    expect(output).toContain('static assertion failed');
    expect(code).toBe(1);
  });

  test('headers with a copy of wit.h each are one to a program', async () => {
    const place = buildFolder('cpp-with-copies');
    for (const world of worlds) {
      const { files } = await generated(world, `${kinds}=../mine/kinds.h`);
      await writeFiles(files, join(place, world), nodeHost);
    }
    mkdirSync(join(place, 'mine'));
    writeFileSync(join(place, 'mine/kinds.h'), header);
    const copy = join(place, 'provider/wit.h');
    // Compilers take files for one by their times and contents, or by where they lie.
    writeFileSync(copy, `${readFileSync(copy, 'utf8')}\n`);
    const includes = worlds.map((world) => `-I${join(place, world)}`);
    mustRun('g++', ['-std=c++20', ...includes, '-fsyntax-only', join(folder, 'program.cpp')]);
  });
});
