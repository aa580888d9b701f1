/** Finds the runtime tests of a checkout of wit-bindgen: folders with a `test.wit` and programs beside it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { annotationsOf, wordsOf, type Annotation } from './annotations.js';

/** The languages that we have a generator for, by the file ending of their programs. */
export type PeerLanguage = 'cpp' | 'rust';

const languageOf: Readonly<Record<string, PeerLanguage>> = { cpp: 'cpp', rs: 'rust' };

/** One component's source, and one way to build it. */
export interface PeerProgram {
  /** The name of its file, with the way that it is built in. */
  readonly name: string;
  readonly path: string;
  /** `plain`, or the name of a table among its annotations, which the source sees as `--cfg name` or as a macro `NAME`. */
  readonly way: string;
  readonly language: PeerLanguage;
  /** The world that it is written for. */
  readonly world: string;
  /** Arguments of wit-bindgen's generator. */
  readonly args: readonly string[];
  /** Arguments of the compiler. */
  readonly flags: readonly string[];
  /** Files of crates that it uses, below its folder. */
  readonly externs: readonly string[];
}

/** One runtime test: a world that runs and the worlds that it is composed with. */
export interface PeerTest {
  /** Its folder, below the folder of all tests. */
  readonly name: string;
  readonly folder: string;
  /** What the generator is given: a file, or the folder where it has dependencies. */
  readonly wit: string;
  readonly isAsync: boolean;
  /** Whether the harness adds the generator's usual arguments of its own. */
  readonly usualArguments: boolean;
  readonly runner: string;
  readonly dependencies: readonly string[];
  /** The text that says how components are composed, where it is said. */
  readonly composition: string | undefined;
  readonly programs: readonly PeerProgram[];
}

/** Where the runtime tests of a checkout are. */
export const runtimeTests = (checkout: string): string => join(checkout, 'tests/runtime');

/** All runtime tests below a folder, in the order of their names. */
export function discoverTests(root: string): readonly PeerTest[] {
  return testFolders(root)
    .sort()
    .map((name) => readTest(root, name));
}

function testFolders(root: string, below = ''): string[] {
  const folder = join(root, below);
  if (existsSync(join(folder, 'test.wit'))) return [below];
  const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return inside.flatMap((entry) => testFolders(root, join(below, entry.name)));
}

function readTest(root: string, name: string): PeerTest {
  const folder = join(root, name);
  const said = annotationsOf(readFileSync(join(folder, 'test.wit'), 'utf8'));
  const runner = wordsOf(said.get('runner'))[0] ?? 'runner';
  const dependencies = said.has('dependencies') ? wordsOf(said.get('dependencies')) : ['test'];
  const composition = wordsOf(said.get('wac'))[0];
  return {
    name,
    folder,
    wit: existsSync(join(folder, 'deps')) ? folder : join(folder, 'test.wit'),
    isAsync: said.get('async') === true || said.get('error-context') === true,
    usualArguments: said.get('default-bindgen-args') !== false,
    runner,
    dependencies,
    composition: composition === undefined ? undefined : readFileSync(join(folder, composition), 'utf8'),
    programs: programsIn(folder, [runner, ...dependencies]),
  };
}

/** A program belongs to the first world whose name its own begins with. */
function programsIn(folder: string, worlds: readonly string[]): readonly PeerProgram[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file) => {
      const world = worlds.find((candidate) => file.startsWith(candidate));
      const language = languageOf[file.split('.').at(-1) ?? ''];
      if (world === undefined || language === undefined) return [];
      const path = join(folder, file);
      const said = annotationsOf(readFileSync(path, 'utf8'));
      const flags = wordsOf(said.get(language === 'rust' ? 'lang.rustflags' : 'lang.cflags'));
      const externs = wordsOf(said.get('lang.externs'));
      return [plain, ...furtherWays(said)].map((way) => {
        const args = [...wordsOf(said.get('args')), ...wordsOf(said.get(`${way}.args`))];
        const name = way === plain ? file : file.replace('.', `-${way}.`);
        return { name, path, way, language, world, args, flags, externs };
      });
    });
}

/** The way that every program is built in. */
export const plain = 'plain';

/** What our own programs are built in besides: each table but `lang` is a way, with arguments of its own. */
function furtherWays(said: ReadonlyMap<string, Annotation>): readonly string[] {
  const tables = [...said.keys()].flatMap((name) => (name.includes('.') ? [name.split('.')[0] ?? ''] : []));
  return [...new Set(tables)].filter((table) => table !== 'lang');
}
