// The parts as shared objects, under the symmetric ABI: they call each other in one process.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  build,
  combinations,
  described,
  fileName,
  generate,
  here,
  languages,
  named,
  parts,
  run,
  shown,
} from './tools.mjs';

const compilers = { cpp: buildCpp, rust: buildRust };

/** Builds each part in each language, and the program that starts them. */
export function buildNative() {
  for (const part of parts) {
    for (const language of languages) {
      const library = join(folderOf(part, language), `lib${fileName(part)}.so`);
      compilers[language](part, generate(language, part, 'symmetric'), library);
      console.log(`built      the ${named(part, language)}: ${shown(library)}`);
    }
  }
  console.log(`built      the program that starts them: ${shown(buildTerminal())}`);
}

/** Each combination, with what its process printed. */
export function* runNative() {
  for (const combination of combinations) {
    const folders = parts.map((part) => folderOf(part, combination[part]));
    const transcript = run(join(build, 'terminal'), [], { LD_LIBRARY_PATH: folders.join(':') });
    yield { title: described(combination), transcript };
  }
}

const strictCpp = ['-std=c++20', '-O2', '-Wall', '-Wextra', '-Werror'];

/**
 * A shared object shows nothing but its WIT functions: the version script is generated. The classes behind exported
 * resources are ours, beside our sources: on the include path they come before the generated ones.
 */
function buildCpp(part, bindings, library) {
  const name = fileName(part);
  const sources = [join(here, `cpp/${name}.cpp`), join(bindings, `${name}.cpp`)];
  const includes = [`-I${join(here, 'cpp')}`, `-I${bindings}`];
  const visible = `-Wl,--version-script=${join(bindings, `${name}.verscr`)}`;
  const shared = ['-fPIC', '-shared', '-fvisibility=hidden', visible];
  run('g++', [...strictCpp, ...includes, ...sources, ...shared, '-o', library]);
}

/** rustc shows nothing but the WIT functions of a `cdylib` by itself. */
function buildRust(part, bindings, library) {
  const source = join(here, `rust/${fileName(part)}.rs`);
  const crate = ['--edition', '2021', '--crate-type', 'cdylib', '--crate-name', fileName(part)];
  run('rustc', [...crate, '-O', '-D', 'warnings', source, '-o', library], { WIT_GEN_BINDINGS: bindings });
}

/** Linked once, against parts in C++; others take their places without relinking. */
function buildTerminal() {
  const bindings = generate('cpp', 'terminal', 'symmetric');
  const program = join(build, 'terminal');
  const sources = [join(here, 'cpp/terminal.cpp'), join(bindings, 'terminal.cpp')];
  const libraries = parts.flatMap((part) => [`-L${folderOf(part, 'cpp')}`, `-l${fileName(part)}`]);
  // They are there for each other: the program itself calls but one of them.
  const all = '-Wl,--no-as-needed';
  run('g++', [...strictCpp, `-I${bindings}`, ...sources, all, ...libraries, '-o', program]);
  return program;
}

function folderOf(part, language) {
  const folder = join(build, 'native', `${fileName(part)}-${language}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}
