/** The laws of plans hold for every fixture. */
import { conventions } from '../../src/abi/conventions/index.js';
import { planWorld } from '../../src/abi/plan-world.js';
import type { Local } from '../../src/abi/plan.js';
import { fixtureFolder, fixtureNames, worldsOf } from '../support/fixtures.js';
import { asRead, faults, faultsOfWorld } from '../support/plan-faults.js';

describe.each(fixtureNames)('%s', (fixture) => {
  test.each(Object.values(conventions).map((convention) => [convention.id, convention] as const))(
    'plans of the %s convention are well-formed',
    async (_, convention) => {
      for (const world of await worldsOf(fixtureFolder(fixture))) {
        expect(faultsOfWorld(planWorld(world, convention))).toEqual([]);
      }
    },
  );
});

test('the check finds what it looks for', () => {
  const local: Local = { kind: 'core', hint: 'x', type: 'i32' };
  expect(faults([asRead(local)], new Set())).toEqual(['x is read before it is there']);
});
