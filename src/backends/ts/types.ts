/** How the types of WIT are spelled. The mapping of values is that of jco. */
import { join, need, type Inline } from '../../emit/code.js';
import { InternalError } from '../../base/invariant.js';
import { structureOf, type PrimitiveName, type Type, type TypeDecl } from '../../resolve/model.js';

/** What the spelling of a type depends on: the module in which it stands. */
export interface TypeContext {
  /** A declared type, wherever it is declared. */
  declared(decl: TypeDecl): Inline;
  /** Something that JavaScript has everywhere. */
  global(name: string): string;
  /** `Option` or `Result`. */
  shared(name: string): string;
  /** Whether whoever gets the value may change it. */
  readonly access: 'mutable' | 'readonly';
}

const primitives: Readonly<Record<PrimitiveName, string>> = {
  bool: 'boolean',
  u8: 'number',
  u16: 'number',
  u32: 'number',
  u64: 'bigint',
  s8: 'number',
  s16: 'number',
  s32: 'number',
  s64: 'bigint',
  f32: 'number',
  f64: 'number',
  char: 'string',
};

/** The typed arrays that lists of numbers are. */
const typedArrays: Partial<Readonly<Record<PrimitiveName, string>>> = {
  u8: 'Uint8Array',
  u16: 'Uint16Array',
  u32: 'Uint32Array',
  u64: 'BigUint64Array',
  s8: 'Int8Array',
  s16: 'Int16Array',
  s32: 'Int32Array',
  s64: 'BigInt64Array',
  f32: 'Float32Array',
  f64: 'Float64Array',
};

/** Longer lists of fixed length are arrays of any length: a tuple would not be read by anybody. */
const longestTuple = 64;

/** What the compiler has to know of JavaScript, by what the text makes use of. */
export const library = {
  map: need('es2015'),
  bigArrays: need('es2020'),
  disposable: need('esnext.disposable'),
} as const;

/** Marks the text as making use of a type of the shared module. */
const sharedPrefix = 'shared:';
export const sharedNeed = (name: string): string => `${sharedPrefix}${name}`;
export const sharedName = (needed: string): string | undefined =>
  needed.startsWith(sharedPrefix) ? needed.slice(sharedPrefix.length) : undefined;

export function spellType(type: Type, cx: TypeContext): Inline {
  const spell = (each: Type): Inline => spellType(each, cx);
  switch (type.kind) {
    case 'primitive':
      return primitives[type.name];
    case 'string':
      return 'string';
    case 'list':
      return spellList(type.element, cx);
    case 'fixed-length-list':
      return type.length > longestTuple
        ? spellArray(type.element, cx)
        : [
            ...readonlyMark(cx),
            '[',
            join(
              Array.from({ length: type.length }, () => spell(type.element)),
              ', ',
            ),
            ']',
          ];
    case 'map':
      return [
        library.map,
        generic(cx.global(cx.access === 'readonly' ? 'ReadonlyMap' : 'Map'), [
          spell(type.key),
          spell(type.value),
        ]),
      ];
    case 'tuple':
      return [...readonlyMark(cx), '[', join(type.items.map(spell), ', '), ']'];
    case 'option':
      return isNullable(type)
        ? [spell(type.inner), ' | undefined']
        : shared('Option', [spell(type.inner)], cx);
    case 'result':
      return shared('Result', [spellOptional(type.ok, cx), spellOptional(type.err, cx)], cx);
    case 'own':
    case 'borrow':
      return cx.declared(type.resource);
    case 'named':
      return cx.declared(type.decl);
    case 'error-context':
    case 'future':
    case 'stream':
      throw new InternalError(
        `expected no ${type.kind}, which is of a feature that the backend does not claim`,
      );
  }
}

/** A type, or `void` where there is none. */
export function spellOptional(type: Type | undefined, cx: TypeContext): Inline {
  return type ? spellType(type, cx) : 'void';
}

/**
 * Whether a type is `T | undefined`. An option is, unless its own payload is: then `undefined` could mean either,
 * and it is an `Option<T>`.
 */
export function isNullable(type: Type): boolean {
  const structure = structureOf(type);
  return structure.kind === 'option' && !isNullable(structure.inner);
}

/** What stands in a field or behind a colon of an optional one: the type without its `undefined`. */
export function spellPresent(type: Type, cx: TypeContext): Inline {
  return type.kind === 'option' && isNullable(type) ? spellType(type.inner, cx) : spellType(type, cx);
}

function spellList(element: Type, cx: TypeContext): Inline {
  const structure = structureOf(element);
  const array = structure.kind === 'primitive' ? typedArrays[structure.name] : undefined;
  if (array === undefined) return spellArray(element, cx);
  return array.startsWith('Big') ? [library.bigArrays, cx.global(array)] : cx.global(array);
}

function spellArray(element: Type, cx: TypeContext): Inline {
  const array = cx.access === 'readonly' ? 'ReadonlyArray' : 'Array';
  return generic(cx.global(array), [spellType(element, cx)]);
}

const readonlyMark = ({ access }: TypeContext): readonly Inline[] =>
  access === 'readonly' ? ['readonly '] : [];

function shared(name: string, parts: readonly Inline[], cx: TypeContext): Inline {
  return [need(sharedNeed(name)), generic(cx.shared(name), parts)];
}

const generic = (name: string, parts: readonly Inline[]): Inline => [name, '<', join(parts, ', '), '>'];
