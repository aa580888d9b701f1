/** What is linked into modules for WebAssembly that counts what they allocate and keeps what they say. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cppForWasm, mustRun, rustForWasm } from '../toolchains.js';

/** What counts, compiled once for either language. */
export interface Counting {
  readonly cppObject: string;
  readonly rustLibrary: string;
}

/** Compiles it; `sources` is the folder of `module.cpp` and `module.rs`. */
export function compileCounting(sources: string, folder: string): Counting {
  mkdirSync(folder, { recursive: true });
  const cppObject = join(folder, 'module.o');
  const strict = ['-Wall', '-Wextra', '-Werror', '-fno-exceptions', '-fno-rtti'];
  const cpp = [...cppForWasm.flags, '-std=c++23', ...strict, '-c', join(sources, 'module.cpp')];
  mustRun(cppForWasm.command, [...cpp, '-o', cppObject]);
  const rustLibrary = join(folder, 'libwit_test_module.rlib');
  const crate = ['--edition=2024', '--crate-type=rlib', '--crate-name=wit_test_module', '-Dwarnings'];
  const rust = ['--target=wasm32-unknown-unknown', '-Cpanic=abort', '-Copt-level=1', ...crate];
  mustRun(rustForWasm, [...rust, join(sources, 'module.rs'), '-o', rustLibrary]);
  return { cppObject, rustLibrary };
}

/** Functions of the C library that allocate or free. */
export const heapFunctions = ['malloc', 'calloc', 'realloc', 'aligned_alloc', 'free'] as const;

/** Has calls of functions go to what wraps them: `name` means `__wrap_name`, and `__real_name` what it meant before. */
export const wrapped = (functions: readonly string[]): readonly string[] =>
  functions.map((name) => `-Wl,--wrap=${name}`);
