/**
 * The programs of `test/runtime`: small worlds, each with a runner and what it is composed with, in C++ and in Rust.
 * Every combination runs under the sanitizers, and once more counted and under valgrind.
 */
import { basename, join } from 'node:path';
import { buildFolder } from './support/compile.js';
import { repository } from './support/golden.js';
import type { Objects, Toolbox } from './support/peer/build.js';
import { discoverTests, plain, type PeerProgram } from './support/peer/discover.js';
import { nativePlatform } from './support/peer/native.js';
import { report } from './support/peer/table.js';
import { cppTools } from './support/peer/tools.js';
import { tryTest, type Trial } from './support/peer/trial.js';
import { describeWith, mustRun, run } from './support/toolchains.js';

const tests = discoverTests(join(repository, 'test/runtime'));
const mains = join(repository, 'test/support/peer/main');
const root = buildFolder('runtime');

/** The same Rust objects for whatever watches them. */
const compiled = new Map<string, Objects>();

type Watching = Pick<Toolbox, 'watch' | 'main'>;

const under = (watch: Toolbox['watch']): string => join(root, watch);

/** Tries those programs of a test that are of use. */
function trials(
  name: string,
  watching: Watching,
  use: (program: PeerProgram) => boolean = () => true,
): Promise<readonly Trial[]> {
  const cpp = cppTools['g++'];
  const test = tests.find((each) => each.name === name);
  if (!test || !cpp) throw new Error(`no test ${name}`);
  const toolbox = { ...watching, cpp, standIn: { args: [], env: {} }, compiled };
  const chosen = { ...test, programs: test.programs.filter(use) };
  return tryTest(chosen, ['cpp', 'rust'], under(watching.watch), nativePlatform(toolbox));
}

/** Every combination of programs passes; for every choice of languages there is one that owns and one that looks. */
async function expectAll(name: string, watching: Watching): Promise<void> {
  const all = await trials(name, watching);
  const { text } = report(all, []);
  expect(all.every(({ outcome }) => outcome.kind === 'passed') ? '' : text).toBe('');
  for (const way of [plain, 'views']) {
    const inWay = all.filter(({ programs: [runner, ...components] }) => {
      return runner?.way === plain && components.every((component) => component.way === way);
    });
    expect(inWay).toHaveLength(2 ** (all[0]?.programs.length ?? 0));
  }
}

const names = tests.map(({ name }) => name);

/** A source that all programs are linked with, compiled once. */
function compiledMain(source: string): string {
  const object = join(root, `${basename(source)}.o`);
  mustRun('g++', ['-O1', '-fPIC', '-x', source.endsWith('.c') ? 'c' : 'c++', '-c', source, '-o', object]);
  return object;
}

describeWith(['g++', 'rustc', 'objcopy'], 'runtime', () => {
  let uncounted: readonly string[] = [];
  beforeAll(() => {
    uncounted = [join(mains, 'main.cpp'), join(mains, 'uncounted.cpp')].map(compiledMain);
  });

  test.each(names)('%s, under sanitizers', async (name) => {
    await expectAll(name, { watch: 'sanitizers', main: uncounted });
  });

  describeWith(['valgrind'], 'plain', () => {
    let watching: Watching = { watch: 'valgrind', main: [] };
    beforeAll(() => {
      const sources = [join(mains, 'counting-main.cpp'), join(repository, 'test/pairs/malloc-count.c')];
      watching = { watch: 'valgrind', main: sources.map(compiledMain) };
    });

    test.each(names)('%s, leaves no allocation behind, also under valgrind', async (name) => {
      await expectAll(name, watching);
    });

    test('a call that allocates although it should not is found', async () => {
      await trials('resources', watching, ({ way, language }) => way === plain && language === 'rust');
      const program = join(under('valgrind'), 'resources/runner.rs+test.rs');
      // The component owns its arguments, whatever the runner is told.
      const { code, output } = run(program, [], { env: { WIT_TEST_WAYS: 'views' } });
      expect(code).not.toBe(0);
      expect(output).toMatch(/allocations made by .*NameTag::new\(&long\)/);
    });
  });
});
