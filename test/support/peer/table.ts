/** What came of the trials, as a table for people and as numbers. */
import { expectation, type Expected } from './expected.js';
import type { Trial } from './trial.js';

/** A table of all trials and a summary; `good` if nothing is other than expected. */
export interface Report {
  readonly text: string;
  readonly good: boolean;
}

/** How many lines of what a tool said are shown. */
const shownLines = 30;

/** Reports on the trials. Entries of `expected` for tests that were not among them are left alone. */
export function report(trials: readonly Trial[], expected: readonly Expected[]): Report {
  const rows = trials.map((trial) => ({ trial, entry: entryFor(trial, expected) }));
  const surprising = rows.filter(
    ({ trial, entry }) => trial.outcome.kind === 'failed' && entry === undefined,
  );
  const tried = new Set(trials.map(({ test }) => test));
  const needless = expected.filter(
    (entry) =>
      tried.has(entry.test) &&
      !rows.some((row) => row.entry === entry && row.trial.outcome.kind === 'failed'),
  );
  const lines = [
    ...rows.map(({ trial, entry }) => row(trial, entry)),
    ...details(surprising.map(({ trial }) => trial)),
    ...needless.map(({ test, reason }) => `\n${test} works now: delete what is expected of it (${reason})`),
    '',
    ...summary(trials),
  ];
  return { text: `${lines.join('\n')}\n`, good: surprising.length === 0 && needless.length === 0 };
}

function entryFor({ test, programs }: Trial, expected: readonly Expected[]): Expected | undefined {
  return expectation(
    expected,
    test,
    programs.map(({ name }) => name),
  );
}

function titleOf({ test, programs }: Pick<Trial, 'test' | 'programs'>): string {
  return [test.padEnd(36), programs.map(({ name }) => name).join(' + ')].join(' ').trimEnd();
}

function row(trial: Trial, entry: Expected | undefined): string {
  const { outcome } = trial;
  if (outcome.kind === 'passed') return `passed   ${titleOf(trial)}`;
  const why = outcome.why.split('\n')[0] ?? '';
  if (outcome.kind === 'not-run') return `not run  ${titleOf(trial)}: ${why}`;
  return `failed   ${titleOf(trial)}: ${entry ? `expected: ${entry.reason}` : outcome.step}`;
}

/** What the tools said, once where a program spoils several combinations. */
function details(trials: readonly Trial[]): readonly string[] {
  const told = new Set<string>();
  return trials.flatMap(({ test, programs, outcome }) => {
    if (outcome.kind !== 'failed' || told.has(outcome.why)) return [];
    told.add(outcome.why);
    const said = outcome.why.split('\n').slice(0, shownLines);
    return ['', `${titleOf({ test, programs })}: ${outcome.step}`, ...said.map((line) => `  ${line}`)];
  });
}

/** Combinations and tests counted, and which languages were paired. */
function summary(trials: readonly Trial[]): readonly string[] {
  const count = (some: readonly Trial[]): string => {
    const by = (kind: string): number => some.filter(({ outcome }) => outcome.kind === kind).length;
    return `${String(by('passed'))} passed, ${String(by('failed'))} failed, ${String(by('not-run'))} not run`;
  };
  const pairings = new Map<string, Trial[]>();
  for (const trial of trials.filter(({ programs }) => programs.length > 0)) {
    const [runner, ...others] = trial.programs.map(({ language }) => language);
    const pairing = `${runner ?? ''} with ${[...new Set(others)].sort().join(' and ')}`;
    pairings.set(pairing, [...(pairings.get(pairing) ?? []), trial]);
  }
  const whole = [...new Set(trials.map(({ test }) => test))].filter((name) =>
    trials.every(({ test, outcome }) => test !== name || outcome.kind === 'passed'),
  );
  return [
    ...[...pairings].sort().map(([pairing, some]) => `${pairing}: ${count(some)}`),
    `combinations: ${count(trials)}`,
    `tests that pass in all combinations: ${String(whole.length)}`,
  ];
}
