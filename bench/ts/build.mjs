/**
 * Builds what is measured: the component's core module from C++ with our bindings, and JavaScript of jco's that hosts
 * it. Ours joins them.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transpileBytes } from '@bytecodealliance/jco-transpile';
import { componentNew } from '@bytecodealliance/jco-transpile/wasm-tools';
import { buildSync } from 'esbuild';

const here = import.meta.dirname;
const cli = join(here, '../../dist/program/main.js');
const bindings = (language, to, more = []) =>
  execFileSync(process.execPath, [
    ...[cli, join(here, 'wit'), '--abi', 'canonical', '--lang', language],
    ...[...more, '-o', to],
  ]);

const compiler = [
  'clang++-19',
  ...['--target=wasm32-wasi', '-std=c++23', '-O2', '-DNDEBUG', '-fno-exceptions', '-fno-rtti'],
  ...['-mexec-model=reactor', '-Wl,--strip-debug'],
];

/** The core module, as bytes. */
function coreModule(folder) {
  bindings('cpp', folder);
  const [command, ...flags] = compiler;
  const sources = [join(folder, 'calls.cpp'), join(here, 'component.cpp')];
  const module = join(folder, 'calls.wasm');
  execFileSync(command, [...flags, `-I${here}`, `-I${folder}`, ...sources, '-o', module]);
  return readFileSync(module);
}

/** jco's files for the component that a core module becomes. They go to a folder; answers with the script. */
async function jco(module, folder) {
  const component = await componentNew(module, []);
  const { files } = await transpileBytes(component, {
    name: 'calls',
    instantiation: 'sync',
    emitTypescriptDeclarations: false,
  });
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return join(folder, 'calls.js');
}

/** TypeScript as one file of JavaScript, nothing else done to it. */
function bundled(source, to) {
  buildSync({ entryPoints: [source], outfile: to, bundle: true, format: 'esm', target: 'node20' });
  return to;
}

/** Where everything lies: paths of the module and of the scripts. */
export async function build(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  const module = coreModule(join(folder, 'cpp'));
  const glue = join(folder, 'glue');
  bindings('ts', glue, ['-O', 'emit=glue']);
  return {
    module: join(folder, 'cpp/calls.wasm'),
    jco: await jco(module, join(folder, 'jco')),
    glue: bundled(join(glue, 'calls.ts'), join(folder, 'glue.js')),
  };
}
