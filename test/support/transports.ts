/**
 * A component in C++ as TypeScript reaches it, by each way that there is. A folder has all of it: `plugin.wit` with the world
 * `plugin`, `plugin.cpp`, and the classes of its resources.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { AbiName } from '../../src/abi/conventions/index.js';
import { cpp } from '../../src/backends/cpp/index.js';
import { ts } from '../../src/backends/ts/index.js';
import { nodeHost } from '../../src/base/node-host.js';
import { generate } from '../../src/driver/generate.js';
import { writeFiles } from '../../src/driver/write.js';
import { linkAddon } from './napi/addons.js';
import { linkShim } from './native-ts.js';
import { cppTools } from './peer/tools.js';
import { cppForWasm, mustRun } from './toolchains.js';
import { linkAlone } from './wasm-symmetric/programs.js';

/** The ways to reach a component. */
export const transports = ['canonical', 'wasm', 'koffi', 'napi'] as const;
export type Transport = (typeof transports)[number];

/** What has to be there to build all of it. */
export const transportTools = ['g++', 'clang++-19', 'C++ for wasm32'];

const abiOf = (transport: Transport): AbiName => (transport === 'canonical' ? 'canonical' : 'symmetric');

/** Writes what reaches the component of `sources` to a folder, as one file of JavaScript, and answers with the path of that. */
export async function writeTransport(
  sources: string,
  transport: Transport,
  folder: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const reached = transport === 'canonical' ? {} : { transport };
  const request = { wit: join(sources, 'plugin.wit'), abi: abiOf(transport), backend: ts } as const;
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

/** Compiles the component of `sources`, as each transport wants it. `folder` has the files of `writeTransport`. */
export const compiledFor: Readonly<
  Record<Transport, (sources: string, folder: string) => string | Promise<string>>
> = {
  async canonical(sources, folder) {
    await writeBindings(sources, 'canonical', folder);
    const module = join(folder, 'plugin.wasm');
    const flags = ['-std=c++20', '-O1', '-fno-exceptions', '-fno-rtti', `-I${sources}`, `-I${folder}`];
    const linked = ['-mexec-model=reactor', '-Wl,--strip-debug'];
    const parts = [...flags, join(folder, 'plugin.cpp'), join(sources, 'plugin.cpp')];
    mustRun(cppForWasm.command, [...cppForWasm.flags, ...parts, ...linked, '-o', module]);
    return module;
  },
  wasm: (sources, folder) =>
    linkAlone(join(sources, 'plugin.wit'), 'plugin', join(sources, 'plugin.cpp'), join(folder, 'module')),
  async koffi(sources, folder) {
    const component = await native(sources, folder, 'libplugin.so', ['-shared', '-Wl,-Bsymbolic']);
    return linkShim(join(folder, 'plugin_native.cpp'), component, join(folder, 'libnode.so'));
  },
  async napi(sources, folder) {
    const object = await native(sources, folder, 'plugin.o', ['-r', '-nostdlib']);
    const tools = cppTools['g++'];
    if (!tools) throw new Error('a compiler');
    const addon = join(folder, 'plugin_napi.cpp');
    return linkAddon(addon, [object], folder, { watch: 'valgrind', cpp: tools });
  },
};

/** Writes the bindings of the component for C++. */
async function writeBindings(sources: string, abi: AbiName, folder: string): Promise<void> {
  const { files } = await generate({ wit: join(sources, 'plugin.wit'), abi, backend: cpp }, nodeHost);
  const all = files.filter(({ write }) => write === 'always');
  await writeFiles(all, folder, nodeHost);
}

async function native(
  sources: string,
  folder: string,
  name: string,
  linked: readonly string[],
): Promise<string> {
  const bindings = join(folder, 'component');
  await writeBindings(sources, 'symmetric', bindings);
  const to = join(folder, name);
  const flags = ['-std=c++20', '-O1', '-fPIC', `-I${sources}`, `-I${bindings}`];
  const parts = [join(bindings, 'plugin.cpp'), join(sources, 'plugin.cpp')];
  mustRun('g++', [...flags, ...linked, ...parts, '-o', to]);
  return to;
}
