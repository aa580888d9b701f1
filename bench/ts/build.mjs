/**
 * Builds what is measured: the component's core module with our bindings, our glue over it, and JavaScript of jco's that
 * hosts it.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { transpileBytes } from '@bytecodealliance/jco-transpile';
import { componentNew } from '@bytecodealliance/jco-transpile/wasm-tools';
import { buildSync } from 'esbuild';

const here = import.meta.dirname;
const cli = join(here, '../../dist/program/main.js');

/** Writes the bindings of the benchmark's world to a folder. */
export const bindings = (abi, language, to, more = []) =>
  execFileSync(process.execPath, [
    ...[cli, join(here, 'wit'), '--abi', abi, '--lang', language],
    ...[...more, '-o', to],
  ]);

const cppFlags = ['--target=wasm32-wasi', '-std=c++23', '-O2', '-DNDEBUG', '-fno-exceptions', '-fno-rtti'];
const reactor = ['-mexec-model=reactor', '-Wl,--strip-debug'];

/** The commands that make a core module of the component and its bindings. */
const coreModules = {
  cpp: (folder, module) => {
    const sources = [join(folder, 'calls.cpp'), join(here, 'component.cpp')];
    const flags = [...cppFlags, `-I${here}`, `-I${folder}`];
    execFileSync('clang++-19', [...flags, ...reactor, ...sources, '-o', module]);
  },
  rust: (folder, module) => rustLibrary(folder, module, { command: rustForWasm, more: wasmFlags }),
};

/** A compiler of Rust that has the library for wasm32. */
export const rustForWasm = join(
  process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'),
  'wit-gen/rust-wasm/rustc',
);
const wasmFlags = ['--target', 'wasm32-unknown-unknown', '-C', 'panic=abort', '-C', 'linker=wasm-ld-19'];

/** Compiles the component in Rust with the bindings in a folder. */
export function rustLibrary(folder, library, { command = 'rustc', kind = 'cdylib', more = [] } = {}) {
  const flags = ['--edition', '2021', '-C', 'opt-level=3', '--crate-type', kind, '--crate-name', 'calls'];
  const env = { ...process.env, BINDINGS: join(folder, 'calls.rs') };
  execFileSync(command, [...flags, ...more, join(here, 'component.rs'), '-o', library], { env });
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

/** TypeScript as one file of JavaScript, nothing else done to it but that packages and parts of Node are left outside. */
export function bundled(source, to, platform = 'neutral') {
  const what = { entryPoints: [source], outfile: to, bundle: true, packages: 'external' };
  buildSync({ ...what, format: 'esm', target: 'node20', platform });
  return to;
}

/** The core module of the component in a language and the glue over it: the paths of both. */
export function buildWasm(language, folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  const sources = join(folder, language);
  bindings('canonical', language, sources);
  const module = join(sources, 'calls.wasm');
  coreModules[language](sources, module);
  const glue = join(folder, 'glue');
  bindings('canonical', 'ts', glue, ['-O', 'emit=glue']);
  return {
    module,
    glue: bundled(join(glue, 'calls.ts'), join(folder, 'glue.js')),
  };
}

/** The commands that make a module of the symmetric ABI, with a memory of its own, that shows some symbols. */
const symmetricModules = {
  cpp: (folder, module, shown) => {
    const sources = [join(folder, 'calls.cpp'), join(here, 'component.cpp')];
    const flags = [...cppFlags, `-I${here}`, `-I${folder}`];
    execFileSync('clang++-19', [...flags, ...reactor, ...sources, ...shown, '-o', module]);
  },
  rust: (folder, module, shown) => {
    const library = join(folder, 'libcalls.a');
    // The C library's heap is that of both.
    const target = ['--target', 'wasm32-wasip1', '-C', 'panic=abort', '-C', 'strip=debuginfo'];
    rustLibrary(folder, library, { command: rustForWasm, kind: 'staticlib', more: target });
    execFileSync('clang++-19', ['--target=wasm32-wasi', ...reactor, library, ...shown, '-o', module]);
  },
};

/** The symmetric core module of the component in a language and the glue over it: the paths of both. */
export function buildShared(language, folder) {
  const sources = join(folder, language);
  bindings('symmetric', language, sources);
  const module = join(sources, 'calls.wasm');
  const listed = execFileSync(process.execPath, [
    ...[cli, 'inspect', join(here, 'wit'), '--abi', 'symmetric', '--format', 'symbols'],
  ]);
  const symbols = String(listed).match(/(?<=^T )\S+/gm);
  const shown = [...symbols, 'malloc', 'free'].map((symbol) => `-Wl,--export=${symbol}`);
  symmetricModules[language](sources, module, ['-Wl,--allow-undefined', ...shown]);
  const glue = join(folder, 'glue');
  bindings('symmetric', 'ts', glue, ['-O', 'emit=glue', '-O', 'transport=wasm']);
  const all = join(folder, 'glue.ts');
  writeFileSync(
    all,
    `export { instantiate } from './glue/calls.js';\nexport { SharedModules } from './glue/wit_runtime/shared-modules.js';\n`,
  );
  return { module, glue: bundled(all, join(folder, 'glue.js')) };
}

/** Where everything lies: paths of the module and of the scripts. */
export async function build(folder) {
  const { module, glue } = buildWasm('cpp', folder);
  return { module, jco: await jco(readFileSync(module), join(folder, 'jco')), glue };
}
