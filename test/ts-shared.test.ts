/**
 * Core modules on one memory under TypeScript glue: the programs of `test/runtime` with symmetric bindings, with JavaScript between
 * them. It answers what one module imports by what another one exports, so values and resources cross in both
 * directions; the runners say whether they are what they were. All modules have one heap, which counts.
 */
import { join } from 'node:path';
import { buildFolder } from './support/compile.js';
import { repository } from './support/golden.js';
import { mistakesInGlue, writeGlue } from './support/native-ts.js';
import { discoverTests } from './support/peer/discover.js';
import { describeWith, mustRun } from './support/toolchains.js';
import { featuresOf, linkAlone, linkHeap, linkModule, programOf } from './support/wasm-symmetric/programs.js';

const root = buildFolder('ts-shared');

const tests = discoverTests(join(repository, 'test/runtime'));

const languages = ['cpp', 'rust'] as const;

/** Where the data of the worlds begins, below the heap. */
const addresses = { test: 1 << 20, runner: 4 << 20 } as const;
const worlds = ['test', 'runner'] as const;

describeWith(['C++ for wasm32', 'Rust for wasm32', 'wasm-ld-19'], 'modules on one memory', () => {
  test.each(['values', 'resources'])('%s, counted', async (name) => {
    const found = tests.find((each) => each.name === name);
    if (!found) throw new Error(`no test ${name}`);
    const folder = join(root, name);
    const glue = new Map<string, string>();
    const modules = new Map<string, string>();
    for (const world of worlds) {
      const place = join(folder, `${world}-ts`);
      const features = featuresOf(programOf(found, world, 'cpp'));
      const written = await writeGlue(found.wit, world, place, features, 'wasm');
      expect(mistakesInGlue(written, place)).toEqual([]);
      glue.set(world, written.module);
      for (const language of languages) {
        const program = programOf(found, world, language);
        const key = `${world} ${language}`;
        modules.set(key, await linkModule(found, program, addresses[world], join(folder, key)));
      }
    }
    const heap = linkHeap(folder);
    for (const provider of languages) {
      for (const runner of languages) {
        const components = [
          { glue: glue.get('test'), module: modules.get(`test ${provider}`) },
          { glue: glue.get('runner'), module: modules.get(`runner ${runner}`) },
        ];
        const compose = join(repository, 'test/ts-shared/compose.mjs');
        const asked = JSON.stringify({ heap, components });
        expect(mustRun('node', ['--no-warnings', compose, asked])).toBe('ran\n');
      }
    }
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
