/**
 * What a call from one shared object to another costs through our bindings, beside the same call written by hand, in
 * one process and turn by turn; how many instructions it takes, and what both ends allocate for it. Run by `npm run bench`.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { ratio, table } from '../text.mjs';
import { canCount, countInstructions } from './instructions.mjs';

const here = import.meta.dirname;
const cli = join(here, '../../dist/program/main.js');
const rounds = Number(process.env.ROUNDS ?? 201);

/** The calls, by what is measured of them: names of functions of the consumers. */
const calls = [
  ['add', 'add(u32, u32)'],
  ['take_short_text', 'string of 16 bytes'],
  ['take_long_text', 'string of 64 KiB'],
  ['make_text', 'string result'],
  ['sum_numbers', 'list of 1,000 u32'],
  ['make_numbers', '… as a result'],
  ['sum_points', 'list of 1,000 plain records'],
  ['sum_entries', 'list of 1,000 records with a string'],
  ['make_entries', '… as a result'],
  ['method', 'method of a resource'],
  ['callback', 'call that calls back'],
];

const languages = { cpp: 'C++', rust: 'Rust' };

/** In `views` a Rust record has a struct of views beside it; a C++ record is looked at as it lies. */
const options = { 'rust-views': ['-O', 'ownership=borrowing-duplicate-if-necessary'] };

/** Writes bindings for both ends in every language and style. */
function generate(folder) {
  for (const language of Object.keys(languages)) {
    for (const style of ['std', 'views']) {
      for (const world of ['provider', 'consumer']) {
        const variant = `${language}-${style}`;
        const chosen = ['--abi', 'symmetric', '--lang', language, '--api', style, '--world', world];
        const to = ['--compat', ...(options[variant] ?? []), '-o', join(folder, variant, world)];
        execFileSync(process.execPath, [cli, join(here, 'wit'), ...chosen, ...to]);
      }
    }
  }
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

const rowsOf = (output) =>
  String(output)
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' ').map(Number));
const run = (command, parameters, env = {}) =>
  rowsOf(execFileSync(command, parameters, { env: { ...process.env, ...env } }));

/** A number of instructions; few are counted one by one. */
const instructions = (count) =>
  count < 10_000 ? String(Math.round(count)) : `${Math.round(count / 1000)} k`;

const nanoseconds = (time) => `${time.toFixed(time < 10 ? 2 : 0)} ns`;

/** A figure by the consumer, by the provider, and by anyone else if there is one. */
const shares = ([consumer, provider, others]) => `${consumer} + ${provider}${others ? ` + ${others}` : ''}`;

if (['g++', 'rustc'].some((tool) => spawnSync(tool, ['--version']).error)) {
  console.log('calls from one shared object to another: not measured, needs g++ and rustc');
} else {
  const parent = join(here, '../../build');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'bench-'));
  generate(join(folder, 'bindings'));
  const build = [join(here, 'build.mjs'), join(folder, 'bindings'), join(folder, 'out')];
  const { runner, counter, pairs } = JSON.parse(execFileSync(process.execPath, build));
  const rows = pairs.map(() => []);
  if (!canCount) console.log('instructions of calls: not counted, needs valgrind\n');
  for (const [call, title] of calls) {
    const consumers = pairs.flatMap(({ bound, hand }) => [bound, hand]);
    const times = run(runner, ['time', String(rounds), call, ...consumers]);
    const counts = run(runner, ['count', call, ...consumers], { LD_PRELOAD: counter });
    const taken = canCount ? countInstructions(runner, call, consumers) : undefined;
    for (const [index] of pairs.entries()) {
      const [bound, hand] = times.slice(2 * index);
      // Both of one round have had the same machine.
      const timesRatio = median(bound.map((time, round) => time / hand[round])).toFixed(2);
      const figures = [nanoseconds(median(bound)), nanoseconds(median(hand)), timesRatio];
      const [ofBound, ofHand] = taken?.slice(2 * index) ?? [];
      const counted = taken
        ? [instructions(ofBound), instructions(ofHand), ratio(ofBound, ofHand)]
        : ['-', '-', '-'];
      const allocations = [shares(counts[2 * index]), shares(counts[2 * index + 1])];
      rows[index].push([title, ...figures, ...counted, ...allocations]);
    }
  }
  for (const [index, { consumer, provider, style }] of pairs.entries()) {
    const title = `${languages[consumer]} calls ${languages[provider]}, ${style}`;
    const figures = [
      'bindings',
      'by hand',
      'ratio',
      'instructions',
      'by hand',
      'ratio',
      'allocations',
      'by hand',
    ];
    console.log(table([title, ...figures], rows[index]));
    console.log();
  }
}
