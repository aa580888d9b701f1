/**
 * The programs of `test/runtime`: small worlds, each with a runner and what it is composed with, in C++ and in Rust.
 * Every combination runs under the sanitizers, and once more counted and under valgrind.
 */
import { join } from 'node:path';
import { buildFolder } from './support/compile.js';
import { repository } from './support/golden.js';
import type { Toolbox } from './support/peer/build.js';
import { discoverTests } from './support/peer/discover.js';
import { report } from './support/peer/table.js';
import { cppTools } from './support/peer/tools.js';
import { tryTest } from './support/peer/trial.js';
import { describeWith, mustRun } from './support/toolchains.js';

const tests = discoverTests(join(repository, 'test/runtime'));
const mains = join(repository, 'test/support/peer/main');
const root = buildFolder('runtime');

/** Every combination of programs passes, and there is one for each pair of languages. */
async function expectAll(name: string, toolbox: Omit<Toolbox, 'cpp' | 'standIn'>): Promise<void> {
  const cpp = cppTools['g++'];
  const test = tests.find((each) => each.name === name);
  if (!test || !cpp) throw new Error(`no test ${name}`);
  const whole = { ...toolbox, cpp, standIn: { args: [], env: {} } };
  const trials = await tryTest(test, ['cpp', 'rust'], join(root, toolbox.watch), whole);
  const { text } = report(trials, []);
  expect(trials.every(({ outcome }) => outcome.kind === 'passed') ? '' : text).toBe('');
  expect(trials.length).toBeGreaterThanOrEqual(2 ** (1 + test.dependencies.length));
}

const names = tests.map(({ name }) => name);

describeWith(['g++', 'rustc', 'objcopy'], 'runtime', () => {
  test.each(names)('%s, under sanitizers', async (name) => {
    await expectAll(name, { watch: 'sanitizers', main: [join(mains, 'main.cpp')] });
  });

  describeWith(['valgrind'], 'plain', () => {
    const counter = join(root, 'malloc-count.o');
    beforeAll(() => {
      mustRun('g++', ['-x', 'c', '-O1', '-c', join(repository, 'test/pairs/malloc-count.c'), '-o', counter]);
    });

    test.each(names)('%s, leaves no allocation behind, also under valgrind', async (name) => {
      await expectAll(name, { watch: 'valgrind', main: [join(mains, 'counting-main.cpp'), counter] });
    });
  });
});
