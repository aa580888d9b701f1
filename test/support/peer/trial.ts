/** One test: its programs built once, then every combination of them run. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeHost } from '../../../src/base/node-host.js';
import { inspect } from '../../../src/driver/inspect.js';
import { sanitizerOptions } from '../sanitizers.js';
import { requestOf, type PeerRequest } from './arguments.js';
import {
  compileProgram,
  linkComponent,
  textOf,
  withLinkingFiles,
  witOf,
  type Objects,
  type Toolbox,
} from './build.js';
import { linkOrder, renamesOf, type Renames, type WorldSymbols } from './composition.js';
import { plain, type PeerLanguage, type PeerProgram, type PeerTest } from './discover.js';
import { renameSymbols } from './symbols.js';
import { command, Failure, step, watchCommands, watchFlags } from './tools.js';

/** How one combination of programs ended; `why` is for readers and may have many lines. */
export type Outcome =
  | { readonly kind: 'passed' }
  | { readonly kind: 'failed'; readonly step: Failure['step']; readonly why: string }
  | { readonly kind: 'not-run'; readonly why: string };

/** A combination: one program for each world of the test, the runner first. */
export interface Trial {
  readonly test: string;
  readonly programs: readonly PeerProgram[];
  readonly outcome: Outcome;
}

/** The files that a program adds to the executable, or why it was not built. */
type Built =
  { readonly files: readonly string[]; readonly hasMain: boolean } | Exclude<Outcome, { kind: 'passed' }>;

/** Builds and runs a test in all combinations of programs in the given languages. */
export async function tryTest(
  test: PeerTest,
  languages: readonly PeerLanguage[],
  folder: string,
  toolbox: Toolbox,
): Promise<readonly Trial[]> {
  const whole = (why: string): readonly Trial[] => [
    { test: test.name, programs: [], outcome: { kind: 'not-run', why } },
  ];
  const programs = test.programs.filter(({ language }) => languages.includes(language));
  const combinations = combined([test.runner, ...test.dependencies], programs);
  if (combinations.length === 0) return whole(`no programs in ${languages.join(', ')} for every world`);
  if (test.isAsync) return whole('asynchronous');
  const built = new Map<PeerProgram, Built>();
  const linking = await linkingOf(test, programs);
  if ('kind' in linking) return whole(linking.why);
  for (const program of new Set(combinations.flat())) {
    const place = join(folder, test.name, program.name);
    built.set(program, await build(test, program, place, linking, toolbox));
  }
  return combinations.map((combination) => {
    const place = join(folder, test.name);
    return {
      test: test.name,
      programs: combination,
      outcome: runTogether(combination, built, linking.order, place, toolbox),
    };
  });
}

/**
 * Every choice of one program for each world, as long as all are built in one way. Where a world has no program that is
 * built in it, those that are built as always stand in; the first of them does for a way that only the runner is built in.
 */
function combined(worlds: readonly string[], programs: readonly PeerProgram[]): readonly PeerProgram[][] {
  const ways = new Set(programs.map(({ way }) => way));
  return [...ways].flatMap((way) => {
    const builtIn = programs.filter((program) => program.way === way);
    const ofRunner = builtIn.every(({ world }) => world === worlds[0]);
    const candidates = worlds.map((world) => {
      const inWay = builtIn.filter((program) => program.world === world);
      if (inWay.length > 0) return inWay;
      const standIns = programs.filter((program) => program.world === world && program.way === plain);
      return ofRunner ? standIns.slice(0, 1) : standIns;
    });
    return candidates.reduce<PeerProgram[][]>(
      (before, next) => before.flatMap((chosen) => next.map((program) => [...chosen, program])),
      [[]],
    );
  });
}

interface Linking {
  /** The worlds in the order in which they are linked. */
  readonly order: readonly string[];
  /** Undefined where symbols keep the names that the generated files give them. */
  readonly renames: Renames | undefined;
  readonly worlds: readonly WorldSymbols[];
}

/** The symbols of all worlds, and what they are called when they are together. */
async function linkingOf(
  test: PeerTest,
  programs: readonly PeerProgram[],
): Promise<Linking | { readonly kind: 'not-run'; readonly why: string }> {
  const worlds: WorldSymbols[] = [];
  for (const world of [test.runner, ...test.dependencies]) {
    const request = programs
      .filter((program) => program.world === world)
      .map(({ language, args }) => requestOf(language, args))
      .find((one): one is PeerRequest => typeof one !== 'string');
    const features = request?.features ?? [];
    const asked = { ...witOf(test, world, features), format: 'symbols' } as const;
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
  folder: string,
  { renames, worlds }: Linking,
  toolbox: Toolbox,
): Promise<Built> {
  const usual = test.usualArguments && program.language === 'rust' ? ['--generate-all'] : [];
  const request = requestOf(program.language, [...usual, ...allocatorOf(test, program), ...program.args]);
  if (typeof request === 'string') return { kind: 'not-run', why: request };
  const defined = worlds.find(({ world }) => world === program.world)?.defined ?? [];
  const renamed = renames?.get(program.world) ?? new Map<string, string>();
  mkdirSync(folder, { recursive: true });
  const hasMain = /^(?:pub )?(?:fn|int) main\(/m.test(readFileSync(program.path, 'utf8'));
  try {
    const becomes = hasMain ? 'executable' : 'component';
    const compiled = await compileOnce(test, program, request, becomes, folder, toolbox);
    // Also without a composition: what a program exports by hand is called as in WebAssembly.
    renameSymbols(compiled.files, renamed);
    const objects = renames ? compiled : withLinkingFiles(compiled, program, toolbox);
    if (hasMain) return { files: objects.files, hasMain };
    // A runner whose bindings are its own affair exports what it is called by all the same.
    const visible = program.world === test.runner ? [...new Set([...defined, 'run'])] : defined;
    const name = program.name.replaceAll('.', '-');
    return { files: [linkComponent({ ...objects, folder }, name, visible, renamed, toolbox)], hasMain };
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    return isUnsupported(failure)
      ? { kind: 'not-run', why: failure.said }
      : { kind: 'failed', step: failure.step, why: failure.said };
  }
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
function allocatorOf(test: PeerTest, program: PeerProgram): readonly string[] {
  const text = readFileSync(program.path, 'utf8');
  const modules = [...text.matchAll(/(?:#\[path = "([^"]*)"\]\s*)?mod (\w+);/g)].map(([, path, name = '']) =>
    join(test.folder, path ?? `${name}.rs`),
  );
  const has = modules.some((file) => readFileSync(file, 'utf8').includes('#[global_allocator]'));
  return has ? ['--allocator', 'malloc'] : [];
}

/** Whether our generator says itself that it cannot do this. */
const isUnsupported = ({ step, said }: Failure): boolean =>
  step === 'generate' && said.startsWith('unsupported-');

function runTogether(
  programs: readonly PeerProgram[],
  built: ReadonlyMap<PeerProgram, Built>,
  order: readonly string[],
  folder: string,
  { watch, cpp, main }: Toolbox,
): Outcome {
  const files: string[] = [];
  let hasMain = false;
  const inOrder = order.flatMap((world) => programs.filter((program) => program.world === world));
  for (const program of inOrder) {
    const one = built.get(program);
    if (one === undefined) throw new Error(`${program.name} was not built`);
    if ('kind' in one) return { ...one, why: `${program.name}: ${one.why}` };
    files.push(...one.files);
    hasMain ||= one.hasMain;
  }
  if (!hasMain) files.unshift(...main);
  const executable = join(folder, programs.map(({ name }) => name).join('+'));
  try {
    // A program with an allocator of its own comes before the std that has one, too.
    const args = [
      '-Wl,--no-as-needed',
      ...files,
      '-Wl,-z,muldefs',
      '-lpthread',
      '-ldl',
      '-lm',
      '-o',
      executable,
    ];
    step('link', cpp.command, [...cpp.flags, ...watchFlags[watch], ...args]);
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    return { kind: 'failed', step: 'link', why: failure.said };
  }
  for (const before of watchCommands[watch]) {
    const words = [...before, executable];
    const env = { ...sanitizerOptions, WIT_TEST_WAYS: programs.map(({ way }) => way).join(' ') };
    const { code, output } = command(words[0] ?? executable, words.slice(1), { env });
    const why = output.trim() === '' ? `answered ${String(code)}` : output;
    if (code !== 0) return { kind: 'failed', step: 'run', why };
  }
  return { kind: 'passed' };
}
