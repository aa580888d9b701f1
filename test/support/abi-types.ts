/** All synchronous types at random, and values of them. */
import fc from 'fast-check';
import { Token, type Value } from '../../src/interpret/values.js';
import { structureOf, type Type, type TypeDecl } from '../../src/resolve/model.js';
import { enumOf, flagsOf, listOf, primitive, record, text, variant } from './types.js';

/** What types are made of. */
export interface TypeOptions {
  /** Resources of handles in them. */
  readonly resources: readonly TypeDecl[];
  /** Whether there are borrows; a result has none. */
  readonly borrows: boolean;
  /** Whether there are streams, futures and error contexts. */
  readonly opaque: boolean;
  /** How many flags there may be. */
  readonly flags?: readonly number[];
}

const manyFlags = [1, 8, 9, 16, 17, 32, 33, 70];

const names = ['bool', 'u8', 's8', 'u16', 's16', 'u32', 's32', 'u64', 's64', 'f32', 'f64', 'char'] as const;
const keyTypes: readonly Type[] = [
  ...names.filter((name) => name !== 'f32' && name !== 'f64').map(primitive),
  text,
];

/** Any type, a few levels deep. */
export function typesOf({ resources, borrows, opaque, flags = manyFlags }: TypeOptions): fc.Arbitrary<Type> {
  const handles = resources.flatMap((resource): readonly Type[] => [
    { kind: 'own', resource },
    ...(borrows ? [{ kind: 'borrow', resource } as const] : []),
  ]);
  const opaques: readonly Type[] = opaque
    ? [
        { kind: 'stream', element: primitive('u8') },
        { kind: 'future', element: undefined },
        { kind: 'error-context' },
      ]
    : [];
  return fc.letrec<{ type: Type }>((tie) => {
    const some = fc.array(tie('type'), { minLength: 1, maxLength: 5 });
    const maybe = fc.option(tie('type'), { nil: undefined });
    return {
      type: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        { weight: 5, arbitrary: fc.constantFrom<Type>(...names.map(primitive), text) },
        { weight: 2, arbitrary: fc.constantFrom<Type>(text, ...handles, ...opaques) },
        fc.constantFrom(...flags).map(flagsOf),
        fc.constantFrom(1, 2, 256, 257).map(enumOf),
        { weight: 3, arbitrary: tie('type').map(listOf) },
        tie('type').map((inner): Type => ({ kind: 'option', inner })),
        fc.tuple(maybe, maybe).map(([ok, err]): Type => ({ kind: 'result', ok, err })),
        fc
          .tuple(tie('type'), fc.integer({ min: 1, max: 4 }))
          .map(([element, length]): Type => ({ kind: 'fixed-length-list', element, length })),
        fc
          .tuple(fc.constantFrom(...keyTypes), tie('type'))
          .map(([key, value]): Type => ({ kind: 'map', key, value })),
        some.map((items): Type => ({ kind: 'tuple', items })),
        some.map((types) => record(...types)),
        fc.array(maybe, { minLength: 1, maxLength: 5 }).map((types) => variant(...types)),
      ),
    };
  }).type;
}

/** A handle, stream or the like that a value is to have: what it is, the test decides when it has components. */
export class Wanted extends Token {
  constructor(readonly type: Type) {
    super();
  }
}

const integer = (bits: number, hasSign: boolean): fc.Arbitrary<number> =>
  fc.integer(
    hasSign ? { min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 } : { min: 0, max: 2 ** bits - 1 },
  );

const primitives: Readonly<Record<(typeof names)[number], fc.Arbitrary<Value>>> = {
  bool: fc.boolean(),
  u8: integer(8, false),
  s8: integer(8, true),
  u16: integer(16, false),
  s16: integer(16, true),
  u32: integer(32, false),
  s32: integer(32, true),
  u64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  s64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  f32: fc.float(),
  f64: fc.double(),
  char: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
};

/** Any value of a type. */
export function valuesOf(type: Type): fc.Arbitrary<Value> {
  const structure = structureOf(type);
  switch (structure.kind) {
    case 'primitive':
      return primitives[structure.name];
    case 'string':
      return fc.string({ unit: 'binary', maxLength: 12 });
    case 'list':
      return fc.array(valuesOf(structure.element), { maxLength: 4 });
    case 'fixed-length-list': {
      const { element, length } = structure;
      return fc.array(valuesOf(element), { minLength: length, maxLength: length });
    }
    case 'map':
      return fc
        .array(fc.tuple(valuesOf(structure.key), valuesOf(structure.value)), { maxLength: 4 })
        .map((entries) => new Map(entries));
    case 'tuple':
      return fc.tuple(...structure.items.map(valuesOf));
    case 'option':
      return oneCase([
        ['none', undefined],
        ['some', structure.inner],
      ]);
    case 'result':
      return oneCase([
        ['ok', structure.ok],
        ['error', structure.err],
      ]);
    case 'declared':
      return declaredValues(structure.decl);
    case 'own':
    case 'borrow':
    case 'stream':
    case 'future':
    case 'error-context':
      return fc.constant(structure).map((wanted) => new Wanted(wanted));
  }
}

function declaredValues({ definition, name }: TypeDecl): fc.Arbitrary<Value> {
  switch (definition.kind) {
    case 'record':
      return fields(definition.fields.map((field) => [field.name, valuesOf(field.type)]));
    case 'variant':
      return oneCase(definition.cases.map((each) => [each.name, each.type]));
    case 'enum':
      return fc.nat(definition.cases.length - 1).map((index) => definition.cases[index]?.name ?? '');
    case 'flags':
      return fields(definition.flags.map((flag) => [flag.name, fc.boolean()]));
    default:
      throw new Error(`${name} has no values of its own`);
  }
}

const fields = (parts: readonly (readonly [string, fc.Arbitrary<Value>])[]): fc.Arbitrary<Value> =>
  fc.record(Object.fromEntries(parts)).map((value) => ({ ...value }));

const oneCase = (cases: readonly (readonly [string, Type | undefined])[]): fc.Arbitrary<Value> =>
  fc.oneof(
    ...cases.map(([tag, type]) =>
      type ? valuesOf(type).map((val) => ({ tag, val })) : fc.constant({ tag, val: undefined }),
    ),
  );

/** A value with its handles and the like replaced. */
export function replaced(value: Value, replace: (token: Token) => Value): Value {
  if (value instanceof Token) return replace(value);
  if (value instanceof Map) {
    // `instanceof` forgets what the map holds.
    const entries = [...(value as ReadonlyMap<Value, Value>)];
    return new Map(entries.map(([key, entry]) => [key, replaced(entry, replace)]));
  }
  if (Array.isArray(value)) return value.map((item: Value) => replaced(item, replace));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, Value | undefined]) => [
      name,
      part === undefined ? part : replaced(part, replace),
    ]),
  ) as Value;
}
