/** From a program of a test to a core module for WebAssembly, which says by itself what it becomes a component of. */
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cppForWasm, rustForWasm } from '../toolchains.js';
import { hasAllocator } from './allocators.js';
import type { PeerRequest } from './arguments.js';
import { bindingsIn, writeBindings } from './bindings.js';
import type { PeerProgram, PeerTest } from './discover.js';
import type { RustTool, StandIn } from './stand-in.js';
import { step } from './tools.js';

/** The compiler that `scripts/install-rust-wasm.sh` makes. */
export const wasmRust: RustTool = {
  command: rustForWasm,
  flags: ['--target=wasm32-unknown-unknown', '-Clinker=wasm-ld-19'],
  abi: 'canonical',
};

/** What programs are built with. */
export interface WasmToolbox {
  /** What Rust programs take for wit-bindgen's own crate. */
  readonly standIn: StandIn;
  readonly beside: Beside;
}

/** What counts allocations and keeps what is said, for either language. */
export interface Beside {
  readonly cppObject: string;
  readonly rustLibrary: string;
}

/** Compiles it; `sources` is the folder of the module's sources. */
export function compileBeside(sources: string, folder: string): Beside {
  const cppObject = join(folder, 'module.o');
  step('compile', cppForWasm.command, [...cppFlags, '-c', join(sources, 'module.cpp'), '-o', cppObject]);
  const rustLibrary = join(folder, 'libwit_test_module.rlib');
  const crate = ['--edition=2024', '--crate-type=rlib', '--crate-name=wit_test_module'];
  step('compile', wasmRust.command, [
    ...[...wasmRust.flags, ...crate],
    ...[join(sources, 'module.rs'), '-o', rustLibrary],
  ]);
  return { cppObject, rustLibrary };
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

/** What wit-bindgen's own harness asks of its output, and headers that programs rely on which its SDK includes in passing. */
const cppFlags: readonly string[] = [
  ...[...cppForWasm.flags, '-std=c++23', '-fno-exceptions'],
  ...['-Wall', '-Wextra', '-Werror', '-Wno-unused-parameter'],
];
const forPrograms: readonly string[] = ['-include', 'math.h'];
const cppLinkFlags: readonly string[] = [
  ...[...cppForWasm.flags, '-mexec-model=reactor', '-Wl,--strip-debug'],
  ...['malloc', 'calloc', 'realloc', 'aligned_alloc', 'free'].map((name) => `-Wl,--wrap=${name}`),
];

function compileCpp(program: PeerProgram, folder: string, { beside }: WasmToolbox): string {
  const bindings = bindingsIn(folder);
  const compile = (source: string, name: string, flags: readonly string[]): string => {
    const object = join(folder, `${name}.o`);
    const args = [...cppFlags, `-I${bindings}`, ...flags, '-c', source, '-o', object];
    step('compile', cppForWasm.command, args);
    return object;
  };
  const ours = join(bindings, `${program.world.replaceAll('-', '_')}.cpp`);
  const objects = [
    compile(ours, 'bindings', []),
    compile(program.path, 'program', [...forPrograms, ...program.flags]),
  ];
  const module = join(folder, 'module.wasm');
  step('link', cppForWasm.command, [...cppLinkFlags, ...objects, beside.cppObject, '-o', module]);
  return module;
}

function compileRust(
  test: PeerTest,
  program: PeerProgram,
  folder: string,
  { standIn, beside }: WasmToolbox,
): string {
  const bindings = join(bindingsIn(folder), `${program.world.replaceAll('-', '_')}.rs`);
  const text = readFileSync(program.path, 'utf8');
  const env = {
    ...standIn.env,
    BINDINGS: bindings,
    CARGO_MANIFEST_DIR: test.folder,
    PEER_BINDINGS: text.includes('env!("BINDINGS")') ? 'file' : 'macro',
  };
  const crates = [`--extern=wit_test_module=${beside.rustLibrary}`, ...standIn.args, '-L', folder];
  const common = ['--edition=2021', '-Dwarnings', ...wasmRust.flags, ...crates];
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
