/** How the programs are built: flags of compilers, and what watches them while they run. */
import { run, type Answer } from '../toolchains.js';

/** What watches the programs. */
export type Watch = 'sanitizers' | 'valgrind';

/** Longer than any program of the tests takes on a slow machine; a hang is a failure like others. */
const timeout = 180_000;

/** Runs a command; the answer of one that hangs says so. */
export function command(
  name: string,
  args: readonly string[],
  options: { readonly env?: Readonly<Record<string, string>> } = {},
): Answer {
  return run(name, args, { ...options, timeout });
}

/** A step that went wrong, with what the tool said about it. */
export class Failure extends Error {
  constructor(
    readonly step: 'generate' | 'compile' | 'link' | 'run',
    readonly said: string,
  ) {
    super(`${step}: ${said}`);
  }
}

/** Runs a command that must succeed. */
export function step(
  name: Failure['step'],
  tool: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): string {
  const { code, output } = command(tool, args, { env });
  if (code !== 0) throw new Failure(name, output.trim() === '' ? `${tool} answered ${String(code)}` : output);
  return output;
}

/** A C++ compiler with its standard library. */
export interface CppTool {
  readonly command: string;
  readonly flags: readonly string[];
  /** Flags for the programs, which rely on headers that another library includes in passing. */
  readonly forPrograms: readonly string[];
}

/** The compilers by the name that the command line knows them by. */
export const cppTools: Readonly<Record<string, CppTool>> = {
  'g++': {
    command: 'g++',
    // It takes what is moved out of an option in an option for uninitialized.
    flags: ['-std=c++23', '-Wno-maybe-uninitialized'],
    // They also end functions with a switch over all cases, which clang takes for complete.
    forPrograms: ['-include', 'math.h', '-include', 'vector', '-Wno-return-type'],
  },
  // Like wit-bindgen's own: clang with libc++, C++20.
  'clang++': { command: 'clang++-19', flags: ['-std=c++20', '-stdlib=libc++'], forPrograms: [] },
};

/** Flags for whatever is compiled or linked as C or C++. */
export const watchFlags: Readonly<Record<Watch, readonly string[]>> = {
  sanitizers: ['-O1', '-fsanitize=address,undefined', '-fno-sanitize-recover=all'],
  valgrind: ['-O1'],
};

/** It finds the same without the names of inlined functions, which take it nearly half of the time of a small program. */
export const valgrind: readonly string[] = [
  ...['valgrind', '-q', '--leak-check=full', '--error-exitcode=9'],
  ...['--errors-for-leak-kinds=definite,indirect,possible', '--read-inline-info=no'],
];

/** What stands before the program in each command that runs it: by itself first, because that is quick. */
export const watchCommands: Readonly<Record<Watch, readonly (readonly string[])[]>> = {
  sanitizers: [[]],
  valgrind: [[], valgrind],
};
