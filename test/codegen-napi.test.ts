/**
 * The inputs of wit-bindgen's code generation tests, and our fixtures, as Node-API addons: the C++ through the compilers with
 * every warning an error, the modules around it through the compiler of TypeScript.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ts } from '../src/backends/ts/index.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { qualifiedName } from '../src/resolve/model.js';
import { codegenGaps } from './support/codegen-gaps.js';
import { buildFolder } from './support/compile.js';
import { corpusCases, corpusInput } from './support/corpus.js';
import { allWorldsOf, fixtureFolder, fixtureNames } from './support/fixtures.js';
import { nodeHeaders } from './support/napi/addons.js';
import { describeWith, mustRun } from './support/toolchains.js';
import { mistakesIn, strictForCode } from './support/typescript.js';

const inputs = [
  ...fixtureNames.map((name) => ({ id: `fixtures/${name}`, wit: fixtureFolder(name) })),
  ...corpusCases()
    .filter(({ set }) => set === 'codegen')
    .map((entry) => ({ id: entry.id, wit: corpusInput(entry) })),
];

const root = buildFolder('codegen-napi');

interface Outputs {
  /** Modules and types by their paths. */
  readonly modules: ReadonlyMap<string, string>;
  /** The runtime of all addons, by the names of its headers. */
  readonly headers: ReadonlyMap<string, string>;
  /** Sources of addons, on the disk. */
  readonly sources: readonly string[];
  readonly refused: readonly string[];
}

async function allOutputs(): Promise<Outputs> {
  const modules = new Map<string, string>([['/outputs/node.d.ts', node]]);
  const headers = new Map<string, string>();
  const sources: string[] = [];
  const refused: string[] = [];
  for (const { id, wit } of inputs) {
    for (const world of await allWorldsOf(wit, 'all')) {
      const request = { wit, world: qualifiedName(world), abi: 'symmetric', features: 'all' } as const;
      const options = { emit: 'glue', transport: 'napi' };
      const { files } = await generate({ ...request, lints: 'compat', backend: ts, options }, nodeHost);
      if (files.length === 0) refused.push(id);
      // A world without functions is nothing to any linker.
      if (!files.some(({ path }) => path.endsWith('.cpp'))) continue;
      const name = `w${String(sources.length)}`;
      for (const { path, content } of files) {
        if (path.endsWith('.ts')) modules.set(join('/outputs', name, path), content);
        if (path.endsWith('.h')) headers.set(path, content);
        if (!path.endsWith('.cpp')) continue;
        const file = join(root, `${name}.cpp`);
        writeFileSync(file, content);
        sources.push(file);
      }
    }
  }
  return { modules, headers, sources, refused };
}

/** What modules make use of beside JavaScript itself. */
const node = `
  declare module 'node:module' {
    export function createRequire(path: string): (id: string) => unknown;
  }
  declare module 'node:path' {
    export function isAbsolute(path: string): boolean;
  }
  declare module 'node:url' {
    export function fileURLToPath(url: string | URL): string;
  }
  declare class URL {
    readonly href: string;
  }
  declare namespace WebAssembly {
    class RuntimeError extends Error {}
  }
`;

const outputs = allOutputs();

test('are there for every input that needs nothing asynchronous', async () => {
  const { sources, refused } = await outputs;
  expect(sources.length).toBeGreaterThan(fixtureNames.length);
  expect(refused.filter((id) => !codegenGaps.has(id))).toEqual([]);
});

test.each([true, false])(
  'modules compile, exactOptionalPropertyTypes %s',
  async (exactOptionalPropertyTypes) => {
    const { modules } = await outputs;
    const options = { ...strictForCode, exactOptionalPropertyTypes, lib: ['lib.es2022.d.ts'] };
    expect(mistakesIn(modules, options)).toEqual([]);
  },
);

const strict = [
  ...['-Wall', '-Wextra', '-Wpedantic', '-Wconversion', '-Werror', '-fsyntax-only'],
  ...['-fno-exceptions', '-fno-rtti', '-fPIC', '-fvisibility=hidden'],
];

/** The compilers, with the oldest and the newest standard: what node-gyp asks for differs with the version of Node. */
const compilers = [
  ['g++', '-std=c++17'],
  ['clang++-19', '-std=c++23'],
] as const;

describeWith(['g++', 'clang++-19'], 'addons', () => {
  test.each(compilers)('compile, %s %s', async (compiler, standard) => {
    const { headers, sources } = await outputs;
    const folder = join(root, `${compiler}${standard}`);
    mkdirSync(folder, { recursive: true });
    for (const [name, content] of headers) writeFileSync(join(folder, name), content);
    // The headers are compiled ahead: they are nearly all of what a compiler reads.
    const flags = [standard, ...strict, `-I${nodeHeaders}`];
    const ahead = flags.filter((flag) => flag !== '-fsyntax-only');
    const header = join(folder, 'wit_napi.h');
    // Functions for others to use are none that nobody uses.
    mustRun(compiler, [
      ...ahead,
      '-x',
      'c++-header',
      header,
      '-o',
      `${header}.${compiler === 'g++' ? 'gch' : 'pch'}`,
    ]);
    const found = compiler === 'g++' ? [] : ['-include-pch', `${header}.pch`];
    mustRun(compiler, [...flags, ...found, `-I${folder}`, ...sources]);
  });
});
