/**
 * How values look where a user has a choice. Whoever spells a type and whoever makes or reads a value asks here, so that
 * both see the same one. The initial choice is that of jco, and each other one is one of its switches.
 */
import type { TypeDecl } from '../../resolve/model.js';
import { camelCase, NameScope, pascalCase, shoutyCase } from '../../emit/names.js';
import type { OptionSpec, OptionTable } from '../backend.js';

export interface Presentation {
  /** `object`: `{ read: true }`, a member for each flag; `bigint`: the bits, the first flag is the lowest one. */
  readonly flags: 'object' | 'bigint';
  /** `wit`: `'not-found'`, as WIT spells it; `screaming-snake`: `'NOT_FOUND'`. Tags of variants are always WIT's. */
  readonly enums: 'wit' | 'screaming-snake';
  /** Whether each case of a variant has an interface with a name. The values are the same. */
  readonly variants: 'named' | 'inline';
  /** Whether enums and variants have an object of the same name: of values, or of functions that make them. */
  readonly constants: 'none' | 'objects';
  /** Whether lists, maps and tuples that the bindings only read may be `readonly`. The values are the same. */
  readonly inputs: 'mutable' | 'readonly';
}

/** A choice between words, the usual one first. */
function choice<Word extends string>(help: string, words: readonly [Word, ...Word[]]): OptionSpec<Word> {
  return {
    help,
    placeholder: words.join('|'),
    parse: (text) => words.find((word) => word === text),
    initial: words[0],
  };
}

/** The options of the backend by which users choose. */
export const presentationOptions: OptionTable<Presentation> = {
  flags: choice('whether flags are an object of booleans or the bits of a bigint', ['object', 'bigint']),
  enums: choice(`whether values of enums are spelled as in WIT ('not-found') or as 'NOT_FOUND'`, [
    'wit',
    'screaming-snake',
  ]),
  variants: choice('whether each case of a variant has an interface of its own', ['named', 'inline']),
  constants: choice('whether enums and variants have objects of their values (Color.Red)', [
    'none',
    'objects',
  ]),
  inputs: choice('whether lists that are passed to the bindings may be readonly arrays', [
    'mutable',
    'readonly',
  ]),
};

type Definition<Kind extends TypeDecl['definition']['kind']> = Extract<
  TypeDecl['definition'],
  { kind: Kind }
>;

/** The values of an enum by their discriminants. */
export function enumValues({ cases }: Definition<'enum'>, { enums }: Presentation): readonly string[] {
  return cases.map(({ name }) => (enums === 'wit' ? name : shoutyCase(name)));
}

/** The tags of a variant's values by their discriminants: the WIT's own names, whatever else is chosen. */
export const variantTags = ({ cases }: Definition<'variant'>): readonly string[] =>
  cases.map(({ name }) => name);

/** The members that flags have as an object, by their bits; also those of a record, in the order of its fields. */
export function memberNames(members: readonly { readonly name: string }[]): readonly string[] {
  const names = new NameScope();
  return members.map(({ name }) => names.take(camelCase(name)));
}

/** What the members of an object of constants are called, in the order of the cases or flags. */
export function constantNames(members: readonly { readonly name: string }[]): readonly string[] {
  const names = new NameScope();
  return members.map(({ name }) => names.take(pascalCase(name)));
}

/** The options by which a value looks otherwise than usual. The others change nothing but its type. */
export function otherValues({ flags, enums }: Presentation): readonly (keyof Presentation)[] {
  const all: readonly (readonly [keyof Presentation, boolean])[] = [
    ['flags', flags !== presentationOptions.flags.initial],
    ['enums', enums !== presentationOptions.enums.initial],
  ];
  return all.flatMap(([option, isOther]) => (isOther ? [option] : []));
}

/** Whether a type has an object of constants. The bits of flags would say nothing without it. */
export function hasConstants({ definition }: TypeDecl, { constants, flags }: Presentation): boolean {
  switch (definition.kind) {
    case 'flags':
      return flags === 'bigint';
    case 'enum':
    case 'variant':
      return constants === 'objects';
    default:
      return false;
  }
}
