/** CanonicalABI.md "Alignment" and "Element Size"; numbers checked by hand unless a law is stated. */
import fc from 'fast-check';
import { extentOf, layoutOf, payloadOffset, recordLayout, sizeInBytes } from '../../src/abi/layout.js';
import { shapeOf } from '../../src/abi/shape.js';
import type { Type } from '../../src/resolve/model.js';
import { anyType, enumOf, flagsOf, listOf, own, primitive, record, text, variant } from '../support/types.js';

const native64 = { pointerBytes: 8, handle: 'pointer' } as const;
const wasm32 = { pointerBytes: 4, handle: 'i32' } as const;

test.each<[string, Type, [number, number], [number, number]]>([
  ['bool', primitive('bool'), [1, 1], [1, 1]],
  ['char', primitive('char'), [4, 4], [4, 4]],
  ['u64', primitive('u64'), [8, 8], [8, 8]],
  ['string', text, [16, 8], [8, 4]],
  ['own', own, [8, 8], [4, 4]],
  ['record {s32, string}', record(primitive('s32'), text), [24, 8], [12, 4]],
  ['record {u8, u64, u16}', record(primitive('u8'), primitive('u64'), primitive('u16')), [24, 8], [24, 8]],
  ['option<string>', { kind: 'option', inner: text }, [24, 8], [12, 4]],
  ['option<own>', { kind: 'option', inner: own }, [16, 8], [8, 4]],
  ['result<f64, enum>', { kind: 'result', ok: primitive('f64'), err: enumOf(2) }, [16, 8], [16, 8]],
  ['result', { kind: 'result', ok: undefined, err: undefined }, [1, 1], [1, 1]],
  [
    'variant {string, u64, f32, _, f64}',
    variant(text, primitive('u64'), primitive('f32'), undefined, primitive('f64')),
    [24, 8],
    [16, 8],
  ],
  ['enum of 256', enumOf(256), [1, 1], [1, 1]],
  ['enum of 257', enumOf(257), [2, 2], [2, 2]],
  ['enum of 65537', enumOf(65_537), [4, 4], [4, 4]],
  ['8 flags', flagsOf(8), [1, 1], [1, 1]],
  ['9 flags', flagsOf(9), [2, 2], [2, 2]],
  ['17 flags', flagsOf(17), [4, 4], [4, 4]],
  ['33 flags', flagsOf(33), [8, 4], [8, 4]],
])('%s', (_, type, [size64, align64], [size32, align32]) => {
  expect(extentOf(type, native64)).toEqual({ size: size64, align: align64 });
  expect(extentOf(type, wasm32)).toEqual({ size: size32, align: align32 });
});

test('the fields of record {u8, string, u16} follow each other, aligned', () => {
  const { layout, offsets } = recordLayout([primitive('u8'), text, primitive('u16')], 'pointer');
  expect(offsets).toEqual([
    { bytes: 0, pointers: 0 },
    { bytes: 0, pointers: 1 },
    { bytes: 0, pointers: 3 },
  ]);
  expect(layout).toEqual({ size: { bytes: 0, pointers: 4 }, align: 'pointer' });
});

test('a payload starts behind the discriminant, aligned for every case', () => {
  const shape = shapeOf(variant(primitive('u8'), text));
  expect(shape.kind === 'sum' && payloadOffset(shape.cases, 'pointer')).toEqual({ bytes: 0, pointers: 1 });
});

test('one symbolic size is right for both pointer widths', () => {
  fc.assert(
    fc.property(anyType, fc.constantFrom('i32' as const, 'pointer' as const), (type, handle) => {
      const { size } = layoutOf(type, handle);
      for (const pointerBytes of [4, 8] as const) {
        expect(sizeInBytes(size, pointerBytes)).toBe(extentOf(type, { pointerBytes, handle }).size);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a size is a multiple of its alignment, and a list is a pointer and a length', () => {
  fc.assert(
    fc.property(anyType, (type) => {
      const { size, align } = extentOf(type, native64);
      expect(size % align).toBe(0);
      expect(extentOf(listOf(type), native64)).toEqual({ size: 16, align: 8 });
    }),
  );
});
