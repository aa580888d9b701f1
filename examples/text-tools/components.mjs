// The same sources as components, under the canonical ABI: each has a memory of its own, and a host stands between them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { transpileBytes } from '@bytecodealliance/jco-transpile';
import { componentNew } from '@bytecodealliance/jco-transpile/wasm-tools';
import {
  build,
  combinations,
  described,
  fileName,
  generate,
  has,
  here,
  languages,
  named,
  parts,
  run,
  shown,
} from './tools.mjs';

const rustc = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'wit-gen/rust-wasm/rustc');
const clang = ['clang++-19', '--target=wasm32-wasi'];

/** Whether there are compilers for wasm32; `scripts/install-toolchains.sh` installs them. */
export const canBuildComponents = () =>
  has(clang[0], [clang[1], '-fsyntax-only', '-xc++', '-include', 'vector', '/dev/null']) &&
  existsSync(rustc) &&
  has(rustc);

const compilers = { cpp: compileCpp, rust: compileRust };

/** Builds each part in each language as a component, and makes JavaScript of it that Node runs. */
export async function buildComponents() {
  for (const part of parts) {
    for (const language of languages) {
      const folder = folderOf(part, language);
      const module = join(folder, 'module.wasm');
      compilers[language](part, generate(language, part, 'canonical'), module);
      // The module says itself what component it is to be: there is no WIT here.
      const component = await componentNew(readFileSync(module), []);
      writeFileSync(join(folder, `${part}.wasm`), component);
      const options = { name: part, instantiation: 'sync', emitTypescriptDeclarations: false, outDir: '.' };
      const { files } = await transpileBytes(component, options);
      for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
      console.log(`built      the ${named(part, language)}: ${shown(join(folder, `${part}.wasm`))}`);
    }
  }
}

/** Each combination, with what it printed: the host gives every component what those before it export. */
export async function* runComponents() {
  for (const combination of combinations) {
    let transcript = '';
    const print = (line) => (transcript += `${line}\n`);
    const exported = { 'demo:text-tools/console': { print } };
    for (const part of parts) Object.assign(exported, await instantiate(part, combination[part], exported));
    exported['demo:text-tools/program'].run();
    yield { title: described(combination), transcript };
  }
}

async function instantiate(part, language, imports) {
  const folder = folderOf(part, language);
  const { instantiate } = await import(pathToFileURL(join(folder, `${part}.js`)).href);
  const instance = instantiate((file) => new WebAssembly.Module(readFileSync(join(folder, file))), imports);
  // Interfaces are exported with their versions, and looked for without.
  return Object.fromEntries(Object.entries(instance).map(([name, item]) => [name.replace(/@.*/, ''), item]));
}

function compileCpp(part, bindings, module) {
  const name = fileName(part);
  const sources = [
    join(here, `cpp/${name}.cpp`),
    join(bindings, `${name}.cpp`),
    join(here, 'cpp/without_wasi.cpp'),
  ];
  const includes = [`-I${join(here, 'cpp')}`, `-I${bindings}`];
  const strict = ['-std=c++23', '-O2', '-Wall', '-Wextra', '-Werror', '-fno-exceptions', '-fno-rtti'];
  const [command, target] = clang;
  const reactor = ['-mexec-model=reactor', '-Wl,--strip-all'];
  run(command, [target, ...strict, ...includes, ...sources, ...reactor, '-o', module]);
}

function compileRust(part, bindings, module) {
  const source = join(here, `rust/${fileName(part)}.rs`);
  const crate = ['--edition', '2021', '--crate-type', 'cdylib', '--crate-name', fileName(part)];
  const target = [
    '--target=wasm32-unknown-unknown',
    '-Cpanic=abort',
    '-Cstrip=symbols',
    '-Clinker=wasm-ld-19',
  ];
  run(rustc, [...crate, ...target, '-O', '-D', 'warnings', source, '-o', module], {
    WIT_GEN_BINDINGS: bindings,
  });
}

function folderOf(part, language) {
  const folder = join(build, 'components', `${fileName(part)}-${language}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}
