/** Every function of every world at hand, between a component and a host that each do what their own plans say. */
import fc from 'fast-check';
import { plainStyles } from '../../src/abi/api-style.js';
import { canonicalHost } from '../../src/abi/conventions/canonical-host.js';
import { canonical } from '../../src/abi/conventions/canonical.js';
import { allFunctions, planWorld } from '../../src/abi/plan-world.js';
import type { FunctionPlan } from '../../src/abi/plan.js';
import type { User } from '../../src/interpret/component.js';
import { Embedding } from '../../src/interpret/embedding.js';
import { decoratedName, qualifiedName, type World } from '../../src/resolve/model.js';
import { attempts, isPlannable } from '../support/attempts.js';
import { Calls } from '../support/calls.js';
import { corpusCases, corpusInput } from '../support/corpus.js';
import { allWorldsOf, fixtureFolder, fixtureNames } from '../support/fixtures.js';

const inputs = [
  ...fixtureNames.map((name) => ({ id: `fixtures/${name}`, wit: fixtureFolder(name) })),
  ...corpusCases()
    .filter(({ set }) => set === 'codegen')
    .map((entry) => ({ id: entry.id, wit: corpusInput(entry) })),
];

/** As in JavaScript: what is not a list of numbers is converted part by part. */
const hostStyle = { ...plainStyles.std, onlyNumbersLie: true };

/** Calls all functions of a world from the side that calls them; answers those that were not served by the other. */
function callAll(world: World): readonly string[] {
  const plans = { component: planWorld(world, canonical), host: planWorld(world, canonicalHost, hostStyle) };
  const made: { calls?: Calls } = {};
  const user: User = (call) => made.calls?.user(call);
  const embedding = new Embedding(plans, { component: user, host: user }, 4);
  const { component, host } = embedding;
  const calls = new Calls(embedding);
  made.calls = calls;
  for (const each of [component, host]) calls.add(each);
  const served = new Set<FunctionPlan>();
  for (const caller of [component, host]) {
    for (const plan of allFunctions(caller.plan).filter(({ role }) => role === 'caller')) {
      const property = fc.property(attempts(plan), (attempt) => {
        const trip = calls.roundTrip(caller, plan, attempt);
        if (trip.served) served.add(trip.served);
        expect(trip.got).toEqual(trip.given);
        expect(trip.received).toEqual(trip.answered);
        expect([...trip.lost, ...trip.left]).toEqual([]);
        expect(trip.handlesLeft).toBe(0);
      });
      fc.assert(property, { numRuns: 5 });
    }
  }
  return [component, host].flatMap(({ plan }) =>
    allFunctions(plan).flatMap((each) =>
      each.role === 'caller' || served.has(each) ? [] : [decoratedName(each.func)],
    ),
  );
}

test.each(inputs)('$id', async ({ wit }) => {
  for (const world of (await allWorldsOf(wit)).filter(isPlannable)) {
    expect([qualifiedName(world), callAll(world)]).toEqual([qualifiedName(world), []]);
  }
});
