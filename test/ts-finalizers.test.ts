/**
 * Objects that a program has forgotten, in Node with its collector at hand: they end some time later, by whichever way the component
 * is reached, and none ends twice or while it is needed. The component counts.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { AbiName } from '../src/abi/conventions/index.js';
import { cpp } from '../src/backends/cpp/index.js';
import { ts } from '../src/backends/ts/index.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { writeFiles } from '../src/driver/write.js';
import { buildFolder } from './support/compile.js';
import { repository } from './support/golden.js';
import { linkAddon } from './support/napi/addons.js';
import { linkShim } from './support/native-ts.js';
import { cppTools } from './support/peer/tools.js';
import { cppForWasm, describeWith, mustRun } from './support/toolchains.js';
import { linkAlone } from './support/wasm-symmetric/programs.js';

const sources = join(repository, 'test/ts-finalizers');
const wit = join(sources, 'plugin.wit');
const source = join(sources, 'plugin.cpp');
const root = buildFolder('ts-finalizers');

/** The ways to reach the component. */
const transports = ['canonical', 'wasm', 'koffi', 'napi'] as const;
type Transport = (typeof transports)[number];

const abiOf = (transport: Transport): AbiName => (transport === 'canonical' ? 'canonical' : 'symmetric');

/** Writes the bindings of the component for C++. */
async function writeBindings(abi: AbiName, folder: string): Promise<void> {
  const { files } = await generate({ wit, abi, backend: cpp }, nodeHost);
  const all = files.filter(({ write }) => write === 'always');
  await writeFiles(all, folder, nodeHost);
}

/** Writes what reaches the component to a folder, as one file of JavaScript, and answers with the path of that. */
async function writeGlue(
  transport: Transport,
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const reached = transport === 'canonical' ? {} : { transport };
  const request = { wit, abi: abiOf(transport), backend: ts } as const;
  const { files, diagnostics } = await generate(
    { ...request, options: { emit: 'glue', ...reached, ...more } },
    nodeHost,
  );
  expect(diagnostics).toEqual([]);
  await writeFiles(files, folder, nodeHost);
  const modules = {
    canonical: ['./plugin.ts'],
    wasm: ['./plugin.ts', './wit_runtime/shared-modules.ts'],
    koffi: ['./plugin.ts'],
    napi: ['./plugin_napi.ts'],
  }[transport];
  const entry = join(folder, 'all.ts');
  writeFileSync(entry, modules.map((module) => `export * from '${module}';\n`).join(''));
  const outfile = join(folder, 'glue.mjs');
  const bundled = { bundle: true, packages: 'external', platform: 'node', format: 'esm' } as const;
  await build({ entryPoints: [entry], ...bundled, target: 'node20', outfile });
  return outfile;
}

/** Compiles the component, as each transport wants it. `folder` has the files of `writeGlue`. */
const compiled: Readonly<Record<Transport, (folder: string) => string | Promise<string>>> = {
  async canonical(folder) {
    await writeBindings('canonical', folder);
    const module = join(folder, 'plugin.wasm');
    const flags = ['-std=c++20', '-O1', '-fno-exceptions', '-fno-rtti', `-I${sources}`, `-I${folder}`];
    const linked = ['-mexec-model=reactor', '-Wl,--strip-debug'];
    const parts = [...flags, join(folder, 'plugin.cpp'), source];
    mustRun(cppForWasm.command, [...cppForWasm.flags, ...parts, ...linked, '-o', module]);
    return module;
  },
  wasm: (folder) => linkAlone(wit, 'plugin', source, join(folder, 'module')),
  async koffi(folder) {
    const component = await native(folder, 'libplugin.so', ['-shared', '-Wl,-Bsymbolic']);
    return linkShim(join(folder, 'plugin_native.cpp'), component, join(folder, 'libnode.so'));
  },
  async napi(folder) {
    const object = await native(folder, 'plugin.o', ['-r', '-nostdlib']);
    const tools = cppTools['g++'];
    if (!tools) throw new Error('a compiler');
    const addon = join(folder, 'plugin_napi.cpp');
    return linkAddon(addon, [object], folder, { watch: 'valgrind', cpp: tools });
  },
};

async function native(folder: string, name: string, linked: readonly string[]): Promise<string> {
  const bindings = join(folder, 'component');
  await writeBindings('symmetric', bindings);
  const to = join(folder, name);
  const flags = ['-std=c++20', '-O1', '-fPIC', `-I${sources}`, `-I${bindings}`];
  mustRun('g++', [...flags, ...linked, join(bindings, 'plugin.cpp'), source, '-o', to]);
  return to;
}

describeWith(['g++', 'clang++-19', 'C++ for wasm32'], 'objects', () => {
  describe.each(transports)('%s', (transport) => {
    let given: readonly string[] = [];
    let without = '';

    beforeAll(async () => {
      const folder = join(root, transport);
      const other = join(root, `${transport}-without`);
      for (const each of [folder, other]) mkdirSync(each, { recursive: true });
      given = [await writeGlue(transport, folder), transport, await compiled[transport](folder)];
      without = await writeGlue(transport, other, { finalizers: 'no' });
    });

    const doing = (what: string, [glue = '', ...rest] = given): string =>
      mustRun('node', ['--expose-gc', join(sources, 'program.mjs'), glue, ...rest, what]);

    test.each([
      'forgotten',
      'very many',
      'kept',
      'disposed of',
      'given away',
      'taken back',
      'in a call',
      'a class of the program',
      'an engine without registries',
    ])('%s', (what) => {
      expect(doing(what)).toBe('done\n');
    });

    test('without finalizers', () => {
      expect(doing('no finalizers', [without, ...given.slice(1)])).toBe('done\n');
    });

    if (transport !== 'canonical' && transport !== 'wasm') return;

    // A native component that traps ends the process.
    test.each(['a trap', 'an instance that has trapped'])('%s', (what) => {
      expect(doing(what)).toBe('done\n');
    });
  });
});
