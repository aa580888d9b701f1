/** The order in which the reference implementation works: whoever is refused earlier is refused alone. */

/**
 * What it does, in its order. Each package is worked through up to `body` on its own when its files are read;
 * then all packages together; then, each after those that it depends on, what one package takes from others.
 */
export const stages = [
  'nested packages',
  'items',
  'names in files',
  'order of items',
  'top-level uses',
  'used interfaces',
  'bodies',
  'two packages of one name',
  'order of packages',
  'foreign interfaces',
  'foreign worlds',
  'foreign types',
  'foreign resources',
  'types',
  'interfaces',
  'interfaces of types',
  'worlds',
  'worlds of types',
  'includes',
] as const;

/** One step of its work. */
export type Stage = (typeof stages)[number];

const rank: ReadonlyMap<Stage, number> = new Map(stages.map((stage, index) => [stage, index]));

/** The number of a step: earlier ones are less. */
export function stageNumber(stage: Stage): number {
  return rank.get(stage) ?? stages.length;
}

/** Is it a step that is done for each package while its files are read? */
export function isWithinPackage(stage: Stage): boolean {
  return stageNumber(stage) <= stageNumber('bodies');
}

/** Places in the order of work are lists of numbers; the first different number decides. */
export type Turn = readonly number[];

/** Compares two turns: negative if the first comes earlier. */
export function compareTurns(a: Turn, b: Turn): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const order = (a[index] ?? -1) - (b[index] ?? -1);
    if (order !== 0) return order;
  }
  return 0;
}
