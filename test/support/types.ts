/** Types made by hand and at random, for tests of what depends on types alone. */
import fc from 'fast-check';
import type {
  Interface,
  Parameter,
  Type,
  TypeDecl,
  TypeDefinition,
  World,
  WorldInterface,
} from '../../src/resolve/model.js';

const nowhere = { file: { path: 'test.wit', text: '' }, start: 0, end: 0 };

const package_ = {
  name: { namespace: 'test', name: 'test', version: undefined },
  docs: undefined,
  interfaces: [],
  worlds: [],
  ledger: { types: [], inlineInterfaces: [] },
};

/** An interface with nothing in it. */
export const interfaceOf = (name: string): Interface => ({
  kind: 'interface',
  name,
  docs: undefined,
  origin: nowhere,
  package: package_,
  isInline: false,
  types: [],
  functions: [],
});

/** A world of some interfaces. */
export function worldOf(name: string, imports: readonly Interface[], exports: readonly Interface[]): World {
  const item = (interface_: Interface): WorldInterface => ({
    kind: 'interface',
    key: undefined,
    interface: interface_,
    origin: nowhere,
  });
  return {
    kind: 'world',
    name,
    docs: undefined,
    origin: nowhere,
    package: package_,
    imports: imports.map(item),
    exports: exports.map(item),
    types: [],
    inclusions: [],
  };
}

/** Parameters `p0`, `p1`, … */
export const parameters = (types: readonly Type[]): readonly Parameter[] =>
  types.map((type, index) => ({ name: `p${String(index)}`, type, origin: nowhere }));

/** Where hand-made types live; nothing looks inside. */
const owner = interfaceOf('test');

export const declared = (name: string, definition: TypeDefinition, of: Interface = owner): TypeDecl => ({
  name,
  docs: undefined,
  origin: nowhere,
  owner: of,
  definition,
});

const item = (name: string) => ({ name, docs: undefined, origin: nowhere });

export const record = (...types: readonly Type[]): Type => ({
  kind: 'named',
  decl: declared('r', {
    kind: 'record',
    fields: types.map((type, index) => ({ ...item(`f${String(index)}`), type })),
  }),
});

export const variant = (...types: readonly (Type | undefined)[]): Type => ({
  kind: 'named',
  decl: declared('v', {
    kind: 'variant',
    cases: types.map((type, index) => ({ ...item(`c${String(index)}`), type })),
  }),
});

export const enumOf = (count: number): Type => ({
  kind: 'named',
  decl: declared('e', {
    kind: 'enum',
    cases: Array.from({ length: count }, (_, index) => item(`c${String(index)}`)),
  }),
});

export const flagsOf = (count: number): Type => ({
  kind: 'named',
  decl: declared('f', {
    kind: 'flags',
    flags: Array.from({ length: count }, (_, index) => item(`f${String(index)}`)),
  }),
});

export const resource = declared('res', { kind: 'resource' });

export const own: Type = { kind: 'own', resource };

export const text: Type = { kind: 'string' };

export const primitive = (name: Extract<Type, { kind: 'primitive' }>['name']): Type => ({
  kind: 'primitive',
  name,
});

export const listOf = (element: Type): Type => ({ kind: 'list', element });

const primitives = (
  ['bool', 'u8', 's8', 'u16', 's16', 'u32', 's32', 'u64', 's64', 'f32', 'f64', 'char'] as const
).map(primitive);

/** Any type of the synchronous core, up to a few levels deep. */
export const anyType: fc.Arbitrary<Type> = fc.letrec<{ type: Type }>((tie) => {
  const some = fc.array(tie('type'), { minLength: 1, maxLength: 5 });
  const maybe = fc.option(tie('type'), { nil: undefined });
  return {
    type: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<Type>(...primitives, text, own),
      fc.integer({ min: 1, max: 70 }).map(flagsOf),
      fc.constantFrom(1, 2, 255, 256, 257, 65_536, 65_537).map(enumOf),
      tie('type').map(listOf),
      tie('type').map((inner): Type => ({ kind: 'option', inner })),
      fc.tuple(maybe, maybe).map(([ok, err]): Type => ({ kind: 'result', ok, err })),
      some.map((items): Type => ({ kind: 'tuple', items })),
      some.map((types) => record(...types)),
      fc.array(maybe, { minLength: 1, maxLength: 5 }).map((types) => variant(...types)),
    ),
  };
}).type;
