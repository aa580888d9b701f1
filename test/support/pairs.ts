/** Builds and runs the programs of `test/pairs`: a consumer (executable) and a provider (shared object) in each language. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { nodeHost } from '../../src/base/node-host.js';
import { generate } from '../../src/driver/generate.js';
import type { OptionTexts } from '../../src/driver/options.js';
import { writeFiles } from '../../src/driver/write.js';
import { nativeBackends } from './backends.js';
import { repository } from './golden.js';
import { mustRun, run, type Answer } from './toolchains.js';

/** The programs and their WIT. */
export const sources = join(repository, 'test/pairs');

export type Language = 'cpp' | 'rust';

export const languages: readonly Language[] = ['cpp', 'rust'];

export interface Pair {
  readonly consumer: Language;
  readonly provider: Language;
}

export const pairs: readonly Pair[] = languages.flatMap((consumer) =>
  languages.map((provider) => ({ consumer, provider })),
);

/** How a set of programs is built. */
export interface Build {
  readonly command: 'g++' | 'clang++-19';
  readonly cpp: readonly string[];
  readonly rust: readonly string[];
}

/** C++ under the address, leak and undefined-behaviour sanitizers. */
export const sanitized: Omit<Build, 'command'> = {
  cpp: ['-O1', '-fsanitize=address,undefined', '-fno-sanitize-recover=all'],
  rust: [],
};

/** Where the bindings of a world are, below the folder of all bindings. */
export const bindingsIn = (folder: string, language: Language, world: string): string =>
  join(folder, language, world);

/** Generates the bindings of both worlds in both languages; `options` are those of the Rust backend. */
export async function generateAll(folder: string, options: OptionTexts = {}): Promise<void> {
  for (const backend of nativeBackends) {
    for (const world of ['provider', 'consumer']) {
      const own = backend.id === 'rust' ? { options } : {};
      const request = { wit: join(sources, 'wit'), world, abi: 'symmetric', backend, ...own } as const;
      const { files, diagnostics } = await generate(request, nodeHost);
      expect(diagnostics).toEqual([]);
      // The classes of exported resources are the programs' own: theirs are found on the include path.
      const generated = files.filter(({ write }) => write === 'always');
      await writeFiles(generated, join(folder, backend.id, world), nodeHost);
    }
  }
}

/** The worlds of a pair, in the order in which they are built. */
type World = 'provider' | 'consumer';

/**
 * Builds both providers and both consumers; a provider is `<out>/<language>/libprovider.so`. `built` says in which folder the
 * programs of a language have been built with the same flags before, of bindings that are the same: they are copied.
 */
export function buildAll(
  bindings: string,
  out: string,
  build: Build,
  built = new Map<string, string>(),
): void {
  for (const language of languages) {
    const flags = language === 'cpp' ? [build.command, ...build.cpp] : build.rust;
    const way = [language, ...flags].join(' ');
    const same = built.get(way);
    if (same === undefined) {
      built.set(way, out);
      for (const world of ['provider', 'consumer'] as const) buildOne(language, world, bindings, out, build);
      continue;
    }
    for (const part of [language, `consumer-${language}`]) {
      cpSync(join(same, part), join(out, part), { recursive: true });
    }
  }
}

/** Builds one of them. A consumer is linked with the provider in C++, which is there already. */
export function buildOne(
  language: Language,
  world: World,
  bindings: string,
  out: string,
  build: Build,
): void {
  mustRun('mkdir', ['-p', join(out, language)]);
  if (language === 'cpp') buildCpp(world, bindings, out, build);
  else buildRust(world, bindings, out, build);
}

function buildCpp(world: World, bindings: string, out: string, { command, cpp }: Build): void {
  const folder = bindingsIn(bindings, 'cpp', world);
  const common = ['-std=c++20', '-g', '-Wall', '-Wextra', '-Werror', ...cpp];
  const folders = [`-I${join(sources, 'cpp')}`, `-I${folder}`];
  const from = [...folders, join(sources, `cpp/${world}.cpp`), join(folder, `${world}.cpp`)];
  const visible = `-Wl,--version-script=${join(folder, 'provider.verscr')}`;
  const linked = {
    provider: ['-fPIC', '-shared', '-fvisibility=hidden', visible, '-o', join(out, 'cpp/libprovider.so')],
    consumer: [`-L${join(out, 'cpp')}`, '-lprovider', '-o', join(out, 'consumer-cpp')],
  };
  mustRun(command, [...common, ...from, ...linked[world]]);
}

function buildRust(world: World, bindings: string, out: string, { rust }: Build): void {
  const common = ['--edition', '2021', '-g', '-D', 'warnings', ...rust];
  const env = { BINDINGS: join(bindingsIn(bindings, 'rust', world), `${world}.rs`) };
  const library = join(out, 'rust/libprovider.so');
  const linked = {
    provider: ['--crate-type', 'cdylib', '--crate-name', 'provider', '-o', library],
    consumer: ['-L', join(out, 'cpp'), '-l', 'dylib=provider', '-o', join(out, 'consumer-rust')],
  };
  mustRun('rustc', [...common, join(sources, `rust/${world}.rs`), ...linked[world]], { env });
}

/** Runs one pair of what `buildAll` built, perhaps under another program. */
export function runPair(
  out: string,
  { consumer, provider }: Pair,
  env: Readonly<Record<string, string>> = {},
  wrapper: readonly string[] = [],
): Answer {
  const program = join(out, `consumer-${consumer}`);
  const [command, ...args] = [...wrapper, program];
  return run(command, args, { env: { LD_LIBRARY_PATH: join(out, provider), ...env } });
}

/** What to preload so that a Rust executable, which has no sanitizer runtime of its own, has its malloc watched. */
export function sanitizerRuntime(): string {
  return mustRun('g++', ['-print-file-name=libasan.so']).trim();
}
