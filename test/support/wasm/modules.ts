/** From a program of a runtime test to a core module: bindings under the canonical ABI, compiled with what counts. */
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nodeHost } from '../../../src/base/node-host.js';
import { generate } from '../../../src/driver/generate.js';
import { writeFiles } from '../../../src/driver/write.js';
import { repository } from '../golden.js';
import { headersAhead } from '../ahead.js';
import { backendOf, requestOf } from '../peer/arguments.js';
import { textOf, witOf } from '../peer/bindings.js';
import { plain, type PeerProgram, type PeerTest } from '../peer/discover.js';
import { cppForWasm, mustRun, rustForWasm } from '../toolchains.js';

const own = join(repository, 'test/support/wasm');

const cppFlags = [
  ...[...cppForWasm.flags, '-std=c++23', '-O0'],
  ...['-Wall', '-Wextra', '-Werror', '-Wno-unused-parameter', '-fno-exceptions', '-fno-rtti'],
];

const rustFlags = [
  ...['--target=wasm32-unknown-unknown', '-Copt-level=1', '-Cpanic=abort', '-Cstrip=debuginfo'],
  ...['-Clinker=wasm-ld-19', '-Dwarnings'],
];

/** What every module is linked with, compiled once. */
export interface Linked {
  readonly cppObject: string;
  readonly rustLibrary: string;
}

/** Compiles what counts and what keeps what is said. */
export function compileLinked(folder: string): Linked {
  mkdirSync(folder, { recursive: true });
  const cppObject = join(folder, 'module.o');
  mustRun(cppForWasm.command, [...cppFlags, '-c', join(own, 'module.cpp'), '-o', cppObject]);
  const rustLibrary = join(folder, 'libwit_test_module.rlib');
  const crate = ['--edition=2024', '--crate-type=rlib', '--crate-name=wit_test_module'];
  mustRun(rustForWasm, [...rustFlags, ...crate, join(own, 'module.rs'), '-o', rustLibrary]);
  return { cppObject, rustLibrary };
}

/** Generates the bindings of a program, compiles both and answers the module. */
export async function buildModule(
  test: PeerTest,
  program: PeerProgram,
  folder: string,
  linked: Linked,
): Promise<Uint8Array> {
  const bindings = join(folder, 'bindings');
  mkdirSync(bindings, { recursive: true });
  const classes = join(test.folder, 'cpp');
  if (program.language === 'cpp' && existsSync(classes)) cpSync(classes, bindings, { recursive: true });
  const request = requestOf(program.language, program.args);
  if (typeof request === 'string') throw new Error(request);
  const backend = backendOf(program.language);
  const asked = {
    ...witOf(test, program.world, request.features, 'canonical'),
    ...request,
    backend,
  } as const;
  const { files, diagnostics } = await generate(asked, nodeHost);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) throw new Error(textOf(errors));
  // The support headers of C++ are those that are compiled ahead.
  const own = files.filter(({ path }) => !/^wit.*\.h$/.test(path));
  await writeFiles(own, bindings, nodeHost);
  const module = join(folder, 'module.wasm');
  if (program.language === 'cpp') compileCpp(program, bindings, linked, module);
  else compileRust(test, program, bindings, linked, module);
  return readFileSync(module);
}

function compileCpp(program: PeerProgram, bindings: string, { cppObject }: Linked, module: string): void {
  const way = program.way === plain ? [] : [`-D${program.way.toUpperCase()}`];
  // Classes of exported resources stand beside the bindings, and include what lies beside the program.
  const found = [`-I${bindings}`, `-I${dirname(program.path)}`];
  const compile = (source: string, object: string, flags: readonly string[]): string => {
    const ahead = headersAhead(cppForWasm.command, cppFlags);
    const asked = [...cppFlags, ...ahead, ...way, ...flags, ...found, '-c', source, '-o', object];
    mustRun(cppForWasm.command, asked);
    return object;
  };
  const objects = [
    compile(join(bindings, `${program.world.replaceAll('-', '_')}.cpp`), join(bindings, 'bindings.o'), []),
    compile(program.path, join(bindings, 'program.o'), program.flags),
    cppObject,
  ];
  const counted = ['malloc', 'calloc', 'realloc', 'aligned_alloc', 'free'].map(
    (name) => `-Wl,--wrap=${name}`,
  );
  // A reactor has no `main`: it is initialized, and then called. Told to optimize here, too, clang would run a `wasm-opt` if
  // there is one, as there is in the path that npm makes, for longer than it takes itself.
  const linked = ['-mexec-model=reactor', ...counted, '-Wl,--strip-debug', '-o', module];
  mustRun(cppForWasm.command, [...cppForWasm.flags, ...objects, ...linked]);
}

function compileRust(
  test: PeerTest,
  program: PeerProgram,
  bindings: string,
  { rustLibrary }: Linked,
  module: string,
): void {
  const world = program.world.replaceAll('-', '_');
  const env = { BINDINGS: join(bindings, `${world}.rs`), CARGO_MANIFEST_DIR: test.folder };
  // The program itself says nothing of the crate beside it.
  appendFileSync(env.BINDINGS, 'extern crate wit_test_module as _;\n');
  const crate = ['--edition=2021', '--crate-type=cdylib', '--crate-name=program'];
  const way = program.way === plain ? [] : ['--cfg', program.way];
  const beside = [...way, `--extern=wit_test_module=${rustLibrary}`, ...program.flags];
  mustRun(rustForWasm, [...rustFlags, ...crate, ...beside, program.path, '-o', module], { env });
}
