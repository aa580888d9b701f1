/**
 * Instructions that calls take, counted by valgrind's callgrind: unlike times, they are the same on every machine and in
 * every run.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How often `runner repeat` calls, beginning with the check that all consumers answer the same. */
const [less, more] = [8, 16];

export const canCount = !spawnSync('valgrind', ['--version']).error;

/** Instructions of one call by each consumer, on both sides of the boundary and in what they call. */
export function countInstructions(runner, call, consumers) {
  const folder = mkdtempSync(join(tmpdir(), 'wit-gen-'));
  const profile = join(folder, 'profile');
  const measured = `measured_${call}`;
  const asked = [`--toggle-collect=${measured}`, `--dump-after=${measured}`];
  const options = ['--quiet', '--tool=callgrind', ...asked, `--callgrind-out-file=${profile}`];
  try {
    const programs = ['repeat', call, ...consumers];
    execFileSync('valgrind', [...options, runner, ...programs], { stdio: ['ignore', 'ignore', 'inherit'] });
    // One file for each time that the function returned: first in the check of every consumer, then twice for each.
    const total = (file) => Number(/^totals: (\d+)/m.exec(readFileSync(`${profile}.${file}`, 'utf8'))?.[1]);
    return consumers.map((_, index) => {
      const first = consumers.length + 2 * index + 1;
      return (total(first + 1) - total(first)) / (more - less);
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
