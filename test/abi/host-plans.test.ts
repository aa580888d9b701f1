/** The host's side of every fixture: its plans are well-formed, and it knows the core module by the same names. */
import { canonicalHost } from '../../src/abi/conventions/canonical-host.js';
import { canonical } from '../../src/abi/conventions/canonical.js';
import { coreItems, type CoreItems } from '../../src/abi/core-items.js';
import { dumpPlan } from '../../src/abi/dump.js';
import { allFunctions, planWorld } from '../../src/abi/plan-world.js';
import type { World } from '../../src/resolve/model.js';
import { fixtureFolder, fixtureNames, worldsOf } from '../support/fixtures.js';
import { faultsOfWorld } from '../support/plan-faults.js';
import { resolved } from '../support/wit.js';

describe.each(fixtureNames)('%s', (fixture) => {
  test('plans of the host are well-formed', async () => {
    for (const world of await worldsOf(fixtureFolder(fixture))) {
      expect(faultsOfWorld(planWorld(world, canonicalHost))).toEqual([]);
    }
  });

  test('both sides link by the same names', async () => {
    for (const world of await worldsOf(fixtureFolder(fixture))) {
      expect(namesOf(coreItems(planWorld(world, canonicalHost)))).toEqual(namesOfComponent(world));
    }
  });
});

const namesOf = ({ imports, exports }: CoreItems): unknown => ({
  imports: imports.map(({ module, name }) => `${module} ${name}`).sort(),
  exports: [...exports].sort(),
});

/** Without post-return functions, which a component need not have. */
function namesOfComponent(world: World): unknown {
  const plan = planWorld(world, canonical);
  const { imports, exports } = coreItems(plan);
  const cleaners = allFunctions(plan).flatMap(({ postReturn }) => {
    const linkage = postReturn?.linkage;
    return linkage?.kind === 'wasm-export' ? [linkage.name] : [];
  });
  return namesOf({ imports, exports: exports.filter((name) => !cleaners.includes(name)) });
}

/** Written by hand from CanonicalABI.md, "canon lift" and "canon lower". */
const greetings = {
  export: `
caller greet(name: view string) -> string
  core export "greet"(name-ptr: pointer, name-len: length) -> pointer
  name-ptr, name-len = given memory of name
  result-area = call core(name-ptr, name-len)
  result-ptr = pointer [result-area]
  result-len = length [result-area+P]
  result = copy string at result-ptr, result-len
  return result
  release by export "cabi_post_greet"(result-area)
`,
  import: `
callee greet(name: owner string) -> string
  core import "$root" "greet"(name-ptr: pointer, name-len: length, result-area: pointer)
  name = copy string at name-ptr, name-len
  result = call user(name)
  result-ptr, result-len = given memory of result
  pointer [result-area] = result-ptr
  length [result-area+P] = result-len
  return
`,
};

test.each(['export', 'import'] as const)('a greeting to %s', async (direction) => {
  const { packages } = await resolved(
    `package demo:app; world w { ${direction} greet: func(name: string) -> string; }`,
  );
  const plans = packages
    .flatMap(({ worlds }) => worlds)
    .map((world) => dumpPlan(planWorld(world, canonicalHost)));
  expect(plans.join('')).toContain(greetings[direction]);
});
