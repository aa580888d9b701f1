/** Core signatures of what is more than a few numbers, under both conventions; written by hand from their descriptions. */
import { plainStyles } from '../../src/abi/api-style.js';
import type { FunctionPlan, Op, OpOf } from '../../src/abi/plan.js';
import type { Type } from '../../src/resolve/model.js';
import { far, near, type Setting, Trio } from '../support/interpreted.js';
import { listOf, primitive, text, variant } from '../support/types.js';

const u32 = primitive('u32');
const numbers = (count: number): readonly Type[] => Array.from({ length: count }, () => u32);
const own: Type = { kind: 'own', resource: near };
const borrow: Type = { kind: 'borrow', resource: far };
const option = (inner: Type): Type => ({ kind: 'option', inner });

function plans(
  abi: Setting['abi'],
  parameters: readonly Type[],
  result: Type | undefined,
): { readonly caller: FunctionPlan; readonly callee: FunctionPlan } {
  const trio = new Trio({ parameters, result }, { abi, pointerBytes: 8, style: plainStyles.std });
  return { caller: trio.imported, callee: trio.exported };
}

const signature = ({ core: { parameters, result } }: FunctionPlan): string =>
  `(${parameters.map(({ type }) => type).join(' ')}) -> ${result ?? '()'}`;

interface Signatures {
  /** Both sides of the symmetric ABI. */
  readonly symmetric: string;
  /** Caller and callee of the canonical ABI. */
  readonly canonical: readonly [string, string];
}

const cases: readonly [string, readonly Type[], Type | undefined, Signatures][] = [
  [
    '16 numbers and a number',
    numbers(16),
    u32,
    {
      symmetric: `(${'i32 '.repeat(16).trim()}) -> i32`,
      canonical: [`(${'i32 '.repeat(16).trim()}) -> i32`, `(${'i32 '.repeat(16).trim()}) -> i32`],
    },
  ],
  [
    '16 numbers and a string',
    numbers(16),
    text,
    {
      symmetric: `(${'i32 '.repeat(16)}pointer) -> ()`,
      canonical: [`(${'i32 '.repeat(16)}pointer) -> ()`, `(${'i32 '.repeat(16).trim()}) -> pointer`],
    },
  ],
  [
    '17 numbers and a number',
    numbers(17),
    u32,
    { symmetric: '(pointer) -> i32', canonical: ['(pointer) -> i32', '(pointer) -> i32'] },
  ],
  [
    '17 numbers and a string',
    numbers(17),
    text,
    {
      symmetric: '(pointer pointer) -> ()',
      canonical: ['(pointer pointer) -> ()', '(pointer) -> pointer'],
    },
  ],
  [
    '9 strings and a string',
    Array.from({ length: 9 }, () => text),
    text,
    {
      symmetric: '(pointer pointer) -> ()',
      canonical: ['(pointer pointer) -> ()', '(pointer) -> pointer'],
    },
  ],
  [
    'handles in lists and options',
    [listOf(option(own)), option(borrow)],
    option(own),
    {
      symmetric: '(pointer length i32 pointer pointer) -> ()',
      canonical: ['(pointer length i32 i32 pointer) -> ()', '(pointer length i32 i32) -> pointer'],
    },
  ],
  [
    'a handle beside a long number',
    [variant(own, primitive('u64'))],
    undefined,
    {
      symmetric: '(i32 pointer-or-i64) -> ()',
      canonical: ['(i32 i64) -> ()', '(i32 i64) -> ()'],
    },
  ],
  [
    'a handle beside a string',
    [variant(own, text)],
    undefined,
    {
      symmetric: '(i32 pointer length) -> ()',
      canonical: ['(i32 pointer length) -> ()', '(i32 pointer length) -> ()'],
    },
  ],
  [
    'a stream, a future and an error context',
    [{ kind: 'stream', element: u32 }, { kind: 'future', element: undefined }, { kind: 'error-context' }],
    { kind: 'stream', element: undefined },
    {
      symmetric: '(pointer pointer i32) -> pointer',
      canonical: ['(i32 i32 i32) -> i32', '(i32 i32 i32) -> i32'],
    },
  ],
];

test.each(cases)('%s', (_, parameters, result, { symmetric, canonical }) => {
  const native = plans('symmetric', parameters, result);
  expect([signature(native.caller), signature(native.callee)]).toEqual([symmetric, symmetric]);
  const component = plans('canonical', parameters, result);
  expect([signature(component.caller), signature(component.callee)]).toEqual(canonical);
});

/** The operations of a kind that stand in a body itself. */
const operations = <Kind extends Op['kind']>({ body }: FunctionPlan, kind: Kind): readonly OpOf<Kind>[] =>
  body.filter((op): op is OpOf<Kind> => op.kind === kind);

test.each(['symmetric', 'canonical'] as const)(
  'parameters in memory and a result in memory have an area each: %s',
  (abi) => {
    const { caller } = plans(abi, numbers(17), text);
    const areas = operations(caller, 'area');
    expect(areas.map(({ layout }) => layout.size)).toEqual([
      { bytes: 68, pointers: 0 },
      { bytes: 0, pointers: 2 },
    ]);
    expect(caller.core.parameters).toEqual(areas.map(({ out }) => out));
  },
);

test('parameters in memory are read before the result is written, and freed by whom they are given to', () => {
  const [lent, given] = (['symmetric', 'canonical'] as const).map(
    (abi) => plans(abi, numbers(17), text).callee,
  );
  expect(lent && operations(lent, 'free')).toEqual([]);
  expect(given && operations(given, 'free').map(({ pointer }) => pointer)).toEqual(
    given?.core.parameters.slice(0, 1),
  );
  for (const plan of [lent, given]) {
    const kinds = plan?.body.map(({ kind }) => kind) ?? [];
    expect(kinds.indexOf('call-user')).toBeGreaterThan(kinds.lastIndexOf('load-scalar'));
    expect(kinds.indexOf('call-user')).toBeLessThan(kinds.indexOf('store'));
  }
});
