/** One test: its programs built once, then every combination of them run. */
import { join } from 'node:path';
import { requestOf, type PeerRequest } from './arguments.js';
import { plain, type PeerLanguage, type PeerProgram, type PeerTest } from './discover.js';
import { Failure } from './tools.js';

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

/** A program of a combination and what it was built to. */
export interface Member<Part> {
  readonly program: PeerProgram;
  readonly part: Part;
}

/** Builds and runs the programs of one test. What goes wrong is thrown as a `Failure`. */
export interface Workshop<Part> {
  build(program: PeerProgram, request: PeerRequest, folder: string): Promise<Part>;
  /** Runs a combination, the runner first; `path` is free for a file or a folder. */
  run(members: readonly Member<Part>[], path: string): Promise<void>;
}

/** What programs are built for. */
export interface Platform<Part> {
  /** Arguments that a program needs beside its own. */
  moreArguments(test: PeerTest, program: PeerProgram): readonly string[];
  /** Ready for the programs of a test, or why it cannot be. */
  workshop(test: PeerTest, programs: readonly PeerProgram[]): Promise<Workshop<Part> | Unrun>;
}

/** Why something was not run. */
export type Unrun = Extract<Outcome, { kind: 'not-run' }>;

type Built<Part> = { readonly kind: 'built'; readonly part: Part } | Exclude<Outcome, { kind: 'passed' }>;

/** Builds and runs a test in all combinations of programs in the given languages. */
export async function tryTest<Part>(
  test: PeerTest,
  languages: readonly PeerLanguage[],
  folder: string,
  platform: Platform<Part>,
): Promise<readonly Trial[]> {
  const whole = (why: string): readonly Trial[] => [
    { test: test.name, programs: [], outcome: { kind: 'not-run', why } },
  ];
  const programs = test.programs.filter(({ language }) => languages.includes(language));
  const combinations = combined([test.runner, ...test.dependencies], programs);
  if (combinations.length === 0) return whole(`no programs in ${languages.join(', ')} for every world`);
  if (test.isAsync) return whole('asynchronous');
  const workshop = await platform.workshop(test, programs);
  if ('kind' in workshop) return whole(workshop.why);
  const place = join(folder, test.name);
  const built = new Map<PeerProgram, Built<Part>>();
  for (const program of new Set(combinations.flat())) {
    const usual = test.usualArguments && program.language === 'rust' ? ['--generate-all'] : [];
    const args = [...usual, ...platform.moreArguments(test, program), ...program.args];
    built.set(program, await build(program, args, join(place, program.name), workshop));
  }
  const trials: Trial[] = [];
  for (const combination of combinations) {
    const outcome = await runTogether(combination, built, place, workshop);
    trials.push({ test: test.name, programs: combination, outcome });
  }
  return trials;
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

async function build<Part>(
  program: PeerProgram,
  args: readonly string[],
  folder: string,
  workshop: Workshop<Part>,
): Promise<Built<Part>> {
  const request = requestOf(program.language, args);
  if (typeof request === 'string') return { kind: 'not-run', why: request };
  return unlessFailed(async () => ({
    kind: 'built',
    part: await workshop.build(program, request, folder),
  }));
}

function runTogether<Part>(
  programs: readonly PeerProgram[],
  built: ReadonlyMap<PeerProgram, Built<Part>>,
  folder: string,
  workshop: Workshop<Part>,
): Promise<Outcome> | Outcome {
  const members: Member<Part>[] = [];
  for (const program of programs) {
    const one = built.get(program);
    if (one === undefined) throw new Error(`${program.name} was not built`);
    if (one.kind !== 'built') return { ...one, why: `${program.name}: ${one.why}` };
    members.push({ program, part: one.part });
  }
  const path = join(folder, programs.map(({ name }) => name).join('+'));
  return unlessFailed<Outcome>(async () => {
    await workshop.run(members, path);
    return { kind: 'passed' };
  });
}

async function unlessFailed<Good>(
  make: () => Promise<Good>,
): Promise<Good | Exclude<Outcome, { kind: 'passed' }>> {
  try {
    return await make();
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    const { step, said } = failure;
    // Our generator says itself that it cannot do this.
    if (step === 'generate' && said.startsWith('unsupported-')) return { kind: 'not-run', why: said };
    return { kind: 'failed', step, why: said };
  }
}
