/** What the user's own functions deal in: views of somebody's memory, or values of their own. */
import { structureOf, type Type, type TypeDecl } from '../resolve/model.js';
import { partsOf } from '../resolve/parts.js';
import type { Passing, ValueLocal } from './plan.js';
import { factsOf } from './type-facts.js';

/**
 * The styles of API by the name that `--api` takes. In `std` an imported function looks at its caller's
 * data and an exported one gets values of its own. In `views` both look, and how far an exported function
 * does is the backend's `received`. Results are values in either.
 */
export type ApiName = 'std' | 'views';

/** Anonymous types with parts; a string has none, and records and variants are asked for by name. */
export type ViewedKind = 'list' | 'map' | 'fixed-length-list' | 'tuple' | 'option' | 'result';

/**
 * How far views reach in the language of a backend, which states it from its options. The planner
 * needs it to know which strings inside a value are looked at and which are copied.
 */
export interface ApiStyle {
  /** How exported functions get their parameters; those of imported functions are always views. */
  readonly received: Passing;
  /** Whether the parts of a view of this kind are views themselves, as in `std::span<std::string_view const>`. */
  readonly viewsWithin: Readonly<Record<ViewedKind, boolean>>;
  /** Whether a record or variant has a type for views of it, as `PointParam` beside `Point`. */
  readonly hasView: (decl: TypeDecl) => boolean;
  /**
   * Whether strings and lists that are owners lie in memory as the ABI has them, a pointer that is never
   * null and a length, so that lists of them cross as they are; absent if they do not.
   */
  readonly ownersLieAsTheyCross?: boolean;
  /** Whether a type is an owner although its parts could be views; absent if none is. */
  readonly isWhole?: (type: Type) => boolean;
  /** Whether a view of a list or map has owners inside although others of its kind have views; absent if none has. */
  readonly isShallow?: (type: Type) => boolean;
  /**
   * Whether views of strings and lists lie so, too: they are a pointer and a length, in this order. Lists
   * of them are sent as they are; whoever receives one has to look at each. Absent if they do not.
   */
  readonly viewsLieAsTheyCross?: boolean;
  /**
   * Whether bools, enums, flags of one word and records of them lie in memory as in C, so that lists of
   * them are sent as they lie. Absent where they do not.
   */
  readonly sendsAsInC?: boolean;
  /**
   * Whether the language sees to it that every char is a Unicode scalar value: then they are sent as they
   * lie, too. Absent where chars are integers, which are checked on the way.
   */
  readonly charsAreValid?: boolean;
  /** Whether numbers are all that a list can hold as it crosses, as in arrays that are typed. Absent where records are, too. */
  readonly onlyNumbersLie?: boolean;
  /** Whether somebody else declares a type, who need not have laid it out as the ABI does; absent if nobody does. */
  readonly isForeign?: (decl: TypeDecl) => boolean;
}

/** Views reach into everything but named types. */
const everywhere: ApiStyle['viewsWithin'] = {
  list: true,
  map: true,
  'fixed-length-list': true,
  tuple: true,
  option: true,
  result: true,
};

/** Styles of no particular language: of plans that are read rather than spelled. */
export const plainStyles: Readonly<Record<ApiName, ApiStyle>> = {
  std: { received: 'owner', viewsWithin: everywhere, hasView: () => false },
  views: { received: 'view', viewsWithin: everywhere, hasView: () => false },
};

/** A value is a view where that is wanted and its type has one; a number or a handle is itself. */
export function passingOf(type: Type, wanted: Passing, style: ApiStyle): Passing {
  switch (wanted) {
    case 'owner':
      return 'owner';
    case 'view':
      if (!canBeView(type, style)) return 'owner';
      return style.isShallow?.(type) ? 'shallow' : 'view';
    case 'shallow':
      return shallowPassingOf(type, style);
  }
}

/**
 * A list is a view of owners. Tuples and lists of fixed length, which are values whose parts stand side by
 * side, have each part as it would be by itself. Strings have nothing inside, and maps are views all the
 * way; everything else owns its content.
 */
function shallowPassingOf(type: Type, style: ApiStyle): Passing {
  if (style.isWhole?.(type)) return 'owner';
  const structure = structureOf(type);
  switch (structure.kind) {
    case 'string':
    case 'map':
      return 'view';
    case 'list':
      return 'shallow';
    case 'fixed-length-list':
    case 'tuple': {
      const isLookedAt = (part: Type): boolean => shallowPassingOf(part, style) !== 'owner';
      return style.viewsWithin[structure.kind] && partsOf(structure).some(isLookedAt) ? 'shallow' : 'owner';
    }
    default:
      return 'owner';
  }
}

/**
 * How a part of a value is passed: views have views inside as far as the style goes, owners have owners, and
 * so have lists and maps that are shallow.
 */
export function passingWithin(
  whole: Pick<ValueLocal, 'type' | 'passing'>,
  part: Type,
  style: ApiStyle,
): Passing {
  if (whole.passing === 'owner') return 'owner';
  const { kind } = structureOf(whole.type);
  if (whole.passing === 'shallow') {
    return kind === 'list' || kind === 'map' ? 'owner' : shallowPassingOf(part, style);
  }
  const reaches = isViewedKind(kind) ? style.viewsWithin[kind] : true;
  return reaches ? passingOf(part, 'view', style) : 'owner';
}

/** Which way a value crosses. Receivers have to look at what not every bit pattern is a value of. */
export type Way = 'sent' | 'received';

/**
 * Whether a value lies in memory as the ABI wants it, so that a list of such values crosses without
 * conversion. True of plain data in every language; the backend asserts what it is told of the rest.
 */
export function crossesAsItLies(type: Type, passing: Passing, way: Way, style: ApiStyle): boolean {
  if (style.onlyNumbersLie === true) {
    return structureOf(type).kind === 'primitive' && factsOf(type).isBitwise;
  }
  if (factsOf(type).isBitwise) return true;
  const partCrosses = (part: Type): boolean =>
    crossesAsItLies(part, passingWithin({ type, passing }, part, style), way, style);
  const isSentAsInC = way === 'sent' && style.sendsAsInC === true;
  const structure = structureOf(type);
  switch (structure.kind) {
    case 'primitive':
      return isSentAsInC && (structure.name !== 'char' || style.charsAreValid === true);
    case 'fixed-length-list':
      return (passing === 'view' || !factsOf(type).hasList) && partCrosses(structure.element);
    case 'string':
      return pointersCross(passing, way, style);
    case 'list':
      return pointersCross(passing, way, style) && partCrosses(structure.element);
    case 'declared': {
      const { decl } = structure;
      return style.isForeign?.(decl) !== true && declaredCrosses(decl, isSentAsInC, partCrosses);
    }
    default:
      return false;
  }
}

function declaredCrosses(
  { definition }: TypeDecl,
  isSentAsInC: boolean,
  partCrosses: (part: Type) => boolean,
): boolean {
  switch (definition.kind) {
    case 'record':
      return definition.fields.length > 0 && definition.fields.every((field) => partCrosses(field.type));
    case 'enum':
      return isSentAsInC;
    case 'flags':
      return isSentAsInC && definition.flags.length > 0 && definition.flags.length <= flagsOfOneWord;
    default:
      return false;
  }
}

/** Whether what is behind a pointer lies as the ABI has it, a pointer that is never null and a length. */
const pointersCross = (passing: Passing, way: Way, style: ApiStyle): boolean =>
  passing === 'owner'
    ? style.ownersLieAsTheyCross === true
    : way === 'sent' && style.viewsLieAsTheyCross === true;

/** Flags past this many are words of an array; languages keep some of them in wider integers. */
const flagsOfOneWord = 32;

function canBeView(type: Type, style: ApiStyle): boolean {
  if (style.isWhole?.(type)) return false;
  const structure = structureOf(type);
  switch (structure.kind) {
    case 'string':
    case 'list':
    case 'map':
      return true;
    case 'fixed-length-list':
    case 'tuple':
    case 'option':
    case 'result':
      return style.viewsWithin[structure.kind] && partsOf(structure).some((part) => canBeView(part, style));
    case 'declared':
      return style.hasView(structure.decl);
    default:
      return false;
  }
}

const isViewedKind = (kind: string): kind is ViewedKind => Object.hasOwn(everywhere, kind);
