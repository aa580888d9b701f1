/**
 * Spoils WIT and looks at the answers: `npm run fuzz -- --minutes 10 --seed 1`. The seed is printed, so that a run can
 * be repeated; a bad input is printed as small as it can be made.
 */
import { parseArgs } from 'node:util';
import { projectsIn } from '../test/fuzz/inputs.js';
import { minimised } from '../test/fuzz/minimise.js';
import { spoilt } from '../test/fuzz/spoil.js';
import { complaint } from '../test/fuzz/trial.js';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' }, one: { type: 'boolean' } },
});
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
const end = Date.now() + Number(values.minutes) * 60_000;
const [first, ...others] = projectsIn(['test/fixtures', '../shared/corpus/wit/inputs']);
if (!first) throw new Error('no WIT to spoil: run this in the folder of the repository');
console.log(`${String(others.length + 1)} projects, seed ${String(seed)}`);

let trials = 0;
let bad = 0;
do {
  const at = seed + trials++;
  const project = spoilt([first, ...others], at);
  const found = await complaint(project);
  if (found !== undefined) {
    bad++;
    const kind = found.slice(0, 10);
    const least = await minimised(
      project,
      async (smaller) => (await complaint(smaller))?.startsWith(kind) === true,
    );
    console.log(`\nseed ${String(at)} (npm run fuzz -- --one --seed ${String(at)}): ${found}`);
    for (const [path, text] of Object.entries(least.files))
      console.log(`--- ${path}\n${JSON.stringify(text)}`);
  }
} while (values.one !== true && bad < 10 && Date.now() < end);

console.log(`\n${String(trials)} trials, ${String(bad)} bad`);
process.exitCode = bad > 0 ? 1 : 0;
