/**
 * One kind of glue in a process of its own: a program has one, and the garbage of another would be cleared away at its expense.
 * Told which case, it finds out how many calls make a turn; told to take one, it answers with nanoseconds of a call.
 */
import { glues } from './glues.mjs';
import { loopsFor, takeTurn, timesPerTurn } from './measure.mjs';

const [name, paths] = process.argv.slice(2);
const cases = await loopsFor(name, await glues[name](JSON.parse(paths)));
let current;

process.on('message', ({ begin }) => {
  if (begin === undefined) return process.send(takeTurn(current));
  const { run } = cases[begin];
  // Twice, since the first time the engine was optimizing.
  timesPerTurn(run);
  current = { run, times: timesPerTurn(run) };
  process.send('ready');
});
process.send('ready');
