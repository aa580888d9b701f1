/**
 * Core modules on one memory under TypeScript glue: the programs of `test/runtime` with symmetric bindings, with JavaScript between
 * them. It answers what one module imports by what another one exports, so values and resources cross in both
 * directions; the runners say whether they are what they were. All modules have one heap, which counts. They run in Node and in a browser.
 */
import { buildSync } from 'esbuild';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { browser, inBrowser } from './support/browser.js';
import { buildFolder } from './support/compile.js';
import { repository } from './support/golden.js';
import { mistakesInGlue, writeGlue } from './support/native-ts.js';
import { discoverTests, type PeerLanguage, type PeerTest } from './support/peer/discover.js';
import { describeWith, mustRun } from './support/toolchains.js';
import { featuresOf, linkAlone, linkHeap, linkModule, programOf } from './support/wasm-symmetric/programs.js';

const root = buildFolder('ts-shared');

const tests = discoverTests(join(repository, 'test/runtime'));

const languages = ['cpp', 'rust'] as const;

/** Where the modules that share a memory are, one behind the other; the heap is the last. */
const placeOf = (index: number) => ({ begin: (index + 1) << 21, end: (index + 2) << 21 });

function testOf(name: string): PeerTest {
  const found = tests.find((each) => each.name === name);
  if (!found) throw new Error(`no test ${name}`);
  return found;
}

/** The worlds of a test in the order in which instances are made. */
const order = ['leaf', 'tools', 'middle', 'test', 'runner'];
const worldsOf = ({ dependencies, runner }: PeerTest): readonly string[] =>
  [...dependencies, runner].sort((one, other) => order.indexOf(one) - order.indexOf(other));

describeWith(['C++ for wasm32', 'Rust for wasm32', 'wasm-ld-19'], 'modules on one memory', () => {
  // What `options` tests are options of the bindings for C++ and Rust.
  const names = tests.map(({ name }) => name).filter((name) => name !== 'options');
  const glueIn = (name: string, world: string): string => join(name, `${world}-ts`);
  const modulesOfGlue = new Map<string, string>();

  beforeAll(async () => {
    const files = [];
    for (const found of names.map(testOf)) {
      for (const world of worldsOf(found)) {
        const place = glueIn(found.name, world);
        const features = featuresOf(programOf(found, world, 'cpp'));
        const glue = await writeGlue(found.wit, world, join(root, place), features, 'wasm');
        modulesOfGlue.set(place, glue.module);
        files.push(...glue.files.map((file) => ({ ...file, path: join(place, file.path) })));
      }
    }
    // Once for all, since TypeScript reads its own declarations each time.
    expect(mistakesInGlue({ files }, root)).toEqual([]);
  });

  describe.each(names)('%s, counted', (name) => {
    const found = testOf(name);
    const worlds = worldsOf(found);
    const folder = join(root, name);

    beforeAll(async () => {
      const components = [];
      for (const [index, world] of worlds.entries()) {
        const modules = [];
        for (const language of languages) {
          const program = programOf(found, world, language);
          const place = join(folder, `${world} ${language}`);
          const file = await linkModule(found, program, placeOf(index), place);
          modules.push({ language, file: relative(folder, file) });
        }
        const glue = modulesOfGlue.get(glueIn(name, world)) ?? '';
        components.push({ glue: relative(folder, glue), modules });
      }
      const heap = relative(folder, linkHeap(folder, placeOf(worlds.length).begin));
      writeFileSync(join(folder, 'asked.json'), JSON.stringify({ test: name, heap, components }));
    });

    const choices = languages.length ** worlds.length;

    test('every choice, in Node', () => {
      const compose = join(repository, 'test/ts-shared/compose.mjs');
      const ran: unknown = JSON.parse(mustRun('node', ['--no-warnings', compose, folder]));
      expect(new Set(Array.isArray(ran) ? ran : []).size).toBe(choices);
    });

    describeWith([browser], 'in a browser', () => {
      test('every choice', async () => {
        const page = join(repository, 'test/ts-shared/page.js');
        buildSync({ entryPoints: [page], outdir: folder, bundle: true, format: 'esm' });
        const ran = await inBrowser(folder, 'page.js');
        expect(new Set(Array.isArray(ran) ? ran : []).size).toBe(choices);
      });
    });
  });
});

describeWith(['C++ for wasm32', 'Rust for wasm32', 'wasm-ld-19'], 'modules of different texts', () => {
  test('are refused, and others may come in their place', async () => {
    const found = testOf('wide-flags');
    const folder = join(root, 'fingerprints');
    mkdirSync(folder, { recursive: true });
    const text = readFileSync(found.wit, 'utf8');
    const wit = join(folder, 'other.wit');
    writeFileSync(wit, text.replace('b0, b1,', 'b1, b0,'));
    const { module: glue } = await writeGlue(found.wit, 'runner', join(folder, 'ts'), [], 'wasm');
    const link = (from: PeerTest, world: string, language: PeerLanguage, index: number): Promise<string> =>
      linkModule(from, programOf(from, world, language), placeOf(index), join(folder, String(index)));
    const others = [];
    for (const [index, language] of languages.entries()) {
      others.push(await link({ ...found, wit }, 'runner', language, index));
    }
    const provider = await link(found, 'test', 'cpp', 2);
    const user = await link(found, 'runner', 'rust', 3);
    const heap = linkHeap(folder, placeOf(4).begin);
    const asked = JSON.stringify({ glue, heap, provider, others, user });
    const program = join(repository, 'test/ts-shared/fingerprints.mjs');
    expect(mustRun('node', [program, asked])).toBe('done\n');
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

  test.each([
    'errors',
    'nesting',
    'growing',
    'resources',
    'objects given to no call',
    'a second attempt',
    'missing imports',
    'error',
    'wrong type',
    'trap',
  ])('%s', (what) => {
    expect(mustRun('node', [join(sources, 'program.mjs'), ...given, what])).toBe('done\n');
  });
});
