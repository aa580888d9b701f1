/** From a program of a test to a shared object: bindings, objects, what links them. */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersAhead } from '../ahead.js';
import type { PeerRequest } from './arguments.js';
import { bindingsIn, writeBindings } from './bindings.js';
import type { PeerProgram, PeerTest } from './discover.js';
import type { StandIn } from './stand-in.js';
import { step, watchFlags, type CppTool, type Watch } from './tools.js';
import { interfaceSymbols } from './symbols.js';
import { cppOwn, rustOwn } from './ways.js';

/** What a program is compiled to, before it is linked. */
export interface Objects {
  readonly folder: string;
  readonly files: readonly string[];
  /** The generated linker script of a component with an interface on both sides. */
  readonly aliases?: string;
}

/** What a program becomes: a component that others call, or a program with a `main` of its own. */
export type Becomes = 'component' | 'executable';

/** What programs are built with. */
export interface Toolbox {
  readonly watch: Watch;
  readonly cpp: CppTool;
  /** Sources and objects that call the function `run` of the runner. */
  readonly main: readonly string[];
  /** What Rust programs take for wit-bindgen's own crate. */
  readonly standIn: StandIn;
  /** What Rust programs are compiled to, by their paths and ways: the same files for whatever watches them. */
  readonly compiled: Map<string, Objects>;
}

/** Generates the bindings of a program and compiles both. */
export async function compileProgram(
  test: PeerTest,
  program: PeerProgram,
  request: PeerRequest,
  becomes: Becomes,
  folder: string,
  toolbox: Toolbox,
): Promise<Objects> {
  await writeBindings(test, program, request, 'symmetric', folder);
  const bindings = bindingsIn(folder);
  return program.language === 'cpp'
    ? compileCpp(program, folder, bindings, toolbox)
    : compileRust(test, program, becomes, folder, bindings, toolbox);
}

/** With the generated forwarding functions and aliases of a world that has an interface on both sides. */
export function withLinkingFiles(
  { folder, files }: Objects,
  { world }: PeerProgram,
  { watch, cpp }: Toolbox,
): Objects {
  const stem = join(bindingsIn(folder), world.replaceAll('-', '_'));
  const [source, aliases] = [`${stem}_imports.c`, `${stem}.aliases.ld`];
  const forwarding = join(folder, 'imports.o');
  const has = existsSync(source);
  const flags = ['-x', 'c', '-g', '-fPIC', '-Wall', '-Wextra', '-Werror', ...watchFlags[watch]];
  if (has) step('compile', cpp.command, [...flags, '-c', source, '-o', forwarding]);
  return {
    folder,
    files: has ? [...files, forwarding] : files,
    ...(existsSync(aliases) && { aliases }),
  };
}

function compileCpp(
  program: PeerProgram,
  folder: string,
  bindings: string,
  { watch, cpp }: Toolbox,
): Objects {
  const world = program.world.replaceAll('-', '_');
  // What wit-bindgen's own harness asks of its output, but for the compiler.
  const strict = ['-Wall', '-Wextra', '-Werror', '-Wno-unused-parameter', '-fno-exceptions'];
  const ofAll = [...cpp.flags, '-g1', '-fPIC', ...strict, ...watchFlags[watch]];
  const common = [...ofAll, ...headersAhead(cpp.command, ofAll), ...cppOwn(program, bindings)];
  const compile = (source: string, name: string, flags: readonly string[]): string => {
    const object = join(folder, `${name}.o`);
    step('compile', cpp.command, [...common, ...flags, '-c', source, '-o', object]);
    return object;
  };
  const files = [
    compile(join(bindings, `${world}.cpp`), 'bindings', []),
    compile(program.path, 'program', [...cpp.forPrograms, ...program.flags]),
  ];
  return { folder, files };
}

function compileRust(
  test: PeerTest,
  program: PeerProgram,
  becomes: Becomes,
  folder: string,
  bindings: string,
  { standIn }: Toolbox,
): Objects {
  const world = program.world.replaceAll('-', '_');
  const env = { BINDINGS: join(bindings, `${world}.rs`), CARGO_MANIFEST_DIR: test.folder, ...standIn.env };
  // nm does not see symbols in objects that have bitcode beside code.
  const ours = ['-Cdebuginfo=1', '-Cembed-bitcode=no', ...standIn.args, '-L', folder];
  const common = ['--edition=2021', '-Dwarnings', ...rustOwn(program), ...ours];
  const compile = (source: string, args: readonly string[]): void => {
    step('compile', 'rustc', [...common, ...program.flags, source, ...args], env);
  };
  const externs = program.externs.flatMap((file) => {
    const name = file.replace(/\.rs$/, '');
    const library = join(folder, `lib${name}.rlib`);
    compile(join(test.folder, file), ['--crate-type=rlib', '--crate-name', name, '-o', library]);
    return [`--extern=${name}=${library}`];
  });
  const archive = join(folder, `lib${world}.a`);
  const hasStd = !readFileSync(program.path, 'utf8').includes('#![no_std]');
  if (becomes === 'executable') {
    // wit-bindgen's output names its crate, by which a `main` without std has one all the same.
    if (!hasStd) appendFileSync(env.BINDINGS, 'extern crate wit_bindgen as _;\n');
    // The program alone, so that its symbols can be renamed; std comes from an empty library.
    const object = join(folder, 'program.o');
    const alone = ['--crate-type=bin', '--emit=obj', '-Ccodegen-units=1', '-o', object];
    compile(program.path, [...externs, '--crate-name', 'program', ...alone]);
    const empty = join(folder, 'empty.rs');
    writeFileSync(empty, '');
    compile(empty, ['--crate-type=staticlib', '-o', archive]);
    return { folder, files: [object, archive] };
  }
  if (hasStd) {
    compile(program.path, [...externs, '--crate-type=staticlib', '--crate-name', 'program', '-o', archive]);
    return { folder, files: [archive] };
  }
  // A program without std is a library for one that has it: somebody must handle panics.
  const library = join(folder, 'libprogram.rlib');
  compile(program.path, [...externs, '--crate-type=rlib', '--crate-name', 'program', '-o', library]);
  const whole = join(folder, 'whole.rs');
  writeFileSync(whole, 'extern crate program as _;\n');
  const linked = [`--extern=program=${library}`, '--crate-type=staticlib', '--crate-name', 'whole'];
  compile(whole, [...linked, '-o', archive]);
  return { folder, files: [archive] };
}

/** Links a component: what it defines is visible, by its new names, and nothing else. A generated script says the same. */
export function linkComponent(
  { folder, files, aliases }: Objects,
  name: string,
  defined: readonly string[],
  renames: ReadonlyMap<string, string>,
  { watch, cpp }: Toolbox,
): string {
  const named = defined.map((symbol) => renames.get(symbol) ?? symbol);
  const visible = [...new Set([...named, ...interfaceSymbols(files)])];
  const script = join(folder, 'visible.txt');
  const globals = visible.map((symbol) => `    ${symbol};\n`).join('');
  writeFileSync(script, `{\n${globals === '' ? '' : `  global:\n${globals}`}  local:\n    *;\n};\n`);
  const wanted = visible.map((symbol) => `-Wl,--undefined=${symbol}`);
  const shown = aliases ?? `-Wl,--version-script=${script}`;
  const shared = ['-shared', shown, '-Wl,-Bsymbolic', ...wanted];
  const library = join(folder, `lib${name}.so`);
  const system = ['-Wl,--as-needed', '-lpthread', '-ldl', '-lm'];
  step('link', cpp.command, [
    ...cpp.flags,
    ...watchFlags[watch],
    ...shared,
    ...files,
    ...system,
    '-o',
    library,
  ]);
  return library;
}
