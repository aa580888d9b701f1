/** Loops of the cases, and what a call in them takes by the kinds of glue that take turns. */

/** How many rounds there are. */
const rounds = Number(process.env.ROUNDS ?? 31);
/** How long one turn takes, in milliseconds. A process that has waited begins slowly: in short turns that is what would be measured. */
const turn = 20;

/** Loops of every case for one kind of glue, from a copy of the cases that is for it alone. */
export async function loopsFor(name, api) {
  const { cases } = await import(`./cases.mjs?${name}`);
  return cases.map(({ title, target, loop }) => ({ title, target, run: loop(api) }));
}

/** The one in the middle. */
export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Nanoseconds of processor time, which a busy machine does not change much. */
function timed(run, times) {
  const start = process.cpuUsage();
  run(times);
  const { user, system } = process.cpuUsage(start);
  return (user + system) * 1e3;
}

/** How many calls make a turn, found by calling more and more, which also has the engine optimize. */
export function timesPerTurn(run) {
  for (let times = 1; ; times *= 2) {
    const time = timed(run, times);
    if (time > turn * 1e6) return Math.max(1, Math.round((times * turn * 1e6) / time));
  }
}

/** Nanoseconds of a call in one turn. */
export const takeTurn = ({ run, times }) => timed(run, times) / times;

/** The order of each round. It is another one in each, since who comes next clears away what the one before has left. */
export const orders = (names) =>
  Array.from({ length: rounds }, (_, round) => {
    const first = round % names.length;
    const order = [...names.slice(first), ...names.slice(0, first)];
    return round % 2 === 1 ? order.reverse() : order;
  });

/** Nanoseconds of a call, by glue, for each round, where all kinds are in this process. */
export function measured(runs) {
  for (const run of Object.values(runs)) timesPerTurn(run);
  const turns = Object.fromEntries(
    Object.entries(runs).map(([name, run]) => [name, { run, times: timesPerTurn(run) }]),
  );
  return orders(Object.keys(runs)).map((order) =>
    Object.fromEntries(order.map((name) => [name, takeTurn(turns[name])])),
  );
}

/** A time as tables have it. */
export const nanoseconds = (time) => `${time.toFixed(time < 100 ? 1 : 0)} ns`;
