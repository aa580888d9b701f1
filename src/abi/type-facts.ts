import type { Type, TypeDecl } from '../resolve/model.js';

/** What a type contains, at any depth. */
export interface TypeFacts {
  /** Strings, lists or maps: something behind a pointer. */
  readonly hasList: boolean;
  readonly hasOwn: boolean;
  readonly hasBorrow: boolean;
  /**
   * Plain data: every bit pattern is a value, and a C struct of it has the ABI's layout. Lists of it
   * cross without conversion, so backends declare such records as C structs and assert the layout.
   * True of integers, floats and records of them. Not of tuples, whose order in memory is the
   * library's, nor of bool, char and enums, which have invalid bit patterns: api-style.ts knows when
   * those are sent as they lie.
   */
  readonly isBitwise: boolean;
}

const nothing: TypeFacts = {
  hasList: false,
  hasOwn: false,
  hasBorrow: false,
  isBitwise: false,
};
const bitwise: TypeFacts = { ...nothing, isBitwise: true };

const known = new WeakMap<TypeDecl, TypeFacts>();

/** Facts of a declared type; computed once. */
export function factsOfDecl(decl: TypeDecl): TypeFacts {
  const facts = known.get(decl) ?? computeDecl(decl);
  known.set(decl, facts);
  return facts;
}

export function factsOf(type: Type): TypeFacts {
  switch (type.kind) {
    case 'primitive':
      return type.name === 'char' || type.name === 'bool' ? nothing : bitwise;
    case 'string':
      return { ...nothing, hasList: true };
    case 'list':
      return { ...union([factsOf(type.element)]), hasList: true };
    case 'map':
      return { ...union([factsOf(type.key), factsOf(type.value)]), hasList: true };
    case 'fixed-length-list':
      return factsOf(type.element);
    case 'tuple':
      return union(type.items.map(factsOf));
    case 'option':
      return union([factsOf(type.inner)]);
    case 'result':
      return union([type.ok, type.err].flatMap((arm) => (arm ? [factsOf(arm)] : [])));
    case 'own':
      return { ...nothing, hasOwn: true };
    case 'borrow':
      return { ...nothing, hasBorrow: true };
    case 'future':
    case 'stream':
      return { ...nothing, hasOwn: true };
    case 'error-context':
      return nothing;
    case 'named':
      return factsOfDecl(type.decl);
  }
}

function computeDecl(decl: TypeDecl): TypeFacts {
  const { definition } = decl;
  switch (definition.kind) {
    case 'record': {
      const fields = definition.fields.map((field) => factsOf(field.type));
      return {
        ...union(fields),
        isBitwise: fields.length > 0 && fields.every((field) => field.isBitwise),
      };
    }
    case 'variant':
      return union(definition.cases.flatMap((each) => (each.type ? [factsOf(each.type)] : [])));
    case 'enum':
    case 'flags':
    case 'resource':
      return nothing;
    case 'alias':
      return factsOfDecl(definition.target);
    case 'type':
      return factsOf(definition.type);
  }
}

/** What any of the parts contains; a whole of parts is not plain data unless its kind says so. */
function union(parts: readonly TypeFacts[]): TypeFacts {
  return {
    hasList: parts.some((part) => part.hasList),
    hasOwn: parts.some((part) => part.hasOwn),
    hasBorrow: parts.some((part) => part.hasBorrow),
    isBitwise: false,
  };
}
