import { unreachable } from '../base/invariant.js';
import { structureOf, type Type, type TypeDecl } from '../resolve/model.js';
import type { Opaque, Product, Scalar, Sequence, Sum } from './plan.js';
import { factsOf } from './type-facts.js';

/** One part of a record or tuple; the parts of a tuple are named `0`, `1`, … */
export interface Part {
  readonly name: string;
  readonly type: Type;
}

/** One case of a variant, option or result. */
export interface SumCase {
  readonly name: string;
  readonly type: Type | undefined;
}

/** What the planner distinguishes: types with all names followed, grouped by how they cross. */
export type Shape =
  | { readonly kind: 'scalar'; readonly of: Scalar }
  | { readonly kind: 'flags'; readonly decl: TypeDecl; readonly count: number }
  | { readonly kind: 'product'; readonly of: Product; readonly parts: readonly Part[] }
  | { readonly kind: 'sum'; readonly of: Sum; readonly cases: readonly SumCase[] }
  /** Strings, and lists of plain data. */
  | { readonly kind: 'sequence'; readonly of: Sequence; readonly element: Type }
  /** Lists whose elements are converted one by one. */
  | { readonly kind: 'list'; readonly element: Type }
  | { readonly kind: 'handle'; readonly handle: 'own' | 'borrow'; readonly resource: TypeDecl }
  /** Lists of fixed length: their elements stand where the list does. */
  | {
      readonly kind: 'array';
      readonly of: Extract<Type, { kind: 'fixed-length-list' }>;
      readonly element: Type;
      readonly count: number;
    }
  /** Maps cross as lists of `entry`, which is `tuple<key, value>`. */
  | {
      readonly kind: 'map';
      readonly of: Extract<Type, { kind: 'map' }>;
      readonly key: Type;
      readonly value: Type;
      readonly entry: Extract<Type, { kind: 'tuple' }>;
    }
  | { readonly kind: 'opaque'; readonly of: Opaque };

const byte: Type = { kind: 'primitive', name: 'u8' };

export function shapeOf(type: Type): Shape {
  const structure = structureOf(type);
  switch (structure.kind) {
    case 'primitive':
      return { kind: 'scalar', of: structure };
    case 'string':
      return { kind: 'sequence', of: structure, element: byte };
    case 'list':
      return factsOf(structure.element).isBitwise
        ? { kind: 'sequence', of: structure, element: structure.element }
        : { kind: 'list', element: structure.element };
    case 'tuple':
      return { kind: 'product', of: structure, parts: tupleParts(structure.items) };
    case 'option':
      return { kind: 'sum', of: structure, cases: [case_('none'), case_('some', structure.inner)] };
    case 'result':
      return {
        kind: 'sum',
        of: structure,
        cases: [case_('ok', structure.ok), case_('error', structure.err)],
      };
    case 'own':
    case 'borrow':
      return { kind: 'handle', handle: structure.kind, resource: structure.resource };
    case 'declared':
      return declaredShape(structure.decl);
    case 'fixed-length-list': {
      const { element, length } = structure;
      return { kind: 'array', of: structure, element, count: length };
    }
    case 'map': {
      const { key, value } = structure;
      const entry = { kind: 'tuple', items: [key, value] } as const;
      return { kind: 'map', of: structure, key, value, entry };
    }
    case 'stream':
    case 'future':
    case 'error-context':
      return { kind: 'opaque', of: structure };
    default:
      return unreachable(structure);
  }
}

const case_ = (name: string, type?: Type): SumCase => ({ name, type });

const tupleParts = (items: readonly Type[]): readonly Part[] =>
  items.map((type, index) => ({ name: String(index), type }));

function declaredShape(decl: TypeDecl): Shape {
  const { definition } = decl;
  switch (definition.kind) {
    case 'record':
      return {
        kind: 'product',
        of: { kind: 'record', decl, names: definition.fields.map((field) => field.name) },
        parts: definition.fields,
      };
    case 'variant':
      return { kind: 'sum', of: { kind: 'variant', decl }, cases: definition.cases };
    case 'enum':
      return { kind: 'scalar', of: { kind: 'enum', decl } };
    case 'flags':
      return { kind: 'flags', decl, count: definition.flags.length };
    case 'resource':
      // A bare resource in value position is `own`; the front end writes it so, and aliases end here.
      return { kind: 'handle', handle: 'own', resource: decl };
    case 'alias':
      return declaredShape(definition.target);
    case 'type':
      return shapeOf(definition.type);
    default:
      return unreachable(definition);
  }
}

/** The bytes of a discriminant. CanonicalABI.md "Alignment": the smallest of 1, 2, 4 that can count the cases. */
export function discriminantBytes(cases: number): 1 | 2 | 4 {
  if (cases <= 1 << 8) return 1;
  return cases <= 1 << 16 ? 2 : 4;
}

/** The number of cases of an enum. */
export function caseCount(of: Scalar): number {
  return of.kind === 'enum' && of.decl.definition.kind === 'enum' ? of.decl.definition.cases.length : 0;
}
