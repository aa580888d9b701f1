/** The programs of `test/runtime` as addons of Node, each with the bindings of its world for JavaScript. */
import { transformSync } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { ts } from '../../../src/backends/ts/index.js';
import { nodeHost } from '../../../src/base/node-host.js';
import { generate } from '../../../src/driver/generate.js';
import { writeFiles } from '../../../src/driver/write.js';
import type { PeerRequest } from '../peer/arguments.js';
import { hasAllocator } from '../peer/allocators.js';
import { textOf, witOf } from '../peer/bindings.js';
import { compileProgram, type Toolbox } from '../peer/build.js';
import type { PeerProgram, PeerTest } from '../peer/discover.js';
import { command, Failure, step, watchFlags } from '../peer/tools.js';
import type { Member, Platform } from '../peer/trial.js';
import { repository } from '../golden.js';
import { sanitizerOptions } from '../sanitizers.js';

/** Where the headers of Node-API are. */
export const nodeHeaders = join(
  createRequire(import.meta.url).resolve('node-api-headers/package.json'),
  '../include',
);

/** An addon and the module that loads it. */
export interface Addon {
  readonly world: string;
  readonly addon: string;
  readonly module: string;
}

const support = join(repository, 'test/support/napi');

/** Generates the bindings of a world for JavaScript; the module is written as JavaScript, too. */
export async function writeAddon(
  request: Pick<Parameters<typeof generate>[0], 'wit' | 'world' | 'features'>,
  folder: string,
  presentation: Readonly<Record<string, string>> = {},
): Promise<{ readonly source: string; readonly module: string }> {
  const options = { ...presentation, emit: 'glue', transport: 'napi' };
  const { files, diagnostics } = await generate(
    { ...request, abi: 'symmetric', lints: 'compat', backend: ts, options },
    nodeHost,
  );
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Failure('generate', textOf(errors));
  await writeFiles(files, folder, nodeHost);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  for (const { path, content } of files.filter(({ path }) => /(?<!\.d)\.ts$/.test(path))) {
    const { code } = transformSync(content, { loader: 'ts', format: 'esm' });
    writeFileSync(join(folder, path.replace(/\.ts$/, '.js')), code);
  }
  const stem = files.find(({ path }) => path.endsWith('_napi.cpp'))?.path.slice(0, -'.cpp'.length) ?? '';
  return { source: join(folder, `${stem}.cpp`), module: join(folder, `${stem}.js`) };
}

/** What shows of an addon that the component is in; one that is linked with it shows what the component imports. */
const visible = [
  'napi_register_module_v1',
  'node_api_module_get_api_version_v1',
  'wit_test_live_allocations',
];

/** Compiles the source of an addon and links it with what the component is. */
export function linkAddon(
  source: string,
  parts: readonly string[],
  folder: string,
  { watch, cpp }: Pick<Toolbox, 'watch' | 'cpp'>,
  contains: 'the component' | 'itself' = 'the component',
): string {
  const object = join(folder, 'addon.o');
  const strict = [
    '-Wall',
    '-Wextra',
    '-Wpedantic',
    '-Wconversion',
    '-Werror',
    '-fno-exceptions',
    '-fno-rtti',
  ];
  const flags = ['-std=c++17', '-g1', '-fPIC', '-fvisibility=hidden', ...strict, ...watchFlags[watch]];
  step('compile', cpp.command, [...flags, `-I${nodeHeaders}`, '-c', source, '-o', object]);
  const script = join(folder, 'addon.verscr');
  writeFileSync(script, `{ global: ${visible.map((name) => `${name};`).join(' ')} local: *; };\n`);
  const addon = join(folder, 'component.node');
  const hidden = contains === 'itself' ? [] : ['-Wl,-Bsymbolic', `-Wl,--version-script=${script}`];
  const linked = ['-shared', ...hidden, object, ...parts];
  // What is counted is all that the addon and the component allocate, and nothing of Node's own.
  const system = watch === 'sanitizers' ? [] : ['-static-libstdc++', '-static-libgcc'];
  step('link', cpp.command, [...watchFlags[watch], ...linked, ...system, '-o', addon]);
  return addon;
}

/** Components with JavaScript between them: every call from one to another is one out of an addon and one into another. */
export function napiPlatform(toolbox: Toolbox & { readonly counts: string }): Platform<Addon> {
  return {
    moreArguments: (test, program) => (hasAllocator(test, program) ? ['--allocator', 'malloc'] : []),
    workshop: (test) =>
      Promise.resolve({
        build: (program, request, folder) => build(test, program, request, folder, toolbox),
        run: (members, path) => {
          runTogether(members, path, toolbox);
          return Promise.resolve();
        },
      }),
  };
}

async function build(
  test: PeerTest,
  program: PeerProgram,
  request: PeerRequest,
  folder: string,
  toolbox: Toolbox,
): Promise<Addon> {
  mkdirSync(folder, { recursive: true });
  const objects = await compileProgram(test, program, request, 'component', folder, toolbox);
  const { source, module } = await writeAddon(
    witOf(test, program.world, request.features, 'symmetric'),
    join(folder, 'addon'),
  );
  const addon = linkAddon(source, [...objects.files, ...toolbox.main], folder, toolbox);
  return { world: program.world, addon, module };
}

function runTogether(
  members: readonly Member<Addon>[],
  path: string,
  { watch, counts }: Pick<Toolbox, 'watch'> & { readonly counts: string },
): void {
  const parts = members.map(({ part }) => part);
  const job = `${path}.json`;
  writeFileSync(job, JSON.stringify({ parts, counts: watch === 'sanitizers' ? undefined : counts }));
  const env = watch === 'sanitizers' ? sanitizedNode() : {};
  const { code, output } = command('node', [join(support, 'run.mjs'), job], { env });
  if (code !== 0) throw new Failure('run', output.trim() === '' ? `answered ${String(code)}` : output);
}

/** Node itself is not sanitized, and leaks at its end. */
export function sanitizedNode(): Readonly<Record<string, string>> {
  const library = (name: string): string => step('link', 'g++', [`-print-file-name=${name}`]).trim();
  return {
    ...sanitizerOptions,
    LD_PRELOAD: `${library('libasan.so')} ${library('libubsan.so')}`,
    ASAN_OPTIONS: 'detect_leaks=0',
  };
}
