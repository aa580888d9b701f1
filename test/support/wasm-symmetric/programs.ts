/** Programs of `test/runtime` as modules for wasm32 with symmetric bindings, which share a memory. */
import { dirname, join } from 'node:path';
import { cpp } from '../../../src/backends/cpp/index.js';
import { nodeHost } from '../../../src/base/node-host.js';
import { generate } from '../../../src/driver/generate.js';
import { inspect } from '../../../src/driver/inspect.js';
import { writeFiles } from '../../../src/driver/write.js';
import { headersAhead } from '../ahead.js';
import { requestOf } from '../peer/arguments.js';
import { bindingsIn, writeBindings } from '../peer/bindings.js';
import { plain, type PeerLanguage, type PeerProgram, type PeerTest } from '../peer/discover.js';
import { cppOwn, rustOwn } from '../peer/ways.js';
import { repository } from '../golden.js';
import { cppForWasm, mustRun, rustForWasm } from '../toolchains.js';
import { compileC, documented } from './build.js';

const flags = [...cppForWasm.flags, '-std=c++23', '-fno-exceptions', '-fno-rtti', '-Wall', '-Werror'];

// Told to optimize, clang would run a `wasm-opt` if there is one.
const linked = [
  ...[...cppForWasm.flags, '-mexec-model=reactor', '-Wl,--strip-debug'],
  '-Wl,--import-memory,--allow-undefined',
];

/** The module that has the heap, its data and all that is allocated above an address. */
export function linkHeap(folder: string, begin: number): string {
  const object = compileC(join(repository, 'test/ts-shared/heap.c'), join(folder, 'heap.o'));
  const module = join(folder, 'heap.wasm');
  const place = `-Wl,--global-base=${String(begin)}`;
  mustRun(cppForWasm.command, [...linked, object, place, '-o', module]);
  return module;
}

/** The program of a world in a language, as it is by itself. */
export function programOf(test: PeerTest, world: string, language: PeerLanguage): PeerProgram {
  const program = test.programs.find(
    (each) => each.world === world && each.language === language && each.way === plain,
  );
  if (!program) throw new Error(`no ${language} for ${world}`);
  return program;
}

/** What a program's bindings are asked for with. */
export function featuresOf({ language, args }: PeerProgram): readonly string[] {
  const request = requestOf(language, args);
  if (typeof request === 'string') throw new Error(request);
  return request.features;
}

/** Compiles a world in C++ to a module with a memory and a heap of its own. Classes of its resources are beside the source. */
export async function linkAlone(wit: string, world: string, source: string, folder: string): Promise<string> {
  const bindings = join(folder, 'bindings');
  const { files } = await generate({ wit, world, abi: 'symmetric', backend: cpp }, nodeHost);
  await writeFiles(files, bindings, nodeHost);
  const module = join(folder, 'module.wasm');
  const from = [`-I${dirname(source)}`, `-I${bindings}`];
  const parts = [...flags, ...from, join(bindings, `${world}.cpp`), source];
  const shown = [...(await shownBy(wit, world)), '-Wl,--export=malloc,--export=free'];
  const alone = ['-O1', '-mexec-model=reactor', '-Wl,--strip-debug', '-Wl,--allow-undefined', '-Wno-unused'];
  mustRun(cppForWasm.command, [...parts, ...alone, ...shown, '-o', module]);
  return module;
}

/** How the linker is told to show what a world exports. */
async function shownBy(
  wit: string,
  world: string,
  features: readonly string[] = [],
): Promise<readonly string[]> {
  const asked = { wit, world, abi: 'symmetric', lints: 'compat', features, format: 'symbols' } as const;
  const { text = '' } = await inspect(asked, nodeHost);
  return (text.match(/(?<=^T )\S+/gm) ?? []).map((symbol) => `-Wl,--export=${symbol}`);
}

/** Compiles a program to a module without a heap, whose data and stack lie between two addresses. */
export async function linkModule(
  test: PeerTest,
  program: PeerProgram,
  { begin, end }: { readonly begin: number; readonly end: number },
  folder: string,
): Promise<string> {
  const request = requestOf(program.language, program.args);
  if (typeof request === 'string') throw new Error(request);
  await writeBindings(test, program, request, 'symmetric', folder);
  const parts = program.language === 'cpp' ? compileCpp(program, folder) : compileRust(test, program, folder);
  const heap = compileC(documented('c', join(folder, 'shared_heap.c')), join(folder, 'shared_heap.o'));
  const shown = await shownBy(test.wit, program.world, request.features);
  const module = join(folder, 'module.wasm');
  // What does not end there the linker refuses.
  const place = `-Wl,--global-base=${String(begin)},--initial-memory=${String(end)}`;
  mustRun(cppForWasm.command, [...linked, ...parts, heap, place, ...shown, '-o', module]);
  return module;
}

function compileCpp(program: PeerProgram, folder: string): readonly string[] {
  const bindings = bindingsIn(folder);
  const common = [...flags, ...headersAhead(cppForWasm.command, flags), ...cppOwn(program, bindings)];
  const sources = { bindings: join(bindings, `${program.world}.cpp`), program: program.path };
  return Object.entries(sources).map(([name, source]) => {
    const object = join(folder, `${name}.o`);
    mustRun(cppForWasm.command, [...common, '-include', 'math.h', '-c', source, '-o', object]);
    return object;
  });
}

function compileRust(test: PeerTest, program: PeerProgram, folder: string): readonly string[] {
  const env = {
    BINDINGS: join(bindingsIn(folder), `${program.world}.rs`),
    CARGO_MANIFEST_DIR: test.folder,
  };
  const library = join(folder, 'libprogram.a');
  const crate = ['--edition=2021', '--crate-type=staticlib', '--crate-name=program', ...rustOwn(program)];
  const target = ['--target=wasm32-wasip1', '-Copt-level=0', '-Cpanic=abort', '-Cstrip=debuginfo'];
  mustRun(rustForWasm, [...crate, ...target, '-Dwarnings', program.path, '-o', library], { env });
  return [library];
}
