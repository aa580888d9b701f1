/**
 * Core modules on one memory under TypeScript glue: the programs of `test/runtime` with symmetric bindings, with JavaScript between
 * them. It answers what one module imports by what another one exports, so values and resources cross in both
 * directions; the runners say whether they are what they were. All modules have one heap, which counts.
 */
import { join } from 'node:path';
import { buildFolder } from './support/compile.js';
import { repository } from './support/golden.js';
import { mistakesInGlue, writeGlue } from './support/native-ts.js';
import { discoverTests, type PeerTest } from './support/peer/discover.js';
import { describeWith, mustRun } from './support/toolchains.js';
import { featuresOf, linkAlone, linkHeap, linkModule, programOf } from './support/wasm-symmetric/programs.js';

const root = buildFolder('ts-shared');

const tests = discoverTests(join(repository, 'test/runtime'));

const languages = ['cpp', 'rust'] as const;

/** Each world has so much of the memory, and behind them is the heap. */
const share = 2 << 20;

/** The worlds of a test in the order in which instances are made. */
const order = ['leaf', 'tools', 'middle', 'test', 'runner'];
const worldsOf = ({ dependencies, runner }: PeerTest): readonly string[] =>
  [...dependencies, runner].sort((one, other) => order.indexOf(one) - order.indexOf(other));

describeWith(['C++ for wasm32', 'Rust for wasm32', 'wasm-ld-19'], 'modules on one memory', () => {
  // What `options` tests are options of the bindings for C++ and Rust.
  const names = tests.map(({ name }) => name).filter((name) => name !== 'options');

  test.each(names)('%s, counted', async (name) => {
    const found = tests.find((each) => each.name === name);
    if (!found) throw new Error(`no test ${name}`);
    const folder = join(root, name);
    const worlds = worldsOf(found);
    const components = [];
    for (const [index, world] of worlds.entries()) {
      const place = join(folder, `${world}-ts`);
      const features = featuresOf(programOf(found, world, 'cpp'));
      const glue = await writeGlue(found.wit, world, place, features, 'wasm');
      expect(mistakesInGlue(glue, place)).toEqual([]);
      const modules = [];
      for (const language of languages) {
        const program = programOf(found, world, language);
        const own = { begin: (index + 1) * share, end: (index + 2) * share };
        const file = await linkModule(found, program, own, join(folder, `${world} ${language}`));
        modules.push({ language, file });
      }
      components.push({ glue: glue.module, modules });
    }
    const heap = linkHeap(folder, (worlds.length + 1) * share);
    const compose = join(repository, 'test/ts-shared/compose.mjs');
    const asked = JSON.stringify({ test: name, heap, components });
    const ran = mustRun('node', ['--no-warnings', compose, asked]).trim().split('\n');
    expect(new Set(ran).size).toBe(languages.length ** worlds.length);
  });
});

/** What happens when a module calls JavaScript, whatever that does. */
describeWith(['C++ for wasm32', 'wasm-ld-19'], 'a module with a memory of its own', () => {
  const sources = join(repository, 'test/ts-shared/calls');
  const folder = join(root, 'calls');
  let given: readonly string[] = [];

  beforeAll(async () => {
    const wit = join(sources, 'plugin.wit');
    const glue = await writeGlue(wit, 'plugin', join(folder, 'ts'), [], 'wasm');
    expect(mistakesInGlue(glue, join(folder, 'ts'))).toEqual([]);
    given = [glue.module, await linkAlone(wit, 'plugin', join(sources, 'plugin.cpp'), folder)];
  });

  test.each(['errors', 'nesting', 'growing', 'resources', 'error', 'wrong type', 'trap'])('%s', (what) => {
    expect(mustRun('node', [join(sources, 'program.mjs'), ...given, what])).toBe('done\n');
  });
});
