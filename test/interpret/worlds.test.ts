/** Every function of every world at hand, called by another component with random values. */
import fc from 'fast-check';
import { plainStyles } from '../../src/abi/api-style.js';
import { allFunctions } from '../../src/abi/plan-world.js';
import type { FunctionPlan } from '../../src/abi/plan.js';
import { decoratedName, qualifiedName, type World } from '../../src/resolve/model.js';
import { attempts, isPlannable } from '../support/attempts.js';
import { codegenGaps } from '../support/codegen-gaps.js';
import { corpusCases, corpusInput } from '../support/corpus.js';
import { allWorldsOf, fixtureFolder, fixtureNames } from '../support/fixtures.js';
import { InterpretedWorld, type Setting } from '../support/interpreted-world.js';

const inputs = [
  ...fixtureNames.map((name) => ({ id: `fixtures/${name}`, wit: fixtureFolder(name) })),
  ...corpusCases()
    .filter(({ set }) => set === 'codegen')
    .map((entry) => ({ id: entry.id, wit: corpusInput(entry) })),
];

/** Each convention and width; the styles of the API take turns, so that every convention has both. */
const settings: readonly Setting[] = [
  { abi: 'symmetric', pointerBytes: 4, style: plainStyles.std },
  { abi: 'symmetric', pointerBytes: 8, style: plainStyles.views },
  { abi: 'canonical', pointerBytes: 4, style: plainStyles.views },
  { abi: 'canonical', pointerBytes: 8, style: plainStyles.std },
];

/** Calls all functions of a world; answers those of its own plans that had a part in it. */
function callAll(world: World, setting: Setting): readonly string[] {
  const { calls, crossings, plan: whole } = new InterpretedWorld(world, setting);
  const run = new Set<FunctionPlan>();
  for (const { caller, plan } of crossings) {
    const property = fc.property(attempts(plan), (attempt) => {
      const trip = calls.roundTrip(caller, plan, attempt);
      run.add(plan);
      if (trip.served) run.add(trip.served);
      expect(trip.got).toEqual(trip.given);
      expect(trip.received).toEqual(trip.answered);
      expect([...trip.lost, ...trip.left]).toEqual([]);
      expect(trip.handlesLeft).toBe(0);
    });
    fc.assert(property, { numRuns: 3 });
  }
  return allFunctions(whole).flatMap((plan) =>
    run.has(plan) ? [] : [`${plan.role} ${decoratedName(plan.func)}`],
  );
}

test.each(inputs)('$id', async ({ id, wit }) => {
  const worlds = await allWorldsOf(wit);
  const plannable = worlds.filter(isPlannable);
  if (!codegenGaps.has(id)) expect(plannable).toEqual(worlds);
  for (const world of plannable) {
    for (const setting of settings) {
      expect([qualifiedName(world), callAll(world, setting)]).toEqual([qualifiedName(world), []]);
    }
  }
});
