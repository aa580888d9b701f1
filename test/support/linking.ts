/** Components of `test/linking`, generated and linked in one language or the other. */
import { join } from 'node:path';
import type { SymbolOptions } from '../../src/abi/symbol-options.js';
import { builtInBackends } from '../../src/backends/index.js';
import { nodeHost } from '../../src/base/node-host.js';
import { generate } from '../../src/driver/generate.js';
import { writeFiles } from '../../src/driver/write.js';
import { repository } from './golden.js';
import { mustRun, run, type Answer } from './toolchains.js';

export type Language = 'cpp' | 'rust';

export const languages: readonly Language[] = ['cpp', 'rust'];

/** Every way to choose a language for two components. */
export const pairings = languages.flatMap((user) => languages.map((plugin) => ({ user, plugin })));

/** The sources of the programs, and their WIT. */
export const sources = join(repository, 'test/linking');

/** What is generated: a world in a language, into a folder. */
export interface Emitted {
  readonly language: Language;
  readonly world: string;
  readonly folder: string;
}

interface Wanted extends Emitted {
  /** A file or a folder. */
  readonly wit: string;
  readonly symbols?: Partial<SymbolOptions>;
  readonly options?: Readonly<Record<string, string>>;
}

/** Generates what must be generated without a word. Classes of exported resources are those of the sources. */
export async function emit({ language, world, folder, wit, symbols, options }: Wanted): Promise<Emitted> {
  const backend = builtInBackends.find(({ id }) => id === language);
  if (!backend) throw new Error(`no backend ${language}`);
  const request = { wit, world, abi: 'symmetric', backend, symbols, options: options ?? {} } as const;
  const { files, diagnostics } = await generate(request, nodeHost);
  expect(diagnostics).toEqual([]);
  await writeFiles(
    files.filter(({ write }) => write === 'always'),
    folder,
    nodeHost,
  );
  return { language, world, folder };
}

/** How a component is built. */
export interface Build {
  /** The file without its ending: `<source>.cpp` or `<source>.rs` among the sources; the world's name if absent. */
  readonly source?: string;
  readonly flags?: readonly string[];
  /** What says which symbols are shown, for the linker of C++; the version script if absent. */
  readonly script?: readonly string[];
}

const cppFlags = ['-std=c++20', '-g', '-Wall', '-Wextra', '-Werror'];
const rustFlags = ['--edition', '2021', '-g', '-D', 'warnings'];

/** Builds a shared object that shows what its version script lists. */
export function buildShared(
  emitted: Emitted,
  library: string,
  { source, flags = [], script }: Build = {},
): string {
  mustRun('mkdir', ['-p', join(library, '..')]);
  const { language, world, folder } = emitted;
  if (language === 'cpp') {
    const shown = script ?? [`-Wl,--version-script=${join(folder, `${world}.verscr`)}`];
    const shared = ['-fPIC', '-shared', '-fvisibility=hidden', ...shown];
    mustRun('g++', [...cppFlags, ...cppSources(emitted, source), ...shared, ...flags, '-o', library]);
  } else {
    rustc(emitted, source, ['--crate-type', 'cdylib', ...flags, '-o', library]);
  }
  return library;
}

/** Builds an executable. `-L` and `-l` are the same for g++ and rustc. */
export function buildProgram(emitted: Emitted, program: string, { source, flags = [] }: Build = {}): string {
  mustRun('mkdir', ['-p', join(program, '..')]);
  if (emitted.language === 'cpp') {
    mustRun('g++', [...cppFlags, ...cppSources(emitted, source), ...flags, '-o', program]);
  } else {
    rustc(emitted, source, [...flags, '-o', program]);
  }
  return program;
}

function cppSources({ world, folder }: Emitted, source = world): readonly string[] {
  const own = join(sources, 'cpp');
  return [`-I${own}`, `-I${folder}`, join(own, `${source}.cpp`), join(folder, `${world}.cpp`)];
}

function rustc({ world, folder }: Emitted, source = world, args: readonly string[]): void {
  const env = { BINDINGS: join(folder, `${world}.rs`) };
  mustRun('rustc', [...rustFlags, join(sources, `rust/${source}.rs`), '--crate-name', world, ...args], {
    env,
  });
}

/** Runs a program with shared objects looked for in some folders. */
export function runWith(
  program: string,
  folders: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Answer {
  return run(program, [], { env: { LD_LIBRARY_PATH: folders.join(':'), ...env } });
}
