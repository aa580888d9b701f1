/**
 * Node-API addons: the programs of `test/runtime`, each linked with the addon of its world, with JavaScript between them, so
 * that what one imports is what another exports, by way of values of JavaScript.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { writeFiles } from '../src/driver/write.js';
import { buildFolder } from './support/compile.js';
import { repository } from './support/golden.js';
import { linkAddon, napiPlatform, nodeHeaders, sanitizedNode, writeAddon } from './support/napi/addons.js';
import { backendOf } from './support/peer/arguments.js';
import type { Objects, Toolbox } from './support/peer/build.js';
import { discoverTests, plain } from './support/peer/discover.js';
import { report } from './support/peer/table.js';
import { cppTools, watchFlags } from './support/peer/tools.js';
import { tryTest } from './support/peer/trial.js';
import { describeWith, mustRun, run } from './support/toolchains.js';

const tests = discoverTests(join(repository, 'test/runtime'));
const root = buildFolder('napi');
const mains = join(repository, 'test/support/peer/main');

/** The same Rust objects for whatever watches them. */
const compiled = new Map<string, Objects>();

async function expectAll(name: string, watch: Toolbox['watch'], main: readonly string[]): Promise<void> {
  const cpp = cppTools['g++'];
  const test = tests.find((each) => each.name === name);
  if (!test || !cpp) throw new Error(`no test ${name}`);
  const toolbox = { watch, main, cpp, standIn: { args: [], env: {} }, compiled, counts };
  const chosen = { ...test, programs: test.programs.filter(({ way }) => way === plain) };
  const trials = await tryTest(chosen, ['cpp', 'rust'], join(root, watch), napiPlatform(toolbox));
  const { text } = report(trials, []);
  expect(trials.every(({ outcome }) => outcome.kind === 'passed') ? '' : text).toBe('');
  expect(trials).toHaveLength(2 ** (1 + test.dependencies.length));
}

const counts = join(root, 'counts.node');

/** The component of `test/napi` with its addon: in one file, or in a file of its own that the addon is linked with. */
async function buildApp(
  folder: string,
  watch: Toolbox['watch'],
  kind: 'whole' | 'shared',
  presentation: Readonly<Record<string, string>> = {},
): Promise<{ readonly module: string; readonly addon: string }> {
  const cpp = cppTools['g++'];
  if (!cpp) throw new Error('no g++');
  const sources = join(repository, 'test/napi');
  mkdirSync(folder, { recursive: true });
  const asked = { wit: join(sources, 'app.wit'), world: 'app', abi: 'symmetric', lints: 'compat' } as const;
  const { files } = await generate({ ...asked, backend: backendOf('cpp') }, nodeHost);
  await writeFiles(
    files.filter(({ write }) => write === 'always'),
    folder,
    nodeHost,
  );
  const flags = [...cpp.flags, '-g1', '-fPIC', '-Wall', '-Wextra', '-Werror', ...watchFlags[watch]];
  const from = [`-I${folder}`, `-I${sources}`, join(folder, 'app.cpp'), join(sources, 'app.cpp')];
  const library = join(folder, 'libapp.so');
  const visible = `-Wl,--version-script=${join(folder, 'app.verscr')}`;
  const linked = kind === 'shared' ? ['-shared', visible] : ['-r', '-nostdlib'];
  const object = kind === 'shared' ? library : join(folder, 'app.o');
  mustRun('g++', [...flags, ...from, ...linked, '-o', object]);
  const { source, module } = await writeAddon(asked, folder, presentation);
  const parts = kind === 'shared' ? [`-L${folder}`, '-lapp', '-Wl,-rpath,$ORIGIN'] : [object];
  const contains = kind === 'shared' ? 'itself' : 'the component';
  return { module, addon: linkAddon(source, parts, folder, { watch, cpp }, contains) };
}

/** The program that builds addons, as npm has it, and where the headers of this Node are. */
const prefix = join(dirname(process.execPath), '..');
const nodeGyp = join(prefix, 'lib/node_modules/npm/node_modules/node-gyp/bin/node-gyp.js');
const hasNodeGyp = [nodeGyp, join(prefix, 'include/node/node_api.h')].every((file) => existsSync(file));

/** What the documentation says of node-gyp, for another addon. */
function documentedGyp(name: string): string {
  const text = readFileSync(join(repository, 'docs/typescript.md'), 'utf8');
  const [, found = ''] = /^```json\n(\{ "targets".*)\n```$/m.exec(text) ?? [];
  return found.replaceAll('shop', name);
}

const describeGyp: typeof describeWith = hasNodeGyp
  ? describeWith
  : (_, name, suite) => {
      describe.skip(`${name} (skipped: needs Node's headers and npm's node-gyp below ${prefix})`, suite);
    };

describeGyp(['g++', 'make', 'python3'], 'node-gyp', () => {
  test('builds an addon as the documentation says', async () => {
    const folder = join(root, 'gyp');
    const { module } = await buildApp(folder, 'valgrind', 'shared');
    writeFileSync(join(folder, 'binding.gyp'), documentedGyp('app'));
    mustRun(process.execPath, [nodeGyp, 'rebuild', `--nodedir=${prefix}`], { cwd: folder });
    const addon = join(folder, 'build/Release/app.node');
    expect(run('node', [hostile, module, addon])).toEqual({ code: 0, output: '' });
  });
});

describeWith(['g++'], 'a component that lies', () => {
  test.each(['valgrind', 'sanitizers'] as const)('makes calls throw, watched by %s', async (watch) => {
    const cpp = cppTools['g++'];
    if (!cpp) throw new Error('no g++');
    const folder = join(root, `lies-${watch}`);
    const sources = join(repository, 'test/napi');
    mkdirSync(folder, { recursive: true });
    const object = join(folder, 'lies.o');
    const flags = ['-g1', '-fPIC', ...watchFlags[watch], '-c', join(sources, 'lies.cpp')];
    mustRun('g++', [...flags, '-o', object]);
    const { source, module } = await writeAddon({ wit: join(sources, 'lies.wit'), world: 'lies' }, folder);
    const addon = linkAddon(source, [object], folder, { watch, cpp });
    const env = watch === 'sanitizers' ? sanitizedNode() : {};
    const answer = run('node', [join(sources, 'lies.mjs'), module, addon], { env });
    expect(answer).toEqual({ code: 0, output: '' });
  });
});

describeWith(['g++'], 'functions that are called like what an addon has of its own', () => {
  test('are those of the component', async () => {
    const cpp = cppTools['g++'];
    if (!cpp) throw new Error('no g++');
    const folder = join(root, 'internals');
    const sources = join(repository, 'test/napi');
    mkdirSync(folder, { recursive: true });
    const object = join(folder, 'internals.o');
    mustRun('g++', ['-fPIC', '-c', join(sources, 'internals.cpp'), '-o', object]);
    const { source, module } = await writeAddon(
      { wit: join(sources, 'internals.wit'), world: 'internals' },
      folder,
    );
    const addon = linkAddon(source, [object], folder, { watch: 'valgrind', cpp });
    const answer = run('node', [join(sources, 'internals.mjs'), module, addon]);
    expect(answer).toEqual({ code: 0, output: '' });
  });
});

describeWith(['g++'], 'values of another presentation', () => {
  test('cross by themselves and in lists', async () => {
    const presentation = { flags: 'bigint', enums: 'screaming-snake', constants: 'objects' };
    const { module, addon } = await buildApp(join(root, 'presentation'), 'valgrind', 'whole', presentation);
    const program = join(repository, 'test/napi/presentation.mjs');
    expect(run('node', [program, module, addon])).toEqual({ code: 0, output: '' });
  });
});

/** An addon beside a module that is newer, or was made with other options. */
describeWith(['g++'], 'an addon of other bindings', () => {
  const folder = join(root, 'stale');
  const wit = join(repository, 'test/napi/lies.wit');
  const load = 'const [, module, addon] = process.argv; (await import(module)).load(addon);';
  let addon = '';

  beforeAll(async () => {
    const cpp = cppTools['g++'];
    if (!cpp) throw new Error('no g++');
    mkdirSync(folder, { recursive: true });
    const object = join(folder, 'lies.o');
    mustRun('g++', ['-fPIC', '-c', join(repository, 'test/napi/lies.cpp'), '-o', object]);
    const { source } = await writeAddon({ wit, world: 'lies' }, folder);
    addon = linkAddon(source, [object], folder, { watch: 'valgrind', cpp });
  });

  const loadBeside = async (
    name: string,
    is: string,
    becomes: string,
    options: Readonly<Record<string, string>> = {},
  ): Promise<ReturnType<typeof run>> => {
    const changed = join(folder, name);
    mkdirSync(changed, { recursive: true });
    const text = readFileSync(wit, 'utf8');
    expect(text).toContain(is);
    writeFileSync(join(changed, 'lies.wit'), text.replace(is, becomes));
    const asked = { wit: join(changed, 'lies.wit'), world: 'lies' };
    const { module } = await writeAddon(asked, changed, options);
    return run('node', ['--input-type=module', '--eval', load, module, addon]);
  };

  test.each([
    ['fields', 'letter: char, grade: grade', 'grade: grade, letter: char', {}],
    ['cases', 'enum grade { low, high }', 'enum grade { high, low }', {}],
    ['world', 'world lies {', 'world lies { export more: func();', {}],
    ['options', '', '', { enums: 'screaming-snake' }],
  ])('is refused: %s', async (name, is, becomes, options) => {
    const { code, output } = await loadBeside(name, is, becomes, options);
    expect(output).toContain(
      'Error: the addon was built of other bindings than this module: build lies_napi.cpp again',
    );
    expect(code).not.toBe(0);
  });

  test('is loaded where nothing but documentation and types in TypeScript differ', async () => {
    const options = { variants: 'inline', constants: 'objects', inputs: 'readonly' };
    const answer = await loadBeside('same', '/// Three samples', '/// Three other samples', options);
    expect(answer).toEqual({ code: 0, output: '' });
  });
});

const hostile = join(repository, 'test/napi/hostile.mjs');

describeWith(['g++'], 'a hostile program', () => {
  let built: ReturnType<typeof buildApp> | undefined;

  test.each(['whole', 'shared'] as const)('is told what is wrong, component %s', async (kind) => {
    const { module, addon } = await buildApp(join(root, kind), 'valgrind', kind);
    expect(run('node', [hostile, module, addon])).toEqual({ code: 0, output: '' });
  });

  test('does no harm, under sanitizers', async () => {
    const { module, addon } = await buildApp(join(root, 'sanitized'), 'sanitizers', 'whole');
    const answer = run('node', [hostile, module, addon], { env: sanitizedNode() });
    expect(answer).toEqual({ code: 0, output: '' });
  });

  test.each([
    ['an error of JavaScript', /answer: the import has thrown.*RangeError: not today/],
    ['an error without a payload', /attempt: the import has thrown.*RangeError: not today/],
    ['a wrong element', /entries: .*TypeError: result\[1\]\.first must be a string, not 7/],
    ['a wrong result', /TypeError: result must be an integer from 0 to 4294967295, not a string/],
    ['an async function', /TypeError: result must be an integer.*, not a Promise: functions are synchronous/],
    ['another thread', /answer: called from another thread than JavaScript's/],
  ])('ends the process by %s, and says so', async (ending, message) => {
    const { module, addon } = await (built ??= buildApp(join(root, 'ending'), 'valgrind', 'whole'));
    const { code, output } = run('node', [hostile, module, addon, ending]);
    expect(output).toMatch(message);
    expect(code).not.toBe(0);
  });
});

describeWith(['g++', 'rustc'], 'addons', () => {
  beforeAll(() => {
    const source = join(repository, 'test/support/napi/counts.c');
    mustRun('gcc', ['-shared', '-fPIC', `-I${nodeHeaders}`, source, '-o', counts]);
  });

  // What `options` tests are options of the bindings for C++ and Rust.
  const names = tests.map(({ name }) => name).filter((name) => name !== 'options');

  test.each(names)('%s, leaves no allocation behind', async (name) => {
    const uncounted = join(root, 'uncounted.o');
    const counter = join(root, 'malloc-count.o');
    mustRun('g++', ['-fPIC', '-c', join(mains, 'uncounted.cpp'), '-o', uncounted]);
    mustRun('gcc', ['-fPIC', '-O1', '-c', join(repository, 'test/pairs/malloc-count.c'), '-o', counter]);
    await expectAll(name, 'valgrind', [uncounted, counter]);
  });

  // The sanitizers look at what addons do with memory, which other worlds only do more of.
  test.each(['values', 'resources'])('%s, under sanitizers', async (name) => {
    const uncounted = join(root, 'uncounted.o');
    mustRun('g++', ['-fPIC', '-c', join(mains, 'uncounted.cpp'), '-o', uncounted]);
    await expectAll(name, 'sanitizers', [uncounted]);
  });
});
