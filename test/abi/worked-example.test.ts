/**
 * The example that the symmetric ABI was described with: the same prototypes on both sides.
 * The expected text is written by hand from that description, not taken from our output.
 */
import { conventions } from '../../src/abi/conventions/index.js';
import { symbolTable } from '../../src/abi/native-symbols.js';
import { planWorld } from '../../src/abi/plan-world.js';
import type { CoreType, WorldPlan } from '../../src/abi/plan.js';
import { fixtureFolder, worldsOf } from '../support/fixtures.js';

const prefix = 'demoX3AappX2FapiX401X2E2X2E3X00';

const prototypes = [
  'uint8_t* X5BconstructorX5Dcounter(int32_t, uint8_t*, size_t)',
  'int64_t X5BmethodX5DcounterX2Eadd(uint8_t*, int64_t)',
  'void X5BmethodX5DcounterX2Elabel(uint8_t*, uint8_t*)',
  'uint8_t* X5BstaticX5DcounterX2Emerge(uint8_t*, uint8_t*)',
  'void greet(uint8_t*, size_t, uint8_t*)',
  'void move_point(int32_t, uint8_t*, size_t, uint8_t*)',
  'void sum(uint8_t*, size_t, uint8_t*)',
  'void find(int32_t, int64_t, uint8_t*)',
  'void parse(uint8_t*, size_t, uint8_t*)',
  'void all(uint8_t*)',
];

const cTypes: Readonly<Record<CoreType, string>> = {
  i32: 'int32_t',
  i64: 'int64_t',
  f32: 'float',
  f64: 'double',
  pointer: 'uint8_t*',
  length: 'size_t',
  'pointer-or-i64': 'int64_t',
};

function prototypesOf(plan: WorldPlan): readonly string[] {
  return plan.scopes.flatMap((scope) =>
    scope.functions.map(({ linkage, core }) => {
      const symbol = linkage.kind === 'native' ? linkage.symbol : '';
      const parameters = core.parameters.map((each) => cTypes[each.type]).join(', ');
      return `${core.result ? cTypes[core.result] : 'void'} ${symbol}(${parameters})`;
    }),
  );
}

const worlds = await worldsOf(fixtureFolder('worked-example'));

test.each(['importer', 'exporter'])('the %s has the prototypes of the description', (name) => {
  const world = worlds.find((each) => each.name === name);
  const plan = world && planWorld(world, conventions.symmetric);
  const expected = prototypes.map((each) => each.replace(/^(\S+ )/, `$1${prefix}`));
  expect(plan && prototypesOf(plan)).toEqual(expected);
});

test.each([
  ['importer', 'needed', 'defined'],
  ['exporter', 'defined', 'needed'],
] as const)('the drop function is among what the %s has %s', (name, there, none) => {
  const world = worlds.find((each) => each.name === name);
  const plan = world && planWorld(world, conventions.symmetric);
  const table = plan && symbolTable(plan);
  const symbols = table?.[there].map(({ symbol }) => symbol);
  expect(symbols).toContain(`${prefix}X5Bresource_dropX5Dcounter`);
  const fingerprint = there === 'defined' ? 1 : 0;
  expect(symbols).toHaveLength(prototypes.length + 1 + fingerprint);
  expect(table?.[none]).toEqual([]);
});

test('the canonical exporter is given memory, returns pointers and cleans up', () => {
  const world = worlds.find((each) => each.name === 'exporter');
  const plan = world && planWorld(world, conventions.canonical);
  const functions = plan?.scopes.flatMap((scope) => scope.functions) ?? [];
  const described = functions.map(({ linkage, core, postReturn }) => [
    linkage.kind === 'wasm-export' ? linkage.name.replace('demo:app/api@1.2.3#', '') : '',
    [...core.parameters.map(({ type }) => type)].join(' '),
    core.result ?? '',
    postReturn ? 'cleans up' : '',
  ]);
  expect(described).toEqual([
    ['[constructor]counter', 'i32 pointer length', 'i32', ''],
    ['[method]counter.add', 'pointer i64', 'i64', ''],
    ['[method]counter.label', 'pointer', 'pointer', 'cleans up'],
    ['[static]counter.merge', 'i32 i32', 'i32', ''],
    ['greet', 'pointer length', 'pointer', 'cleans up'],
    ['move-point', 'i32 pointer length', 'pointer', 'cleans up'],
    ['sum', 'pointer length', 'pointer', 'cleans up'],
    ['find', 'i32 i64', 'pointer', 'cleans up'],
    ['parse', 'pointer length', 'pointer', ''],
    ['all', '', 'pointer', 'cleans up'],
  ]);
});
