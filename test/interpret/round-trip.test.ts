/** Lifting is the reverse of lowering: what a caller gives is what a callee gets, and nothing is lost. */
import fc from 'fast-check';
import type { ApiStyle } from '../../src/abi/api-style.js';
import type { Type } from '../../src/resolve/model.js';
import { typesOf, valuesOf } from '../support/abi-types.js';
import { far, near, type Setting, type Subject, Trio } from '../support/interpreted.js';

const resources = [near, far];
const parameterTypes = fc.array(typesOf({ resources, borrows: true, opaque: true }), { maxLength: 6 });
const resultTypes = fc.option(typesOf({ resources, borrows: false, opaque: true }), { nil: undefined });

const subjects: fc.Arbitrary<Subject> = fc.record({ parameters: parameterTypes, result: resultTypes });

/** Views that reach anywhere or nowhere. */
const styles: fc.Arbitrary<ApiStyle> = fc.record({
  received: fc.constantFrom('owner' as const, 'view' as const),
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
