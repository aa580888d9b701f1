/** Flags: an integer of the smallest width that has a bit for each, or an array of 32-bit words past 128. */
import { invariant } from '../../base/invariant.js';
import type { Inline } from '../../emit/code.js';
import type { TypeDecl } from '../../resolve/model.js';
import { cast, either, method } from './expressions.js';
import { array, call } from './lists.js';

const integers = [8, 16, 32, 64, 128] as const;

/** The integer that holds the bits, or the number of words of the array that does. */
export type FlagsRepresentation =
  { readonly kind: 'integer'; readonly bits: number } | { readonly kind: 'words'; readonly count: number };

/** How many flags there are. */
export function flagCount(decl: TypeDecl): number {
  invariant(decl.definition.kind === 'flags', `${decl.name} to be flags`);
  return decl.definition.flags.length;
}

/** How the bits of a flags type are held. */
export function representation(decl: TypeDecl): FlagsRepresentation {
  const count = flagCount(decl);
  const bits = integers.find((each) => count <= each);
  return bits ? { kind: 'integer', bits } : { kind: 'words', count: Math.ceil(count / 32) };
}

/** The `word`-th core value of a flags value. */
export function wordOf(decl: TypeDecl, value: Inline, word: number): Inline {
  const held = representation(decl);
  const bits = method(value, 'bits');
  if (held.kind === 'words') return cast([bits, `[${String(word)}]`], 'i32');
  if (held.bits < 32) return call('i32::from', bits);
  return cast(word === 0 ? bits : ['(', bits, ` >> ${String(32 * word)})`], 'i32');
}

/** The bits of a flags value from its core values. */
export function bitsOf(decl: TypeDecl, words: readonly Inline[]): Inline {
  const held = representation(decl);
  if (held.kind === 'words') return array(words.map((word) => cast(word, 'u32')));
  const type = `u${String(held.bits)}`;
  const [first = '0', ...others] = words;
  if (words.length === 0) return first;
  if (others.length === 0) return cast(first, type);
  return either(
    words.map((word, index) => {
      const wide = call(`${type}::from`, cast(word, 'u32'));
      return index === 0 ? wide : ['(', wide, ` << ${String(32 * index)})`];
    }),
  );
}
