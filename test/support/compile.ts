/** The compilers that emitted code must please, and how strict they are told to be. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { headersAhead } from './ahead.js';
import { repository } from './golden.js';
import { mustRun } from './toolchains.js';

/** A fresh folder below `build/`, which git ignores. */
export function buildFolder(name: string): string {
  const parent = join(repository, 'build/test');
  mkdirSync(parent, { recursive: true });
  return mkdtempSync(join(parent, `${name}-`));
}

/** A C++ compiler, a standard and a library. */
export interface CppCompiler {
  readonly title: string;
  readonly command: string;
  readonly flags: readonly string[];
}

export const cppCompilers: readonly CppCompiler[] = [
  { title: 'g++, C++20', command: 'g++', flags: ['-std=c++20'] },
  { title: 'g++, C++23', command: 'g++', flags: ['-std=c++23'] },
  { title: 'clang, C++20, libstdc++', command: 'clang++-19', flags: ['-std=c++20'] },
  { title: 'clang, C++23, libc++', command: 'clang++-19', flags: ['-std=c++23', '-stdlib=libc++'] },
];

const cppStrict = [
  ...['-Wall', '-Wextra', '-Wpedantic', '-Wconversion', '-Werror'],
  ...['-fno-exceptions', '-fno-rtti', '-fPIC', '-fvisibility=hidden'],
];

/** Compiles one C++ file for nothing but its warnings. */
export function checkCpp(compiler: CppCompiler, file: string, extra: readonly string[] = []): void {
  mustRun(compiler.command, [...compiler.flags, ...cppStrict, ...extra, '-c', file, '-o', '/dev/null']);
}

/** The same with the support headers compiled ahead, which are found without an option. */
export function checkCppQuickly(compiler: CppCompiler, file: string): void {
  checkCpp(compiler, file, strictAhead(compiler));
}

/** Checks several files with the support headers compiled ahead and no more work than warnings need. */
export function checkSyntaxOfCpp(
  compiler: CppCompiler,
  files: readonly string[],
  extra: readonly string[] = [],
): void {
  const flags = [...compiler.flags, ...cppStrict, ...strictAhead(compiler), ...extra];
  mustRun(compiler.command, [...flags, '-fsyntax-only', ...files]);
}

const strictAhead = ({ command, flags }: CppCompiler): readonly string[] =>
  headersAhead(command, [...flags, ...cppStrict]);

export const rustEditions = ['2021', '2024'] as const;

/** Compiles one Rust file as a library, warnings denied, for nothing but its warnings. */
export function checkRust(
  command: 'rustc' | 'clippy-driver',
  edition: (typeof rustEditions)[number],
  file: string,
  env: Readonly<Record<string, string>> = {},
): void {
  const args = ['--edition', edition, '--crate-type', 'lib', '--crate-name', 'checked', '-D', 'warnings'];
  const strict = ['-D', 'unsafe_op_in_unsafe_fn', '--emit', 'metadata', '--out-dir', buildFolder('rust')];
  const lints = command === 'clippy-driver' ? ['-D', 'clippy::all'] : [];
  mustRun(command, [...args, ...lints, ...strict, file], { env });
}

/** The same for several files, as modules of one crate. */
export function checkRustModules(
  command: 'rustc' | 'clippy-driver',
  edition: (typeof rustEditions)[number],
  files: readonly string[],
): void {
  const modules = files.map((file, index) => `#[path = "${file}"]\npub mod m${String(index)};\n`);
  const crate = join(buildFolder('rust-modules'), 'lib.rs');
  // Modules are components of their own, which may call equal symbols with different types.
  writeFileSync(crate, `#![allow(clashing_extern_declarations)]\n${modules.join('')}`);
  checkRust(command, edition, crate);
}
