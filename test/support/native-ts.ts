/** Native components, built, and the TypeScript that reaches them, compiled: for programs of Node. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import typescript from 'typescript';
import { ts } from '../../src/backends/ts/index.js';
import { nodeHost } from '../../src/base/node-host.js';
import { generate } from '../../src/driver/generate.js';
import { writeFiles } from '../../src/driver/write.js';
import type { GeneratedFile } from '../../src/emit/output.js';
import { mustRun } from './toolchains.js';
import { mistakesIn, strictForCode } from './typescript.js';

/** A world as TypeScript sees it, on disk. */
export interface NativeGlue {
  /** The module that exports `load`, or `instantiate`. */
  readonly module: string;
  /** The C++ that answers the component's imports; undefined where it has none. */
  readonly shim: string | undefined;
  readonly files: readonly GeneratedFile[];
}

/** Writes the glue of a world to a folder, as TypeScript and as what Node runs. */
export async function writeGlue(
  wit: string,
  world: string,
  folder: string,
  features: readonly string[] = [],
  transport: 'koffi' | 'wasm' = 'koffi',
): Promise<NativeGlue> {
  const asked = { wit, world, abi: 'symmetric', lints: 'compat', features } as const;
  const { files, diagnostics } = await generate(
    { ...asked, backend: ts, options: { emit: 'glue', transport } },
    nodeHost,
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  await writeFiles(files, folder, nodeHost);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  for (const { path, content } of files) {
    if (path.endsWith('.d.ts') || !path.endsWith('.ts')) continue;
    const { outputText } = typescript.transpileModule(content, {
      compilerOptions: { target: typescript.ScriptTarget.ES2022, module: typescript.ModuleKind.ESNext },
    });
    const to = join(folder, path.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, outputText);
  }
  const shim = files.find(({ path }) => path.endsWith('_native.cpp'))?.path;
  const module = join(folder, `${world}.js`);
  return { module, shim: shim === undefined ? undefined : join(folder, shim), files };
}

/** What the compiler of TypeScript has against glue, under the strictest switches. */
export const mistakesInGlue = ({ files }: Pick<NativeGlue, 'files'>, folder: string): readonly string[] =>
  mistakesIn(
    new Map(
      files
        .filter(({ path }) => path.endsWith('.ts'))
        .map(({ path, content }) => [join(folder, path), content]),
    ),
    {
      exactOptionalPropertyTypes: true,
      ...strictForCode,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    },
  );

/** Makes the shared object that is loaded instead of the component's own, as the documentation says it. */
export function linkShim(shim: string, component: string, library: string): string {
  const strict = ['-Wall', '-Wextra', '-Wpedantic', '-Wconversion', '-Werror'];
  const linked = ['-Wl,--no-as-needed', component, `-Wl,-rpath,${dirname(component)}`];
  mustRun('g++', ['-std=c++20', '-O2', '-fPIC', '-shared', ...strict, shim, ...linked, '-o', library]);
  return library;
}

/** Compiles a C file to a shared object, or to an object where no library is asked for. */
export function compileC(source: string, to: string, flags: readonly string[]): string {
  mustRun('gcc', ['-O1', '-fPIC', '-Wall', '-Wextra', '-Werror', ...flags, source, '-o', to]);
  return to;
}

/** All files below a folder. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  );
