/**
 * What no peer should say. Our bindings are told it by a host that does not look at what it passes, and refuse it by a trap
 * or take it for the value that the specification takes it for. And a component says it to one of ours, through a host that
 * looks: then ours never hears of it, and goes on as before.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder } from './support/compile.js';
import { repository } from './support/golden.js';
import { generateVictim, hostileSources as sources, type Language } from './support/hostile.js';
import { cppForWasm, describeWhere, describeWith, mustRun, rustForWasm } from './support/toolchains.js';
import { compose } from './support/wasm/compose.js';
import { liarSaying, toldThrough } from './support/wasm/liar.js';
import { handleLies, lies, type Lie, type Outcome, toldOfText } from './support/wasm/lies.js';
import { WasmTools } from './support/wasm/tools.js';
import { asked, seen, takenAsText } from './support/wasm/victim.js';

/** Optimized, since what a compiler may take for granted must not let a lie pass. */
const builds: Readonly<Record<Language, () => Promise<Uint8Array<ArrayBuffer>>>> = {
  cpp: async () => {
    const folder = buildFolder('hostile-cpp');
    await generateVictim('cpp', 'canonical', folder);
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
    const folder = buildFolder('hostile-rust');
    await generateVictim('rust', 'canonical', folder);
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

const liarText = (): string => readFileSync(join(sources, 'liar.wat'), 'utf8');

/** What a component can answer. */
const all = [...lies, ...handleLies];
const titles = all.map(({ kind, title }) => `${kind}: ${title}`);

/** The bytes at the ends of all ranges that texts consist of. */
const ends = [
  ...[
    0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee,
    0xef,
  ],
  ...[0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xf8, 0xfc, 0xff],
];
/** Those of bytes behind the first, and behind the second, about which sequences do not differ. */
const following = ends.filter((byte) => byte >= 0x7f && byte <= 0xc0);
const last = [0x7f, 0x80, 0xbf, 0xc0];

const one = ends.map((byte) => [byte]);
const two = one.flatMap((begun) => ends.map((byte) => [...begun, byte]));
const three = one.flatMap((begun) =>
  following.flatMap((second) => last.map((byte) => [...begun, second, byte])),
);
const four = three.flatMap((begun) => last.map((byte) => [...begun, byte]));
const nearlyText: readonly (readonly number[])[] = [...one, ...two, ...three, ...four];

/** Whether bytes are UTF-8, as Node says. */
function isText(bytes: readonly number[]): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
    return true;
  } catch {
    return false;
  }
}

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

    test('by bytes that are nearly text', () => {
      const taken = takenAsText(module, nearlyText);
      expect(taken).toEqual(language === 'rust' ? nearlyText.filter(isText) : nearlyText);
    });

    test('as a component, refused by jco', async () => {
      const host = await tools.transpile(await composed(binary, liarText()), 'hostile');
      const told = await toldThrough(host, buildFolder('hostile'), all, 'hällo');
      const text = toldOfText('hällo');
      const shown = told.map((each, index) => {
        const { lie } = each;
        const isRefused = typeof lie === 'string' && isRefusal.test(lie);
        return [titles[index], isRefused ? 'refused' : lie, each.text];
      });
      expect(shown).toEqual(all.map((lie, index) => [titles[index], throughJco(lie, language), text]));
    });

    describeWhere('wasmtime for Python', 'pip install wasmtime', 'as a component', () => {
      test('refused by wasmtime', async () => {
        const folder = buildFolder('hostile-wasmtime');
        const asking: string[] = [];
        for (const [index, lie] of all.entries()) {
          const file = join(folder, `${String(index)}.wasm`);
          writeFileSync(file, await composed(binary, liarSaying(liarText(), lie)));
          asking.push(`${file}=ask-${lie.kind}`);
        }
        const script = join(repository, 'test/support/wasm/wasmtime-ask.py');
        const lines = mustRun('python3', [script, ...asking]).split('\n');
        const outcomes = lines.filter((line) => /^(\d+|refused)$/.test(line));
        expect(titles.map((title, index) => [title, outcomes[index]])).toEqual(
          all.map(({ outcome }, index) => [titles[index], String(outcome.host)]),
        );
      });
    });
  });

  /** The liar and ours in one component. */
  async function composed(binary: Uint8Array, text: string): Promise<Uint8Array> {
    const liarWorld = { witPath: sources, world: 'liar', features: [] };
    const liar = await tools.componentNew(await tools.embedded(text, liarWorld));
    const isAsked = (name: string): boolean => name === 'test:hostile/asked';
    return compose([liar, await tools.componentNew(binary)], new Map(), isAsked);
  }
});
