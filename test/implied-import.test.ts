/**
 * A component that imports what it exports, because another import takes types from there, opposite JavaScript: its calls
 * and everybody's find the component itself, and its objects are known on both sides (docs/adr/0003).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cpp } from '../src/backends/cpp/index.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { writeFiles } from '../src/driver/write.js';
import { buildFolder } from './support/compile.js';
import { repository } from './support/golden.js';
import { linkAddon, writeAddon } from './support/napi/addons.js';
import { linkShim, mistakesInGlue, writeGlue } from './support/native-ts.js';
import { cppTools } from './support/peer/tools.js';
import { describeWith, mustRun, run } from './support/toolchains.js';

const sources = join(repository, 'test/implied-import');
const wit = join(sources, 'application.wit');
const root = buildFolder('implied-import');

/** Builds the component in a folder: an object for an addon, or the shared object that a shim is linked with. */
async function build(folder: string, kind: 'object' | 'shared'): Promise<string> {
  const bindings = join(folder, 'cpp');
  mkdirSync(bindings, { recursive: true });
  const asked = { wit, world: 'application', abi: 'symmetric', backend: cpp } as const;
  const { files } = await generate(asked, nodeHost);
  await writeFiles(
    files.filter(({ write }) => write === 'always'),
    bindings,
    nodeHost,
  );
  const flags = ['-std=c++20', '-g1', '-fPIC', '-fvisibility=hidden', '-Wall', '-Wextra', '-Werror'];
  const parts = [
    `-I${bindings}`,
    `-I${sources}`,
    join(bindings, 'application.cpp'),
    join(sources, 'application.cpp'),
  ];
  const script = `-Wl,--version-script=${join(bindings, 'application.verscr')}`;
  const linked = kind === 'object' ? ['-r', '-nostdlib'] : ['-shared', script];
  const component = join(folder, kind === 'object' ? 'application.o' : 'libapplication.so');
  mustRun('g++', [...flags, ...parts, ...linked, '-o', component]);
  return component;
}

/** What a program is told to give beside what is asked for. */
const givings = ['', 'more'];

const runProgram = (module: string, component: string): unknown[] =>
  givings.map((giving) => run('node', [join(sources, 'program.mjs'), module, component, giving]));

describeWith(['g++'], 'an import that is only implied', () => {
  test('is the component itself, through koffi', async () => {
    const folder = join(root, 'koffi');
    const component = await build(folder, 'shared');
    const glue = await writeGlue(wit, 'application', folder);
    expect(mistakesInGlue(glue, folder)).toEqual([]);
    const library = linkShim(glue.shim ?? '', component, join(folder, 'libnode.so'));
    expect(runProgram(glue.module, library)).toEqual(givings.map(() => ({ code: 0, output: '' })));
  });

  test.each(['object', 'shared'] as const)('is the component itself, through an addon: %s', async (kind) => {
    const cpp = cppTools['g++'];
    if (!cpp) throw new Error('no g++');
    const folder = join(root, `napi-${kind}`);
    const component = await build(folder, kind);
    const { source, module } = await writeAddon({ wit, world: 'application' }, folder);
    const parts = kind === 'object' ? [component] : [`-L${folder}`, '-lapplication', '-Wl,-rpath,$ORIGIN'];
    const contains = kind === 'object' ? 'the component' : 'itself';
    const addon = linkAddon(source, parts, folder, { watch: 'valgrind', cpp }, contains);
    expect(runProgram(module, addon)).toEqual(givings.map(() => ({ code: 0, output: '' })));
  });
});
