/**
 * What no peer should say. Our bindings are told it by a host that does not look at what it passes, and refuse it by a trap
 * or take it for the value that the specification takes it for. And a component says it to one of ours, through a host that
 * looks: then ours never hears of it, and goes on as before.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Backend } from '../src/backends/backend.js';
import { cpp } from '../src/backends/cpp/index.js';
import { rust } from '../src/backends/rust/index.js';
import { nodeHost } from '../src/base/node-host.js';
import { generate } from '../src/driver/generate.js';
import { writeFiles } from '../src/driver/write.js';
import { buildFolder } from './support/compile.js';
import { repository } from './support/golden.js';
import { cppForWasm, describeWith, mustRun, rustForWasm } from './support/toolchains.js';
import { compose } from './support/wasm/compose.js';
import { toldThrough } from './support/wasm/liar.js';
import { handleLies, lies, type Lie, type Outcome, toldOfText } from './support/wasm/lies.js';
import { WasmTools } from './support/wasm/tools.js';
import { asked, seen } from './support/wasm/victim.js';

type Language = 'cpp' | 'rust';

const sources = join(repository, 'test/hostile');

/** Generates the bindings of a component of ours in a folder. */
async function generated(backend: Backend, folder: string): Promise<string> {
  const { files, diagnostics } = await generate(
    { wit: sources, world: 'victim', abi: 'canonical', backend },
    nodeHost,
  );
  expect(diagnostics).toEqual([]);
  await writeFiles(files, folder, nodeHost);
  return folder;
}

/** Optimized, since what a compiler may take for granted must not let a lie pass. */
const builds: Readonly<Record<Language, () => Promise<Uint8Array<ArrayBuffer>>>> = {
  cpp: async () => {
    const folder = await generated(cpp, buildFolder('hostile-cpp'));
    const module = join(folder, 'victim.wasm');
    const strict = ['-std=c++23', '-O1', '-Wall', '-Wextra', '-Werror', '-fno-exceptions', '-fno-rtti'];
    const objects = [join(sources, 'victim.cpp'), join(folder, 'victim.cpp')].map((source, index) => {
      const object = join(folder, `${String(index)}.o`);
      mustRun(cppForWasm.command, [
        ...cppForWasm.flags,
        ...strict,
        `-I${folder}`,
        '-c',
        source,
        '-o',
        object,
      ]);
      return object;
    });
    // Told to optimize here, too, clang would run a `wasm-opt` if there is one, for longer than it takes itself.
    const link = ['-mexec-model=reactor', '-Wl,--strip-debug', '-o', module];
    mustRun(cppForWasm.command, [...cppForWasm.flags, ...objects, ...link]);
    return new Uint8Array(readFileSync(module));
  },
  rust: async () => {
    const folder = await generated(rust, buildFolder('hostile-rust'));
    const module = join(folder, 'victim.wasm');
    const target = [
      '--target=wasm32-unknown-unknown',
      '-Clinker=wasm-ld-19',
      '-Cpanic=abort',
      '-Copt-level=1',
    ];
    const crate = ['--edition=2024', '--crate-type=cdylib', '--crate-name=victim', '-Dwarnings'];
    const env = { BINDINGS: join(folder, 'victim.rs') };
    mustRun(rustForWasm, [...target, ...crate, join(sources, 'victim.rs'), '-o', module], { env });
    return new Uint8Array(readFileSync(module));
  },
};

/**
 * How jco and the modules that it puts between components refuse something. It looks handles up in a table that is not there
 * before there is a handle.
 */
const isRefusal = /^RuntimeError: |^TypeError: Cannot read properties of undefined/;

/** What jco lets through: it copies texts from component to component without a look, although the specification has one. */
const throughJco = ({ outcome, isSpoiltText }: Lie, language: Language): Outcome =>
  isSpoiltText ? outcome[language] : outcome.host;

const titled = (each: readonly Lie[]) => each.map((lie) => [`${lie.kind}: ${lie.title}`, lie] as const);

describeWith(['C++ for wasm32', 'Rust for wasm32', 'wasm-ld-19'], 'hostile peers', () => {
  const tools = new WasmTools();
  afterAll(() => tools.close());

  describe.each<Language>(['cpp', 'rust'])('of %s', (language) => {
    let binary: Uint8Array<ArrayBuffer>;
    let module: WebAssembly.Module;
    beforeAll(async () => {
      binary = await builds[language]();
      module = new WebAssembly.Module(binary);
    });

    test.each(titled(lies))('as a host that passes %s', (_, lie) => {
      expect(seen(module, lie)).toBe(lie.outcome[language]);
    });

    test.each(titled([...lies, ...handleLies.slice(0, 1)]))('as a host that answers %s', (_, lie) => {
      expect(asked(module, lie)).toBe(lie.outcome[language]);
    });

    test('as a component, refused by a host', async () => {
      const ours = await tools.componentNew(binary);
      const theirs = await tools.componentNew(
        await tools.embedded(readFileSync(join(sources, 'liar.wat'), 'utf8'), {
          witPath: sources,
          world: 'liar',
          features: [],
        }),
      );
      const isAsked = (name: string): boolean => name === 'test:hostile/asked';
      const host = await tools.transpile(compose([theirs, ours], new Map(), isAsked), 'hostile');
      const all = [...lies, ...handleLies];
      const told = await toldThrough(host, buildFolder('hostile'), all, 'hällo');
      const shown = told.map(({ lie, text }, index) => {
        const { kind, title } = all[index] ?? {};
        return { kind, title, text, lie: typeof lie === 'string' && isRefusal.test(lie) ? 'refused' : lie };
      });
      const text = toldOfText('hällo');
      expect(shown).toEqual(
        all.map((lie) => ({ kind: lie.kind, title: lie.title, text, lie: throughJco(lie, language) })),
      );
    });
  });
});
