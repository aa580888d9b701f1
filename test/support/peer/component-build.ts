/** From a program of a test to a core module for WebAssembly, which says by itself what it becomes a component of. */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersAhead } from '../ahead.js';
import { cppForWasm, rustForWasm } from '../toolchains.js';
import { heapFunctions, wrapped, type Counting } from '../wasm/counting.js';
import { hasAllocator } from './allocators.js';
import type { PeerRequest } from './arguments.js';
import { bindingsIn, writeBindings } from './bindings.js';
import type { PeerProgram, PeerTest } from './discover.js';
import type { RustTool, StandIn } from './stand-in.js';
import { step } from './tools.js';
import { cppOwn, rustOwn } from './ways.js';

/** The compiler that `scripts/install-rust-wasm.sh` makes. */
export const wasmRust: RustTool = {
  command: rustForWasm,
  flags: ['--target=wasm32-unknown-unknown', '-Clinker=wasm-ld-19', '-Cpanic=abort', '-Copt-level=1'],
  abi: 'canonical',
};

/** What programs are built with. */
export interface WasmToolbox {
  /** What Rust programs take for wit-bindgen's own crate. */
  readonly standIn: StandIn;
  readonly counting: Counting;
}

/** Generates the bindings of a program and links both; answers the path of the module. */
export async function compileModule(
  test: PeerTest,
  program: PeerProgram,
  request: PeerRequest,
  folder: string,
  toolbox: WasmToolbox,
): Promise<string> {
  await writeBindings(test, program, request, 'canonical', folder);
  return program.language === 'cpp'
    ? compileCpp(program, folder, toolbox)
    : compileRust(test, program, folder, toolbox);
}

/** What wit-bindgen's own harness asks of its output. */
const cppFlags: readonly string[] = [
  ...[...cppForWasm.flags, '-std=c++23', '-fno-exceptions', '-fno-rtti'],
  ...['-Wall', '-Wextra', '-Werror', '-Wno-unused-parameter'],
];
/** Headers that programs rely on which its SDK includes in passing. */
const forPrograms: readonly string[] = ['-include', 'math.h'];
// A reactor has no `main`: it is initialized, and then called. Told to optimize here, clang would run a `wasm-opt` if
// there is one, as there is in the path that npm makes, for longer than it takes itself.
const cppLinkFlags: readonly string[] = [
  ...[...cppForWasm.flags, '-mexec-model=reactor', '-Wl,--strip-debug'],
  ...wrapped(heapFunctions),
];

function compileCpp(program: PeerProgram, folder: string, { counting }: WasmToolbox): string {
  const bindings = bindingsIn(folder);
  const common = [...cppFlags, ...headersAhead(cppForWasm.command, cppFlags), ...cppOwn(program, bindings)];
  const compile = (source: string, name: string, flags: readonly string[]): string => {
    const object = join(folder, `${name}.o`);
    step('compile', cppForWasm.command, [...common, ...flags, '-c', source, '-o', object]);
    return object;
  };
  const ours = join(bindings, `${program.world.replaceAll('-', '_')}.cpp`);
  const objects = [
    compile(ours, 'bindings', []),
    compile(program.path, 'program', [...forPrograms, ...program.flags]),
  ];
  const module = join(folder, 'module.wasm');
  step('link', cppForWasm.command, [...cppLinkFlags, ...objects, counting.cppObject, '-o', module]);
  return module;
}

/** Links a program in Rust with bindings that are there. */
export function compileRust(
  test: PeerTest,
  program: PeerProgram,
  folder: string,
  { standIn, counting }: WasmToolbox,
): string {
  const bindings = join(bindingsIn(folder), `${program.world.replaceAll('-', '_')}.rs`);
  const text = readFileSync(program.path, 'utf8');
  const env = {
    ...standIn.env,
    BINDINGS: bindings,
    CARGO_MANIFEST_DIR: test.folder,
    PEER_BINDINGS: text.includes('env!("BINDINGS")') ? 'file' : 'macro',
  };
  const crates = [`--extern=wit_test_module=${counting.rustLibrary}`, ...standIn.args, '-L', folder];
  const common = ['--edition=2021', '-Dwarnings', ...rustOwn(program), ...wasmRust.flags, ...crates];
  const compile = (source: string, args: readonly string[]): void => {
    step('compile', wasmRust.command, [...common, ...program.flags, source, ...args], env);
  };
  const externs = program.externs.flatMap((file) => {
    const name = file.replace(/\.rs$/, '');
    const library = join(folder, `lib${name}.rlib`);
    compile(join(test.folder, file), ['--crate-type=rlib', '--crate-name', name, '-o', library]);
    return [`--extern=${name}=${library}`];
  });
  // The program itself says nothing of the crate beside it, which has an allocator: some have their own. It also brings
  // `std` to programs without it, as the crate does that wit-bindgen's output names.
  if (!hasAllocator(test, program)) appendFileSync(bindings, 'extern crate wit_test_module as _;\n');
  const module = join(folder, 'module.wasm');
  const crate = ['--crate-type=cdylib', '--crate-name', 'program', '-Cstrip=debuginfo'];
  compile(program.path, [...externs, ...crate, '-o', module]);
  return module;
}
