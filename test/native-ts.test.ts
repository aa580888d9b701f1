/**
 * Native components from Node, through koffi: the programs of `test/runtime`, with JavaScript between all of them. It answers what one
 * component imports by what another one exports, so values of every type cross in both directions, and the runners say whether
 * they are what they were.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cpp } from '../src/backends/cpp/index.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { inspect } from '../src/driver/inspect.js';
import { writeFiles } from '../src/driver/write.js';
import { buildFolder } from './support/compile.js';
import { repository } from './support/golden.js';
import { compileC, linkShim, mistakesInGlue, writeGlue } from './support/native-ts.js';
import { requestOf } from './support/peer/arguments.js';
import { compileProgram, linkComponent, type Toolbox } from './support/peer/build.js';
import { discoverTests, plain, type PeerLanguage, type PeerTest } from './support/peer/discover.js';
import { cppTools } from './support/peer/tools.js';
import { describeWith, mustRun, run } from './support/toolchains.js';

const sources = join(repository, 'test/native-ts');
const tests = discoverTests(join(repository, 'test/runtime'));
const root = buildFolder('native-ts');

const toolbox = (linking: readonly string[] = []): Toolbox => {
  const cpp = cppTools['g++'];
  if (!cpp) throw new Error('a compiler');
  return {
    watch: 'valgrind',
    cpp: { ...cpp, flags: [...cpp.flags, ...linking] },
    main: [],
    standIn: { args: [], env: {} },
    compiled: new Map(),
  };
};

/** What C++ allocates counts as the component's, also where its library does it. */
const withItsLibrary = ['-static-libstdc++', '-static-libgcc'];

const folderOf = (test: PeerTest, world: string, language: PeerLanguage): string =>
  join(root, test.name, `${world}-${language}`);

function programOf(test: PeerTest, world: string, language: PeerLanguage) {
  const program = test.programs.find(
    (each) => each.world === world && each.language === language && each.way === plain,
  );
  const request = program && requestOf(language, program.args);
  if (!program || !request || typeof request === 'string') throw new Error(`no ${language} for ${world}`);
  return { program, request };
}

/** Builds the component of a world in a language. Answers with the shared object that Node loads. */
async function build(test: PeerTest, world: string, language: PeerLanguage, shim?: string): Promise<string> {
  const { program, request } = programOf(test, world, language);
  const folder = folderOf(test, world, language);
  const objects = await compileProgram(test, program, request, 'component', folder, toolbox());
  const told = compileC(join(sources, 'told.c'), join(folder, 'told.o'), ['-c']);
  const whole = { ...objects, files: [...objects.files, told] };
  const shown = await definedBy(test, world, request.features);
  const component = linkComponent(whole, 'component', shown, new Map(), toolbox(withItsLibrary));
  return shim === undefined ? component : linkShim(shim, component, join(folder, 'libnode.so'));
}

/** What a component of a world shows. */
async function definedBy(
  { wit }: PeerTest,
  world: string,
  features: readonly string[],
): Promise<readonly string[]> {
  const asked = { wit, world, abi: 'symmetric', lints: 'compat', features, format: 'symbols' } as const;
  const { text = '' } = await inspect(asked, nodeHost);
  return text.split('\n').flatMap((row) => (row.startsWith('T ') ? [row.slice(2)] : []));
}

/** The worlds of a test in the order in which they are loaded. */
const worldsOf = (test: PeerTest): readonly string[] => [...test.dependencies, test.runner].sort(byNeeds);

const order = ['leaf', 'tools', 'middle', 'test', 'runner'];
const byNeeds = (one: string, other: string): number => order.indexOf(one) - order.indexOf(other);

describeWith(['g++', 'gcc', 'rustc'], 'native TypeScript', () => {
  let counting = '';
  beforeAll(() => {
    const flags = ['-shared', `-DCOUNTED="${root}"`, '-ldl'];
    counting = compileC(join(sources, 'counting.c'), join(root, 'counting.so'), flags);
  });

  test('what counts sees a leak, and a double free ends the program', () => {
    const library = compileC(join(sources, 'careless.c'), join(root, 'careless.so'), ['-shared']);
    const env = { LD_PRELOAD: counting };
    const { code, output } = run('node', [join(sources, 'careless.mjs'), library], { env });
    expect(output).toMatch(/^counted\n.*double free/);
    expect(code).not.toBe(0);
  });

  // What `options` tests are options of the bindings for C++ and Rust.
  const names = tests.map(({ name }) => name).filter((name) => name !== 'options');

  test.each(names)('%s, counted', async (name) => {
    const found = tests.find((each) => each.name === name);
    if (!found) throw new Error(`no test ${name}`);
    const worlds = worldsOf(found);
    const modules = new Map<string, string>();
    const libraries = new Map<string, string>();
    for (const world of worlds) {
      const folder = join(root, name, `${world}-ts`);
      const glue = await writeGlue(found.wit, world, folder, programOf(found, world, 'cpp').request.features);
      expect(mistakesInGlue(glue, folder)).toEqual([]);
      modules.set(world, glue.module);
      for (const language of ['cpp', 'rust'] as const) {
        libraries.set(`${world} ${language}`, await build(found, world, language, glue.shim));
      }
    }
    for (const languages of choices(worlds.length)) {
      const components = worlds.map((world, index) => ({
        module: modules.get(world),
        library: libraries.get(`${world} ${languages[index] ?? 'cpp'}`),
      }));
      const asked = JSON.stringify({ test: name, components });
      const env = { LD_PRELOAD: counting };
      expect(mustRun('node', [join(sources, 'compose.mjs'), asked], { env })).toBe('ran\n');
    }
  });
});

/** What happens when components call JavaScript, whatever that does. */
describeWith(['g++'], 'native TypeScript, called back', () => {
  const folder = join(root, 'callbacks');
  const program = join(sources, 'callbacks/program.mjs');
  const wit = join(sources, 'callbacks/plugin.wit');
  let given: readonly string[] = [];

  beforeAll(async () => {
    const bindings = join(folder, 'cpp');
    const asked = { wit, world: 'plugin', abi: 'symmetric', backend: cpp } as const;
    await writeFiles((await generate(asked, nodeHost)).files, bindings, nodeHost);
    const component = join(folder, 'libplugin.so');
    const parts = [join(bindings, 'plugin.cpp'), join(sources, 'callbacks/plugin.cpp')];
    const script = `-Wl,--version-script=${join(bindings, 'plugin.verscr')}`;
    const shared = ['-fPIC', '-shared', '-fvisibility=hidden', '-Wl,-Bsymbolic', script, '-pthread'];
    mustRun('g++', [
      '-std=c++20',
      `-I${join(sources, 'callbacks')}`,
      `-I${bindings}`,
      ...shared,
      ...parts,
      '-o',
      component,
    ]);
    const glue = await writeGlue(wit, 'plugin', join(folder, 'ts'));
    expect(mistakesInGlue(glue, join(folder, 'ts'))).toEqual([]);
    given = [glue.module, linkShim(glue.shim ?? '', component, join(folder, 'libnode.so'))];
  });

  test.each([
    'errors',
    'nesting',
    'resources',
    'objects that a call is using',
    'objects given to no call',
    'missing imports',
    'calls from another thread',
    'loading twice',
    'loading in a worker, too',
  ])('%s', (what) => {
    expect(mustRun('node', [program, ...given, what])).toBe('done\n');
  });

  test.each([
    ['an import', 'plain: func(how: string) -> u32', 'plain: func(how: string) -> s32'],
    ["a function of the world's own", 'export answered: func() -> u32', 'export answered: func() -> u64'],
  ])('a library of other bindings is refused: %s has changed', async (what, is, becomes) => {
    const changed = join(folder, `changed/${what.replaceAll(/\W/g, '-')}`);
    mkdirSync(changed, { recursive: true });
    const text = readFileSync(wit, 'utf8');
    expect(text).toContain(is);
    writeFileSync(join(changed, 'plugin.wit'), text.replace(is, becomes));
    const { module } = await writeGlue(join(changed, 'plugin.wit'), 'plugin', join(changed, 'ts'));
    const { code, output } = run('node', [program, module, ...given.slice(1), 'errors']);
    expect(code).not.toBe(0);
    expect(output).toContain(
      'libnode.so was built of other bindings than this module: build plugin_native.cpp again',
    );
  });

  test.each([
    ['error', 'nobody knows this'],
    ['wrong type', 'plain() must be an integer from 0 to 4294967295, not a string'],
    ['text', 'said'],
  ])('an error that the component cannot be told of ends the process: %s', (what, message) => {
    const { code, output } = run('node', [program, ...given, what]);
    expect(code).not.toBe(0);
    expect(output).toContain('an import of the component has failed: testX3AcallbacksX2FhostX00plain');
    expect(output).toContain(message);
  });

  test('pointers and handles of which JavaScript would lose bits are refused where they come in', () => {
    const library = compileC(join(sources, 'tagged.c'), join(folder, 'tagged.so'), ['-shared']);
    const runtime = join(folder, 'ts/wit_runtime/native-library.js');
    const { code, output } = run('node', [join(sources, 'tagged.mjs'), runtime, library]);
    expect(output).toMatch(/^done\n/);
    expect(code).not.toBe(0);
    expect(output).toContain('an import of the component has failed: import');
    expect(output).toContain('RangeError: 0x100000000000001 is more than pointers');
  });
});

/** All ways to choose a language for each of some components. */
const choices = (count: number): readonly (readonly PeerLanguage[])[] =>
  Array.from({ length: 2 ** count }, (_, choice) =>
    Array.from({ length: count }, (_, index): PeerLanguage => ((choice >> index) & 1 ? 'rust' : 'cpp')),
  );
