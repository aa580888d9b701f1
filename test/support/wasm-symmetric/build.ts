/** The programs of `test/pairs` with symmetric bindings for wasm32: linked into one module, or one module each on a shared memory. */
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeHost } from '../../../src/base/node-host.js';
import { inspect } from '../../../src/driver/inspect.js';
import { headersAhead } from '../ahead.js';
import { repository } from '../golden.js';
import { bindingsIn, sources, type Language, type Pair } from '../pairs.js';
import { cppForWasm, mustRun, run, rustForWasm, type Answer } from '../toolchains.js';
import { heapFunctions, wrapped } from '../wasm/counting.js';

const own = join(repository, 'test/support/wasm-symmetric');

const target = cppForWasm.flags;

/** What every C++ file for wasm32 is compiled with. */
export const cppFlags = [
  ...[...target, '-std=c++20', '-Wall', '-Wextra', '-Wpedantic', '-Wconversion', '-Werror'],
  ...['-fno-exceptions', '-fno-rtti', '-fvisibility=hidden'],
];

const programFlags = [...target, '-std=c++20', '-fno-exceptions', '-fno-rtti', '-fvisibility=hidden'];

type World = 'consumer' | 'provider';

/** A consumer on the left, a provider on the right. */
export const nameOf = ({ consumer, provider }: Pair): string => `${consumer}-${provider}`;

/** Where C++ programs and their bindings are as objects. */
const objectsOf = (out: string, world: World): readonly string[] =>
  ['program', 'bindings'].map((each) => join(out, `${world}-${each}.o`));

const libraryOf = (out: string, name: string): string => join(out, `lib${name}.a`);

/**
 * Compiles a world in C++. The two worlds import one interface, whose classes both of them define, so the namespace of one has
 * another name.
 */
export function compileCpp(bindings: string, out: string, world: World): void {
  mkdirSync(out, { recursive: true });
  const folder = bindingsIn(bindings, 'cpp', world);
  const ahead = headersAhead(cppForWasm.command, programFlags);
  const renamed = world === 'provider' ? ['-Dtest=provider_test'] : [];
  const flags = [...programFlags, ...ahead, ...renamed, `-I${join(sources, 'cpp')}`, `-I${folder}`];
  const files = [join(sources, `cpp/${world}.cpp`), join(folder, `${world}.cpp`)];
  for (const [index, object] of objectsOf(out, world).entries()) {
    mustRun(cppForWasm.command, [...flags, '-c', files[index] ?? '', '-o', object]);
  }
}

/** How a world in Rust is compiled, and what its library is called. */
interface RustBuild {
  readonly world: World;
  readonly name: string;
  readonly target: 'wasm32-wasip1' | 'wasm32-unknown-unknown';
  readonly kind: 'staticlib' | 'rlib';
  /** Whether the provider in Rust becomes a part of it. */
  readonly withProvider?: boolean;
}

/** Compiles a world in Rust; a consumer has its `main` under the name by which C knows one without arguments. */
export function compileRust(bindings: string, out: string, build: RustBuild): void {
  mkdirSync(out, { recursive: true });
  const { world, name, kind } = build;
  const copy = join(out, `${name}.rs`);
  copyFileSync(join(bindingsIn(bindings, 'rust', world), `${world}.rs`), copy);
  if (world === 'consumer') appendFileSync(copy, mainForC);
  if (build.withProvider === true) appendFileSync(copy, 'extern crate provider as _;\n');
  const crate = [
    '--edition=2021',
    `--crate-type=${kind}`,
    `--crate-name=${world}`,
    `--target=${build.target}`,
  ];
  const flags = ['-Copt-level=0', '-Cpanic=abort', '-Cstrip=debuginfo', '-Dwarnings', `-L${out}`];
  const library = kind === 'rlib' ? join(out, `lib${world}.rlib`) : libraryOf(out, name);
  const source = join(sources, `rust/${world}.rs`);
  mustRun(rustForWasm, [...crate, ...flags, source, '-o', library], { env: { BINDINGS: copy } });
}

const mainForC = `
#[unsafe(no_mangle)]
extern "C" fn __main_void() -> i32 {
    super::main();
    0
}
`;

/** Compiles C, from a file of these tests or from the documentation. */
export function compileC(file: string, out: string): string {
  const flags = [...target, '-O1', '-Wall', '-Wextra', '-Wpedantic', '-Wconversion', '-Werror'];
  mkdirSync(dirname(out), { recursive: true });
  mustRun('clang-19', [...flags, '-c', file, '-o', out]);
  return out;
}

/** The example of a language in the page on linking, which has one in C and one in JavaScript. */
export function documented(language: 'c' | 'js', file: string): string {
  const page = readFileSync(join(repository, 'docs/linking.md'), 'utf8');
  const part = page.slice(page.indexOf('\n## On wasm32\n'));
  const [, text] = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'm').exec(part) ?? [];
  if (text === undefined) throw new Error(`no example in ${language}`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** What the linker is to show of a world. */
export async function shown(world: World): Promise<readonly string[]> {
  const request = { wit: join(sources, 'wit'), world, abi: 'symmetric', format: 'symbols' } as const;
  const { text } = await inspect(request, nodeHost);
  const defined = text?.match(/(?<=^T )\S+/gm) ?? [];
  expect(defined).not.toEqual([]);
  return defined;
}

/** The object that runs a consumer and counts, and what has the linker count. */
const counted = (out: string): readonly string[] => [
  compileC(join(own, 'count.c'), join(out, 'count.o')),
  ...wrapped([...heapFunctions, 'posix_memalign']),
];

/** What the linker is given of a world in a language. */
const partsOf = (out: string, world: World, language: string): readonly string[] =>
  language === 'cpp' ? objectsOf(out, world) : [libraryOf(out, `${world}-${language}`)];

// Told to optimize, clang would run a `wasm-opt` if there is one.
function link(args: readonly string[], module: string): string {
  const reactor = [...target, '-mexec-model=reactor', '-Wl,--strip-debug'];
  mustRun(cppForWasm.command, [...reactor, ...args, '-o', module]);
  return module;
}

/** Both of a pair in one module. A `staticlib` of Rust's with another would have the standard library twice. */
export function linkIntoOne(out: string, pair: Pair): string {
  const { consumer, provider } = pair;
  const both =
    consumer === 'rust' && provider === 'rust'
      ? [libraryOf(out, 'both')]
      : [...partsOf(out, 'consumer', consumer), ...partsOf(out, 'provider', provider)];
  return link([...both, ...counted(out)], join(out, `${nameOf(pair)}.wasm`));
}

const together = ['-Wl,--import-memory,--allow-undefined'];

const exported = (symbols: readonly string[]): readonly string[] =>
  symbols.map((symbol) => `-Wl,--export=${symbol}`);

/** A consumer with the heap, its stack below all and its data above. */
export async function linkProgram(out: string, language: Language): Promise<string> {
  const places = ['-Wl,--stack-first,-z,stack-size=1048576,--global-base=2097152'];
  const parts = partsOf(out, 'consumer', language);
  const flags = [...together, ...places, ...exported(await shown('consumer')), ...counted(out)];
  return link([...parts, ...flags], join(out, `program-${language}.wasm`));
}

/** A provider between the consumer's stack and its data, with the heap of that one. */
export function linkPlugin(out: string, language: string, visible: readonly string[]): string {
  const heap = compileC(documented('c', join(out, 'shared_heap.c')), join(out, 'shared_heap.o'));
  const places = ['-Wl,--global-base=1048576', '-Wl,--export=__heap_base'];
  const parts = partsOf(out, 'provider', language);
  const module = join(out, `plugin-${language}${String(visible.length)}.wasm`);
  return link([...parts, heap, ...together, ...places, ...visible], module);
}

export const visibleInPlugin = async (): Promise<readonly string[]> => exported(await shown('provider'));

/** Runs modules in a process of their own, the consumer first. */
export function runModules(out: string, modules: readonly string[]): Answer {
  const loader = documented('js', join(out, 'load.mjs'));
  return run('node', ['--no-warnings', join(own, 'run.mjs'), loader, ...modules]);
}
