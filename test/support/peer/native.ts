/** Programs as shared objects, linked with each other and run under what watches them. */
import { mkdirSync, readFileSync } from 'node:fs';
import { nodeHost } from '../../../src/base/node-host.js';
import { inspect } from '../../../src/driver/inspect.js';
import { sanitizerOptions } from '../sanitizers.js';
import { requestOf, type PeerRequest } from './arguments.js';
import { hasAllocator } from './allocators.js';
import { textOf, witOf } from './bindings.js';
import type { PeerProgram, PeerTest } from './discover.js';
import { command, Failure, step, watchCommands, watchFlags } from './tools.js';
import type { Member, Platform, Unrun, Workshop } from './trial.js';
import { compileProgram, linkComponent, withLinkingFiles, type Objects, type Toolbox } from './build.js';
import { linkOrder, renamesOf, type Renames, type WorldSymbols } from './composition.js';
import { renameSymbols } from './symbols.js';

/** The files that a program adds to the executable. */
export interface NativePart {
  readonly files: readonly string[];
  readonly hasMain: boolean;
}

/** The symmetric ABI on this machine. */
export function nativePlatform(toolbox: Toolbox): Platform<NativePart> {
  return {
    moreArguments: allocatorOf,
    workshop: async (test, programs): Promise<Workshop<NativePart> | Unrun> => {
      const linking = await linkingOf(test, programs);
      if ('kind' in linking) return linking;
      return {
        build: (program, request, folder) => build(test, program, request, folder, linking, toolbox),
        run: (members, path) => {
          runTogether(members, linking.order, path, toolbox);
          return Promise.resolve();
        },
      };
    },
  };
}

interface Linking {
  /** The worlds in the order in which they are linked. */
  readonly order: readonly string[];
  /** Undefined where symbols keep the names that the generated files give them. */
  readonly renames: Renames | undefined;
  readonly worlds: readonly WorldSymbols[];
}

/** The symbols of all worlds, and what they are called when they are together. */
async function linkingOf(test: PeerTest, programs: readonly PeerProgram[]): Promise<Linking | Unrun> {
  const worlds: WorldSymbols[] = [];
  for (const world of [test.runner, ...test.dependencies]) {
    const request = programs
      .filter((program) => program.world === world)
      .map(({ language, args }) => requestOf(language, args))
      .find((one): one is PeerRequest => typeof one !== 'string');
    const features = request?.features ?? [];
    const asked = { ...witOf(test, world, features, 'symmetric'), format: 'symbols' } as const;
    const { text, diagnostics } = await inspect(asked, nodeHost);
    if (text === undefined) return { kind: 'not-run', why: textOf(diagnostics) };
    const named = (kind: string): readonly string[] =>
      text.split('\n').flatMap((row) => (row.startsWith(`${kind} `) ? [row.slice(2)] : []));
    worlds.push({ world, defined: named('T'), needed: named('U') });
  }
  const order = programs.some(hasBindingsOfItsOwn)
    ? undefined
    : linkOrder(test.composition, worlds, test.runner);
  if (order) return { worlds, order, renames: undefined };
  const renames = renamesOf(test.composition, worlds, test.runner);
  return { worlds, order: worlds.map(({ world }) => world), renames };
}

/** Bindings that a macro makes are not accompanied by files that help to link. */
const hasBindingsOfItsOwn = ({ path }: PeerProgram): boolean =>
  readFileSync(path, 'utf8').includes('generate!');

async function build(
  test: PeerTest,
  program: PeerProgram,
  request: PeerRequest,
  folder: string,
  { renames, worlds }: Linking,
  toolbox: Toolbox,
): Promise<NativePart> {
  const defined = worlds.find(({ world }) => world === program.world)?.defined ?? [];
  const renamed = renames?.get(program.world) ?? new Map<string, string>();
  mkdirSync(folder, { recursive: true });
  const hasMain = /^(?:pub )?(?:fn|int) main\(/m.test(readFileSync(program.path, 'utf8'));
  const becomes = hasMain ? 'executable' : 'component';
  // Rust with files that help to link has each export by its plain name, too, which renaming would take for an import.
  const linking = renames ? {} : { linking: ['yes'] };
  const asked = { ...request, options: { ...request.options, ...linking } };
  const compiled = await compileOnce(test, program, asked, becomes, folder, toolbox);
  // Also without a composition: what a program exports by hand is called as in WebAssembly.
  renameSymbols(compiled.files, renamed);
  const objects = renames ? compiled : withLinkingFiles(compiled, program, toolbox);
  if (hasMain) return { files: objects.files, hasMain };
  // A runner whose bindings are its own affair exports what it is called by all the same.
  const visible = program.world === test.runner ? [...new Set([...defined, 'run'])] : defined;
  const name = program.name.replaceAll('.', '-');
  return { files: [linkComponent({ ...objects, folder }, name, visible, renamed, toolbox)], hasMain };
}

/** Sanitizers watch what C++ compilers compile; Rust programs are the same with and without them. */
async function compileOnce(...args: Parameters<typeof compileProgram>): Promise<Objects> {
  const [, { language, path, way }, , , , { compiled }] = args;
  const key = `${path} ${way}`;
  const objects = compiled.get(key) ?? (await compileProgram(...args));
  if (language === 'rust') compiled.set(key, objects);
  return objects;
}

/** A Rust program with an allocator of its own has to say so: what changes hands comes from `malloc`. */
const allocatorOf = (test: PeerTest, program: PeerProgram): readonly string[] =>
  hasAllocator(test, program) ? ['--allocator', 'malloc'] : [];

function runTogether(
  members: readonly Member<NativePart>[],
  order: readonly string[],
  executable: string,
  { watch, cpp, main }: Toolbox,
): void {
  const parts = order.flatMap((world) => members.filter(({ program }) => program.world === world));
  const files = parts.flatMap(({ part }) => part.files);
  if (!parts.some(({ part }) => part.hasMain)) files.unshift(...main);
  // A program with an allocator of its own comes before the std that has one, too.
  const system = ['-Wl,-z,muldefs', '-lpthread', '-ldl', '-lm'];
  const args = ['-Wl,--no-as-needed', ...files, ...system, '-o', executable];
  step('link', cpp.command, [...cpp.flags, ...watchFlags[watch], ...args]);
  for (const before of watchCommands[watch]) {
    const words = [...before, executable];
    const env = { ...sanitizerOptions, WIT_TEST_WAYS: members.map(({ program }) => program.way).join(' ') };
    const { code, output } = command(words[0] ?? executable, words.slice(1), { env });
    const why = output.trim() === '' ? `answered ${String(code)}` : output;
    if (code !== 0) throw new Failure('run', why);
  }
}
