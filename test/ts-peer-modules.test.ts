/**
 * Modules that are made with wit-bindgen's bindings for C++, under our TypeScript glue: wit-bindgen's own runtime tests. `WIT_BINDGEN`
 * names the generator, and `WIT_BINDGEN_CHECKOUT` a checkout with the programs, which no package has. Modules with its bindings for
 * Rust need neither: they are in `wasm-runtime.test.ts`.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder } from './support/compile.js';
import { requestOf } from './support/peer/arguments.js';
import {
  discoverTests,
  plain,
  runtimeTests,
  type PeerProgram,
  type PeerTest,
} from './support/peer/discover.js';
import { cppForWasm, has, mustRun } from './support/toolchains.js';
import { glued, type Glued } from './support/wasm/glue.js';
import { imported, invoke, parametersOf } from './support/wasm/loaded.js';

const { WIT_BINDGEN: generator = 'wit-bindgen', WIT_BINDGEN_CHECKOUT: checkout = '' } = process.env;

/** Tests whose programs do not compile or link with the bindings of wit-bindgen 0.60. */
const unbuildable: ReadonlySet<string> = new Set([
  'resource_borrow_in_record',
  'cpp/param-ownership',
  'cpp/cpp-with',
]);

/** A program in C++ for each component of a test: what is needed comes first, the runner last. */
function partsOf({ dependencies, runner, programs }: PeerTest): readonly PeerProgram[] {
  return [...dependencies]
    .reverse()
    .concat(runner)
    .flatMap((world) =>
      programs
        .filter((each) => each.world === world && each.language === 'cpp' && each.way === plain)
        .slice(0, 1),
    );
}

const tests = (existsSync(checkout) ? discoverTests(runtimeTests(checkout)) : []).filter(
  (test) =>
    !test.isAsync && !unbuildable.has(test.name) && partsOf(test).length === test.dependencies.length + 1,
);

/** Compiles a program with bindings of wit-bindgen's. */
function moduleOf(test: PeerTest, { path, world, args, flags }: PeerProgram, folder: string): Uint8Array {
  mkdirSync(folder, { recursive: true });
  mustRun(generator, ['cpp', test.wit, '--world', world, '--out-dir', folder, ...args]);
  const emitted = readdirSync(folder)
    .filter((name) => /\.(cpp|o)$/.test(name))
    .map((name) => join(folder, name));
  const module = join(folder, 'module.wasm');
  const language = [
    '-std=c++23',
    '-O0',
    '-w',
    '-fno-exceptions',
    // Headers that some programs use without including them.
    '-includevector',
    '-includecmath',
    `-I${folder}`,
    `-I${test.folder}`,
    ...flags,
  ];
  const link = ['-mexec-model=reactor', '-Wl,--strip-debug', '-o', module];
  mustRun(cppForWasm.command, [...cppForWasm.flags, ...language, ...emitted, path, ...link]);
  return new Uint8Array(readFileSync(module));
}

async function gluedPart(test: PeerTest, program: PeerProgram): Promise<Glued> {
  const core = moduleOf(test, program, join(buildFolder('peer-modules'), program.world));
  const request = requestOf('cpp', program.args);
  if (typeof request === 'string') throw new Error(request);
  return glued('glue', core, { witPath: test.wit, world: program.world, features: request.features });
}

/** The C library wants to have streams, which are not there. */
const badDescriptor = 8;
const refusal = (): number => badDescriptor;
const withoutFiles = {
  wasi_snapshot_preview1: new Proxy({}, { get: (): typeof refusal => refusal }),
};

/** Instantiates one, and adds what it exports to what others import. */
async function instantiated(part: Glued, provided: Record<string, unknown>): Promise<unknown> {
  const core = part.files.get(part.core) ?? new Uint8Array();
  const module = new WebAssembly.Module(new Uint8Array(core));
  const emitted = await imported(part);
  // The glue of a world without imports is given none.
  const given = parametersOf(emitted, 'instantiate') === 1 ? [] : [provided];
  const exported = invoke(emitted, 'instantiate', module, ...given, withoutFiles);
  const names = [...part.interfaces];
  for (const [name, item] of Object.entries<unknown>({ ...(exported as object) })) {
    const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (typeof item === 'function') provided[kebab] = { default: item };
    else provided[names.shift() ?? name] = item;
  }
  return exported;
}

const missing = [
  ...(has(generator) ? [] : ['wit-bindgen 0.60 (`cargo install wit-bindgen-cli@0.60.0`, or WIT_BINDGEN)']),
  ...(tests.length > 0 ? [] : ["a checkout of it with its tests' programs (WIT_BINDGEN_CHECKOUT)"]),
  ...(has('C++ for wasm32') ? [] : ['C++ for wasm32']),
];

if (missing.length > 0)
  describe.skip(`modules of wit-bindgen's C++ (skipped: needs ${missing.join(', ')})`, () => {
    test('run under our glue', () => undefined);
  });
else
  describe("modules of wit-bindgen's C++", () => {
    test.each(tests.map((each) => [each.name, each] as const))('%s', async (_, each) => {
      const provided: Record<string, unknown> = {};
      let runner: unknown;
      for (const program of partsOf(each))
        runner = await instantiated(await gluedPart(each, program), provided);
      expect(() => invoke(runner, 'run')).not.toThrow();
    });
  });
