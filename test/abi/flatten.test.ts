/** CanonicalABI.md "Flattening". */
import fc from 'fast-check';
import { flatten, joinCore } from '../../src/abi/flatten.js';
import { extentOf } from '../../src/abi/layout.js';
import type { CoreType } from '../../src/abi/plan.js';
import type { Type } from '../../src/resolve/model.js';
import { anyType, flagsOf, listOf, own, primitive, record, text, variant } from '../support/types.js';

const tuple = (...items: readonly Type[]): Type => ({ kind: 'tuple', items });

test.each<[string, Type, readonly CoreType[]]>([
  ['string', text, ['pointer', 'length']],
  ['record {s32, string}', record(primitive('s32'), text), ['i32', 'pointer', 'length']],
  ['33 flags', flagsOf(33), ['i32', 'i32']],
  ['variant {f32, u32}', variant(primitive('f32'), primitive('u32')), ['i32', 'i32']],
  ['variant {u32, string}', variant(primitive('u32'), text), ['i32', 'pointer', 'length']],
  [
    'variant {f32, list<u8>}',
    variant(primitive('f32'), listOf(primitive('u8'))),
    ['i32', 'pointer', 'length'],
  ],
  [
    'variant {string, u64, f32, _, f64}',
    variant(text, primitive('u64'), primitive('f32'), undefined, primitive('f64')),
    ['i32', 'pointer-or-i64', 'length'],
  ],
  [
    'variant {u64, tuple<u8, string>}',
    variant(primitive('u64'), tuple(primitive('u8'), text)),
    ['i32', 'i64', 'pointer', 'length'],
  ],
  ['option<own>', { kind: 'option', inner: own }, ['i32', 'pointer']],
  ['variant {own, u64}', variant(own, primitive('u64')), ['i32', 'pointer-or-i64']],
  ['result', { kind: 'result', ok: undefined, err: undefined }, ['i32']],
])('%s', (_, type, cores) => {
  expect(flatten(type, 'pointer')).toEqual(cores);
});

test('a handle that is an index is an i32 even beside a string', () => {
  expect(flatten(variant(own, text), 'i32')).toEqual(['i32', 'pointer', 'length']);
});

/** What two cases of a variant make of a slot: each pair once, written from the description of the ABI. */
const joins: readonly (readonly [CoreType, CoreType, CoreType])[] = [
  ['i32', 'f32', 'i32'],
  ['i32', 'i64', 'i64'],
  ['i32', 'f64', 'i64'],
  ['i32', 'length', 'length'],
  ['i32', 'pointer', 'pointer'],
  ['i32', 'pointer-or-i64', 'pointer-or-i64'],
  ['f32', 'i64', 'i64'],
  ['f32', 'f64', 'i64'],
  ['f32', 'length', 'length'],
  ['f32', 'pointer', 'pointer'],
  ['f32', 'pointer-or-i64', 'pointer-or-i64'],
  ['i64', 'f64', 'i64'],
  ['i64', 'length', 'i64'],
  ['i64', 'pointer', 'pointer-or-i64'],
  ['i64', 'pointer-or-i64', 'pointer-or-i64'],
  ['f64', 'length', 'i64'],
  ['f64', 'pointer', 'pointer-or-i64'],
  ['f64', 'pointer-or-i64', 'pointer-or-i64'],
  ['length', 'pointer', 'pointer'],
  ['length', 'pointer-or-i64', 'pointer-or-i64'],
  ['pointer', 'pointer-or-i64', 'pointer-or-i64'],
];

test.each(joins)('%s beside %s is %s', (a, b, slot) => {
  expect([joinCore(a, b), joinCore(b, a)]).toEqual([slot, slot]);
});

test('no pair of core types is left out', () => {
  expect(new Set(joins.map(([a, b]) => [a, b].sort().join()))).toHaveProperty('size', (7 * 6) / 2);
});

const anyCore = fc.constantFrom<CoreType>('i32', 'i64', 'f32', 'f64', 'pointer', 'length', 'pointer-or-i64');

test('joining is commutative, associative and keeps equals', () => {
  fc.assert(
    fc.property(anyCore, anyCore, anyCore, (a, b, c) => {
      expect(joinCore(a, a)).toBe(a);
      expect(joinCore(a, b)).toBe(joinCore(b, a));
      expect(joinCore(joinCore(a, b), c)).toBe(joinCore(a, joinCore(b, c)));
    }),
  );
});

test('of more core values than ever cross as such, only the first are listed', () => {
  const many: Type = { kind: 'fixed-length-list', element: primitive('u8'), length: 4_294_967_295 };
  expect(flatten(many, 'i32')).toHaveLength(17);
  expect(flatten(record(many, many), 'i32')).toHaveLength(17);
});

test('what doubles sixty times is flattened and laid out at once', () => {
  let type: Type = variant(primitive('u8'), tuple());
  for (let times = 0; times < 60; times++) type = record(type, type);
  expect(flatten(type, 'i32')).toHaveLength(17);
  expect(extentOf(type, { pointerBytes: 8, handle: 'i32' })).toEqual({ size: 2 ** 61, align: 1 });
});

test('a variant has a slot for every core value of every case', () => {
  fc.assert(
    fc.property(fc.array(anyType, { minLength: 1, maxLength: 4 }), (types) => {
      const widest = Math.max(...types.map((type) => flatten(type, 'pointer').length));
      expect(flatten(variant(...types), 'pointer')).toHaveLength(Math.min(widest + 1, 17));
    }),
  );
});
