/** Lifting is the reverse of lowering: what a caller gives is what a callee gets, and nothing is lost. */
import fc from 'fast-check';
import { plainStyles, type ApiStyle } from '../../src/abi/api-style.js';
import type { Convention } from '../../src/abi/convention.js';
import { Trap } from '../../src/interpret/trap.js';
import type { Value } from '../../src/interpret/values.js';
import type { Type } from '../../src/resolve/model.js';
import { typesOf, valuesOf } from '../support/abi-types.js';
import type { RoundTrip } from '../support/calls.js';
import { far, near, type Setting, type Subject, Trio } from '../support/interpreted.js';
import { primitive, text } from '../support/types.js';

const resources = [near, far];
const parameterTypes = fc.array(typesOf({ resources, borrows: true, opaque: true }), { maxLength: 6 });
const resultTypes = fc.option(typesOf({ resources, borrows: false, opaque: true }), { nil: undefined });

const subjects: fc.Arbitrary<Subject> = fc.record({
  parameters: parameterTypes,
  result: resultTypes,
  isMethod: fc.boolean(),
});

/** Views that reach anywhere or nowhere. */
const styles: fc.Arbitrary<ApiStyle> = fc.record({
  received: fc.constantFrom('owner' as const, 'view' as const, 'shallow' as const),
  viewsWithin: fc.record({
    list: fc.boolean(),
    map: fc.boolean(),
    'fixed-length-list': fc.boolean(),
    tuple: fc.boolean(),
    option: fc.boolean(),
    result: fc.boolean(),
  }),
  hasView: fc.boolean().map((has) => () => has),
  isWhole: fc
    .constantFrom('tuple', 'option', 'map', 'nothing')
    .map((whole) => (type: Type) => type.kind === whole),
  isShallow: fc
    .constantFrom('list', 'map', 'nothing')
    .map((shallow) => (type: Type) => type.kind === shallow),
});

const settings: readonly [Setting['abi'], Setting['pointerBytes']][] = [
  ['symmetric', 4],
  ['symmetric', 8],
  ['canonical', 4],
  ['canonical', 8],
];

const calls = subjects.chain((subject) =>
  fc.record({
    subject: fc.constant(subject),
    style: styles,
    values: fc.tuple(...subject.parameters.map(valuesOf)),
    result: subject.result ? valuesOf(subject.result) : fc.constant(undefined),
  }),
);

test.each(settings)('%s, pointers of %i bytes', (abi, pointerBytes) => {
  fc.assert(
    fc.property(calls, ({ subject, style, values, result }) => {
      const trio = new Trio(subject, { abi, pointerBytes, style });
      const trip = trio.roundTrip(values, result);
      expect(trip.got).toEqual(trip.given);
      expect(trip.received).toEqual(trip.answered);
      expect(trip.lost).toEqual([]);
      expect(trip.left).toEqual([]);
      expect(trip.handlesLeft).toBe(0);
    }),
    { numRuns: 300 },
  );
});

/** Conventions in which the callee is wrong about one fact, with a call that shows it. */
const mistakes: readonly [
  string,
  Setting['abi'],
  Partial<Convention>,
  Subject,
  readonly Value[],
  Value | undefined,
][] = [
  [
    'given memory is taken for lent',
    'canonical',
    { parameterMemory: { caller: 'lent', callee: 'lent' } },
    { parameters: [text], result: undefined },
    ['x'],
    undefined,
  ],
  [
    'lent memory is taken for given',
    'symmetric',
    { parameterMemory: { caller: 'lent', callee: 'given' } },
    { parameters: [text], result: undefined },
    ['x'],
    undefined,
  ],
  [
    'given parameters in memory are not freed',
    'canonical',
    { parameterBlock: { caller: 'lent', callee: 'lent' } },
    { parameters: Array.from({ length: 17 }, () => primitive('u8')), result: undefined },
    Array.from({ length: 17 }, () => 1),
    undefined,
  ],
  [
    'lent parameters in memory are freed',
    'symmetric',
    { parameterBlock: { caller: 'lent', callee: 'given' } },
    { parameters: Array.from({ length: 17 }, () => primitive('u8')), result: undefined },
    Array.from({ length: 17 }, () => 1),
    undefined,
  ],
  [
    'a result is not cleaned up',
    'canonical',
    { linkPostReturn: undefined },
    { parameters: [], result: text },
    [],
    'x',
  ],
];

test.each(mistakes)('it is found out where %s (%s)', (_, abi, mistake, subject, values, result) => {
  const trio = (wrong: Partial<Convention>): Trio =>
    new Trio(subject, { abi, pointerBytes: 8, style: plainStyles.std, mistake: wrong });
  const isClean = (trip: RoundTrip): boolean => trip.lost.length + trip.left.length === 0;
  expect(isClean(trio({}).roundTrip(values, result))).toBe(true);
  const isFound = (): boolean => {
    try {
      return !isClean(trio(mistake).roundTrip(values, result));
    } catch (error) {
      return error instanceof Trap;
    }
  };
  expect(isFound()).toBe(true);
});
