/** What stands in the slots of a variant whose cases want different core values. CanonicalABI.md "Flat Lowering". */
import { plainStyles } from '../../src/abi/api-style.js';
import type { Bits, PointerBytes } from '../../src/interpret/bits.js';
import type { Value } from '../../src/interpret/values.js';
import type { Type } from '../../src/resolve/model.js';
import { Wanted } from '../support/abi-types.js';
import { near, type Setting, Trio } from '../support/interpreted.js';
import { primitive, text, variant } from '../support/types.js';

/** The core values that a caller passes, with what it gave and what the callee got of it. */
function passed(
  type: Type,
  value: Value,
  { abi, pointerBytes }: Pick<Setting, 'abi' | 'pointerBytes'>,
): { readonly cores: readonly Bits[]; readonly given: unknown; readonly got: unknown } {
  const trio = new Trio(
    { parameters: [type], result: undefined },
    { abi, pointerBytes, style: plainStyles.std },
  );
  let cores: readonly Bits[] = [];
  trio.around((crossing, call) => {
    cores = crossing;
    return call();
  });
  const { given, got } = trio.roundTrip([value], undefined);
  return { cores, given, got };
}

const case_ = (index: number, val: Value): Value => ({ tag: `c${String(index)}`, val });

const [u32, s32, u64, f32, f64] = (['u32', 's32', 'u64', 'f32', 'f64'] as const).map(primitive) as [
  Type,
  Type,
  Type,
  Type,
  Type,
];

const settings: readonly [Setting['abi'], PointerBytes][] = [
  ['symmetric', 4],
  ['symmetric', 8],
  ['canonical', 4],
  ['canonical', 8],
];

const slots: readonly [string, Type, Value, readonly Bits[]][] = [
  ['an f32 beside a u32', variant(f32, u32), case_(0, 1.5), [0n, 0x3fc00000n]],
  ['an f32 beside a u64', variant(f32, u64), case_(0, -1.5), [0n, 0xbfc00000n]],
  ['an f64 beside a u64', variant(f64, u64), case_(0, 1.5), [0n, 0x3ff8000000000000n]],
  ['an f64 beside an f32', variant(f64, f32), case_(1, 1.5), [1n, 0x3fc00000n]],
  ['a negative s32 beside a u64', variant(s32, u64), case_(0, -1), [0n, 0xffffffffn]],
  ['a u64 beside a string', variant(text, u64), case_(1, 2n ** 64n - 1n), [1n, 2n ** 64n - 1n, 0n]],
  ['a u32 beside a string', variant(text, u32), case_(1, 7), [1n, 7n, 0n]],
  [
    'an f64 beside a handle',
    variant({ kind: 'own', resource: near }, f64),
    case_(1, 1.5),
    [1n, 0x3ff8000000000000n],
  ],
  ['nothing beside a string', variant(undefined, text), { tag: 'c0', val: undefined }, [0n, 0n, 0n]],
];

describe.each(settings)('%s, pointers of %i bytes', (abi, pointerBytes) => {
  test.each(slots)('%s', (_, type, value, expected) => {
    expect(passed(type, value, { abi, pointerBytes })).toEqual({
      cores: expected,
      given: [value],
      got: [value],
    });
  });

  test('an empty string beside a u64 has a pointer that is not null', () => {
    const { cores } = passed(variant(text, u64), case_(0, ''), { abi, pointerBytes });
    expect(cores).toEqual([0n, 1n, 0n]);
  });

  test('a handle beside a u64', () => {
    const type = variant({ kind: 'own', resource: near }, u64);
    const { cores, given, got } = passed(type, case_(0, new Wanted({ kind: 'own', resource: near })), {
      abi,
      pointerBytes,
    });
    expect(cores).toHaveLength(2);
    expect(cores[1]).toBeGreaterThan(0n);
    expect(got).toEqual(given);
  });
});

/** One type for each core type that a value can have, and a value of it. */
const payloads: readonly (readonly [Type, Value])[] = [
  [u32, 0xfedcba98],
  [u64, 0xfedcba9876543210n],
  [f32, -1.5],
  [f64, Math.PI],
  [text, 'text'],
  [{ kind: 'tuple', items: [u32, text] }, [1, 'text']],
  [{ kind: 'tuple', items: [f32, u64] }, [0.5, 2n ** 63n]],
  [{ kind: 'own', resource: near }, new Wanted({ kind: 'own', resource: near })],
  [{ kind: 'stream', element: u32 }, new Wanted({ kind: 'stream', element: u32 })],
];

test.each(settings)('every pair of cases keeps its values: %s, pointers of %i bytes', (abi, pointerBytes) => {
  for (const [one, first] of payloads) {
    for (const [other, second] of payloads) {
      const type = variant(one, other);
      for (const value of [case_(0, first), case_(1, second)]) {
        const { given, got } = passed(type, value, { abi, pointerBytes });
        expect(got).toEqual(given);
      }
    }
  }
});
