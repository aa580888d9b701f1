/**
 * What no peer should say, under the symmetric ABI: where components share their memory an address cannot be looked at, but a value
 * that is none ends the program. The lies are those of `wasm-hostile.test.ts` that have the same shape on a machine of 64 bits.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFolder } from './support/compile.js';
import { generateVictim, hostileSources as sources, type Language } from './support/hostile.js';
import { describeWith, mustRun } from './support/toolchains.js';
import { direct, lies, type Lie } from './support/wasm/lies.js';

/** With pointers inside of what a pointer leads to, these lie otherwise in a memory of 64 bits. */
const told = lies.filter(({ kind, isOfPlaces }) => !isOfPlaces && kind !== 'texts' && kind !== 'entries');

/** Where the core values of a kind lie in memory, and their type there. */
function placesOf(kind: string): readonly [type: string, offsets: readonly number[]] {
  if (kind === 'option' || kind === 'result') return ['uint32_t', [0, 4]];
  return ['uint64_t', [0, 8, 16]];
}

/** How the peer says it, as an element of an array in C++. */
function spelled({ kind, said }: Lie): string {
  const ask = `testX3AhostileX2FaskedX00ask_${kind}`;
  const pointers: string[] = [];
  // What has more than 32 bits stands for a copy of bytes.
  const isPointer = (value: number): boolean => value >= firstPointer;
  const firstPointer = 0x100000000;
  const values = said({
    put: (bytes) => firstPointer + pointers.push(`copy({${bytes.join(', ')}})`) - 1,
    end: 0,
  });
  if (direct.has(kind)) return `{${ask}, {${String(values[0])}, nullptr}},`;
  const [type, offsets] = placesOf(kind);
  const stores = values.map((value, index) => {
    const number = `${type}{${String(value >>> 0)}u}`;
    const stored = isPointer(value) ? pointers[value - firstPointer] : number;
    return `store(area + ${String(offsets[index])}, ${stored ?? ''});`;
  });
  return `{${ask}, {0, [](uint8_t* area) { ${stores.join(' ')} }}},`;
}

const strict = ['-std=c++23', '-O1', '-Wall', '-Wextra', '-Werror', '-fno-exceptions'];

/** What links a component of ours, by language. */
const builds: Readonly<Record<Language, (folder: string) => Promise<readonly string[]>>> = {
  cpp: async (folder) => {
    await generateVictim('cpp', 'symmetric', folder);
    return [`-I${folder}`, join(sources, 'victim.cpp'), join(folder, 'victim.cpp')];
  },
  rust: async (folder) => {
    await generateVictim('rust', 'symmetric', folder);
    const library = join(folder, 'libvictim.a');
    const crate = [
      '--edition=2024',
      '--crate-type=staticlib',
      '--crate-name=victim',
      '-Dwarnings',
      '-Copt-level=1',
    ];
    const env = { BINDINGS: join(folder, 'victim.rs') };
    mustRun('rustc', [...crate, join(sources, 'victim.rs'), '-o', library], { env });
    return [library];
  },
};

describeWith(['g++', 'rustc'], 'a hostile component in one process', () => {
  test.each<Language>(['cpp', 'rust'])('is refused by one in %s', async (language) => {
    const folder = buildFolder(`native-hostile-${language}`);
    const ours = await builds[language](folder);
    const nullHandle = '{testX3AhostileX2FaskedX00ask_thing, {}},';
    writeFileSync(join(folder, 'lies.inc'), [...told.map(spelled), nullHandle].join('\n'));
    const program = join(folder, 'program');
    mustRun('g++', [...strict, `-I${folder}`, join(sources, 'peer.cpp'), ...ours, '-o', program]);
    const lines = mustRun(program, []).split('\n');
    // What ends a program also says why.
    const outcomes = lines.filter((line) => /^(\d+|refused|signal \d+)$/.test(line));
    const titles = [...told.map(({ kind, title }) => `${kind}: ${title}`), 'thing: no handle'];
    expect(titles.map((title, index) => [title, outcomes[index]])).toEqual([
      ...told.map(({ outcome }, index) => [titles[index], String(outcome[language])]),
      ['thing: no handle', 'refused'],
    ]);
  });
});
