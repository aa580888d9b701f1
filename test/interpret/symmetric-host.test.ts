/** Under the symmetric ABI, too, what stands opposite a component is a plan of its own: values arrive, and nothing is left behind. */
import fc from 'fast-check';
import { plainStyles, type ApiStyle } from '../../src/abi/api-style.js';
import type { Convention } from '../../src/abi/convention.js';
import { symmetricHost } from '../../src/abi/conventions/symmetric-host.js';
import { symmetric } from '../../src/abi/conventions/symmetric.js';
import { planWorld } from '../../src/abi/plan-world.js';
import { bothSidesChoices, defaultSymbols } from '../../src/abi/symbol-options.js';
import type { PointerBytes } from '../../src/interpret/bits.js';
import type { Component } from '../../src/interpret/component.js';
import { Process } from '../../src/interpret/native.js';
import { Trap } from '../../src/interpret/trap.js';
import type { Value } from '../../src/interpret/values.js';
import type { World } from '../../src/resolve/model.js';
import { typesOf, valuesOf } from '../support/abi-types.js';
import { Calls, type RoundTrip } from '../support/calls.js';
import { far, functionOf, near, worldsAround, type Subject } from '../support/interpreted.js';
import { interfaceOf, listOf, primitive, text, worldOf } from '../support/types.js';

/** Whether the host calls what the component exports, or answers what it imports. */
type Direction = 'export' | 'import';

interface Setting {
  readonly direction: Direction;
  readonly pointerBytes: PointerBytes;
  /** What the host has wrong. */
  readonly mistake?: Partial<Convention>;
}

/** As in JavaScript, where only lists of numbers are memory. */
const hostStyle: ApiStyle = { ...plainStyles.std, onlyNumbersLie: true };

/** A component and its host in one process, with a function of the world between them. */
function pairOf(subject: Subject, { direction, pointerBytes, mistake }: Setting) {
  const worlds = worldsAround(subject);
  const world = direction === 'export' ? worlds.callee : worlds.caller;
  const calls = new Calls(new Process(pointerBytes));
  const { linker } = calls;
  if (!(linker instanceof Process)) throw new Error('a process');
  const host = calls.add(
    linker.load(planWorld(world, { ...symmetricHost, ...mistake }, hostStyle), calls.user),
  );
  const component = calls.add(linker.load(planWorld(world, symmetric), calls.user));
  return { calls, host, component, caller: direction === 'export' ? host : component };
}

function roundTrip(
  subject: Subject,
  setting: Setting,
  values: readonly Value[],
  result: Value | undefined,
): RoundTrip {
  const { calls, caller } = pairOf(subject, setting);
  return calls.roundTrip(caller, functionOf(caller, 'f'), { values, result: () => result });
}

const resources = [near, far];
const subjects: fc.Arbitrary<Subject> = fc.record({
  parameters: fc.array(typesOf({ resources, borrows: true, opaque: true }), { maxLength: 6 }),
  result: fc.option(typesOf({ resources, borrows: false, opaque: true }), { nil: undefined }),
  isMethod: fc.boolean(),
});

const attempts = subjects.chain((subject) =>
  fc.record({
    subject: fc.constant(subject),
    values: fc.tuple(...subject.parameters.map(valuesOf)),
    result: subject.result ? valuesOf(subject.result) : fc.constant(undefined),
  }),
);

test.each<[Direction, PointerBytes]>([
  ['export', 4],
  ['export', 8],
  ['import', 4],
  ['import', 8],
])('a function to %s, pointers of %i bytes', (direction, pointerBytes) => {
  fc.assert(
    fc.property(attempts, ({ subject, values, result }) => {
      const trip = roundTrip(subject, { direction, pointerBytes }, values, result);
      expect(trip.got).toEqual(trip.given);
      expect(trip.received).toEqual(trip.answered);
      expect(trip.lost).toEqual([]);
      expect(trip.left).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test.each<Direction>(['export', 'import'])(
  'both sides of a function to %s have one core signature and one symbol',
  (direction) => {
    fc.assert(
      fc.property(subjects, (subject) => {
        const { host, component } = pairOf(subject, { direction, pointerBytes: 8 });
        const signature = (of: Component): unknown => {
          const { core, linkage } = functionOf(of, 'f');
          return [core.parameters.map(({ type }) => type), core.result, linkage];
        };
        expect(signature(host)).toEqual(signature(component));
      }),
    );
  },
);

const given = { parameterMemory: { caller: 'given', callee: 'given' } } as const;
const mistakes: readonly [
  string,
  Direction,
  Partial<Convention>,
  Subject,
  readonly Value[],
  Value | undefined,
][] = [
  ['arguments are given away', 'export', given, { parameters: [text], result: undefined }, ['x'], undefined],
  [
    'lent arguments are freed',
    'import',
    given,
    { parameters: [listOf(text)], result: undefined },
    [['x']],
    undefined,
  ],
  ['a result is only lent', 'export', { resultMemory: 'lent' }, { parameters: [], result: text }, [], 'x'],
];

test.each(mistakes)('it is found out where %s (%s)', (_, direction, mistake, subject, values, result) => {
  const isFound = (wrong: Partial<Convention>): boolean => {
    try {
      const trip = roundTrip(subject, { direction, pointerBytes: 8, mistake: wrong }, values, result);
      return trip.lost.length + trip.left.length > 0;
    } catch (error) {
      return error instanceof Trap;
    }
  };
  expect(isFound({})).toBe(false);
  expect(isFound(mistake)).toBe(true);
});

/** A world that has one interface on both sides. */
function proxy(): World {
  const callee = worldsAround({ parameters: [primitive('u8')], result: undefined }).callee;
  const [item] = callee.exports;
  if (item?.kind !== 'interface') throw new Error('an interface');
  return worldOf('proxy', [interfaceOf('things'), item.interface], [item.interface]);
}

test.each(bothSidesChoices)('symbols and fingerprints are those of the component (%s)', (bothSides) => {
  const options = { ...defaultSymbols, bothSides, importPrefix: 'i_', exportPrefix: 'e_', worldPrefix: 'w_' };
  const linked = (convention: Convention): unknown => {
    const { scopes, symbols } = planWorld(proxy(), convention, plainStyles.std, options);
    return [
      symbols,
      scopes.map(({ fingerprint }) => fingerprint),
      scopes.map(({ resources }) => resources.map(({ drop }) => drop)),
    ];
  };
  expect(linked(symmetricHost)).toEqual(linked(symmetric));
});
