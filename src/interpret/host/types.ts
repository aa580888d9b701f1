/** Types as the specification treats them. CanonicalABI.md "Despecialization". */
import type { Opaque as OpaqueType } from '../../abi/plan.js';
import type { PrimitiveName, Type, TypeDecl } from '../../resolve/model.js';
import { structureOf } from '../../resolve/model.js';
import { unreachable } from '../../base/invariant.js';
import { caseIndex } from '../scalars.js';
import { expecting, fieldsOf, type Value } from '../values.js';

/** A part of a record or a case of a variant. */
export interface Member {
  readonly name: string;
  readonly type: Type;
}

export interface Alternative {
  readonly name: string;
  readonly type: Type | undefined;
}

/** The few kinds that are left; where several kinds of WIT become one, with the way to their values. */
export type Plain =
  | { readonly kind: 'primitive'; readonly name: PrimitiveName }
  | { readonly kind: 'string' }
  | {
      readonly kind: 'list';
      readonly element: Type;
      readonly items: (value: Value) => readonly Value[];
      readonly make: (items: readonly Value[]) => Value;
    }
  | { readonly kind: 'array'; readonly element: Type; readonly length: number }
  | {
      readonly kind: 'record';
      readonly fields: readonly Member[];
      readonly parts: (value: Value) => readonly Value[];
      readonly make: (parts: readonly Value[]) => Value;
    }
  | {
      readonly kind: 'variant';
      readonly cases: readonly Alternative[];
      readonly caseOf: (value: Value) => { readonly index: number; readonly payload: Value | undefined };
      readonly make: (name: string, payload: Value | undefined) => Value;
    }
  | { readonly kind: 'flags'; readonly decl: TypeDecl; readonly count: number }
  | { readonly kind: 'handle'; readonly ownership: 'own' | 'borrow'; readonly resource: TypeDecl }
  | { readonly kind: 'opaque'; readonly of: OpaqueType };

/** A type without the kinds that are other kinds in disguise. */
export function despecialize(type: Type): Plain {
  const structure = structureOf(type);
  switch (structure.kind) {
    case 'primitive':
    case 'string':
      return structure;
    case 'list':
      return {
        kind: 'list',
        element: structure.element,
        items: (value) => expecting.array(value),
        make: (items) => items,
      };
    case 'map':
      return {
        kind: 'list',
        element: { kind: 'tuple', items: [structure.key, structure.value] },
        items: (value) => [...expecting.map(value)],
        make: mapOf,
      };
    case 'fixed-length-list':
      return { kind: 'array', element: structure.element, length: structure.length };
    case 'tuple':
      return {
        kind: 'record',
        fields: structure.items.map((item, index) => ({ name: String(index), type: item })),
        parts: (value) => expecting.array(value),
        make: (parts) => parts,
      };
    case 'option':
      return variantOf([
        { name: 'none', type: undefined },
        { name: 'some', type: structure.inner },
      ]);
    case 'result':
      return variantOf([
        { name: 'ok', type: structure.ok },
        { name: 'error', type: structure.err },
      ]);
    case 'own':
    case 'borrow':
      return { kind: 'handle', ownership: structure.kind, resource: structure.resource };
    case 'stream':
    case 'future':
    case 'error-context':
      return { kind: 'opaque', of: structure };
    case 'declared':
      return declaredType(structure.decl);
    default:
      return unreachable(structure);
  }
}

const mapOf = (entries: readonly Value[]): Value =>
  new Map(
    entries.map((entry): [Value, Value] => {
      const [key = '', value = ''] = expecting.array(entry);
      return [key, value];
    }),
  );

function variantOf(cases: readonly Alternative[]): Plain {
  const names = cases.map(({ name }) => name);
  return {
    kind: 'variant',
    cases,
    caseOf(value) {
      const { tag, val } = expecting.sum(value);
      return { index: caseIndex(names, tag), payload: val };
    },
    make: (tag, val) => ({ tag, val }),
  };
}

function declaredType(decl: TypeDecl): Plain {
  const { definition } = decl;
  switch (definition.kind) {
    case 'record': {
      const { fields } = definition;
      return {
        kind: 'record',
        fields,
        parts: (value) => fields.map(({ name }) => expecting.field(value, name)),
        make: (parts) => fieldsOf(fields.map(({ name }, index) => [name, parts[index] ?? []])),
      };
    }
    case 'variant':
      return variantOf(definition.cases);
    case 'enum': {
      const cases = definition.cases.map(({ name }) => ({ name, type: undefined }));
      const names = cases.map(({ name }) => name);
      return {
        kind: 'variant',
        cases,
        caseOf: (value) => ({ index: caseIndex(names, expecting.string(value)), payload: undefined }),
        make: (name) => name,
      };
    }
    case 'flags':
      return { kind: 'flags', decl, count: definition.flags.length };
    case 'resource':
      return { kind: 'handle', ownership: 'own', resource: decl };
    case 'alias':
      return declaredType(definition.target);
    case 'type':
      return despecialize(definition.type);
    default:
      return unreachable(definition);
  }
}
