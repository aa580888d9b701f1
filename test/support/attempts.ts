/** What the functions of whole worlds are called with. */
import fc from 'fast-check';
import type { FunctionPlan } from '../../src/abi/plan.js';
import { checkPlannable } from '../../src/abi/support.js';
import type { World } from '../../src/resolve/model.js';
import { valuesOf } from './abi-types.js';
import type { Attempt } from './calls.js';

/** What to call a function with, and what it is to answer. */
export const attempts = ({ parameters }: FunctionPlan): fc.Arbitrary<Attempt> =>
  fc.record({
    values: fc.tuple(...parameters.map(({ local }) => valuesOf(local.type))),
    result: fc.integer().map((seed) => ({ result }: FunctionPlan) => {
      const [value] = result ? fc.sample(valuesOf(result), { seed, numRuns: 1 }) : [];
      return value;
    }),
  });

/** Whether a world uses nothing that only others can plan. */
export function isPlannable(world: World): boolean {
  let isSo = true;
  checkPlannable(world, () => {
    isSo = false;
  });
  return isSo;
}
