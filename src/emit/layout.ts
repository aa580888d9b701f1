/**
 * Text that can be laid out in several ways, in the manner of pretty printers: where a line may be broken, and
 * which of several spellings is taken. Where nothing has to be broken, all of it stands on one line.
 */
import type { Block, Inline } from './code.js';

export type Layout =
  | LineBreak
  | Nested
  | OneLine
  | Choice
  | Within
  | Packed
  | Reserved
  | FollowedBy
  | IndentationLeft
  | Overlong;

/** A new line, as deep as the text around it. */
export interface LineBreak {
  readonly layout: 'break';
}

/** Text whose line breaks lead one level deeper. */
export interface Nested {
  readonly layout: 'nested';
  readonly inside: Inline;
}

/**
 * Text that fits only if it stands on one line that has `width` columns left, which may be more than the text
 * takes; infinitely many if it is longer than allowed.
 */
export interface OneLine {
  readonly layout: 'one-line';
  readonly inside: Inline;
  readonly width: number;
}

/** The first of these that fits, or the last. `width` is that of the first on one line. */
export interface Choice {
  readonly layout: 'choice';
  readonly among: readonly [Inline, ...Inline[]];
  readonly width: number;
}

/** Whole lines, one level deeper, between the text before and the text behind. */
export interface Within {
  readonly layout: 'within';
  readonly block: Block;
}

/** Parts that share lines as far as they fit. Each but the last needs `spare` columns more than it takes. */
export interface Packed {
  readonly layout: 'packed';
  readonly parts: readonly Inline[];
  readonly spare: number;
}

/** Text whose first line has to leave as much room for what follows as its last one, or `most` columns. */
export interface Reserved {
  readonly layout: 'reserved';
  readonly inside: Inline;
  readonly most: number;
}

/** Text that is laid out as if `width` columns of its last line belonged to what follows, whatever does. */
export interface FollowedBy {
  readonly layout: 'followed-by';
  readonly inside: Inline;
  readonly width: number;
}

/** Fits where at least as many columns are left, beside those of what follows, as the line is indented by. */
export interface IndentationLeft {
  readonly layout: 'indentation-left';
}

/** Text whose line may be longer than the page is wide. */
export interface Overlong {
  readonly layout: 'overlong';
  readonly inside: Inline;
}

export const overlong = (inside: Inline): Overlong => ({ layout: 'overlong', inside });
export const indentationLeft: IndentationLeft = { layout: 'indentation-left' };
export const lineBreak: LineBreak = { layout: 'break' };
export const nested = (...inside: readonly Inline[]): Nested => ({ layout: 'nested', inside });
export const within = (...block: readonly Block[]): Within => ({ layout: 'within', block });
export const packed = (parts: readonly Inline[], spare: number): Packed => ({
  layout: 'packed',
  parts,
  spare,
});
export const reserved = (inside: Inline, most = Infinity): Reserved => ({ layout: 'reserved', inside, most });
export const followedBy = (width: number, inside: Inline): FollowedBy => ({
  layout: 'followed-by',
  inside,
  width,
});

/** On one line with `spare` columns left, or not at all; longer than `widest` columns not at all, either. */
export function oneLine(inside: Inline, { widest = Infinity, spare = 0 } = {}): OneLine {
  const width = widthOf(inside);
  return { layout: 'one-line', inside, width: width > widest ? Infinity : width + spare };
}

/** The first that fits, or the last. */
export const choice = (first: Inline, ...others: readonly Inline[]): Choice => ({
  layout: 'choice',
  among: [first, ...others],
  width: widthOf(first),
});

/** The columns that text takes on one line; infinitely many if it cannot stand on one. */
export function widthOf(code: Inline): number {
  if (typeof code === 'string') return code.length;
  if (isList(code)) return code.reduce((sum: number, part) => sum + widthOf(part), 0);
  if ('need' in code) return 0;
  switch (code.layout) {
    case 'one-line':
    case 'choice':
      return code.width;
    case 'nested':
    case 'reserved':
    case 'followed-by':
    case 'overlong':
      return widthOf(code.inside);
    case 'indentation-left':
      return 0;
    case 'break':
    case 'within':
    case 'packed':
      return Infinity;
  }
}

/** How much of text has to stand on the line that it begins on, and whether a line can end in it. */
export interface Head {
  readonly width: number;
  readonly ends: boolean;
}

/** The head of text that is broken wherever it may be. */
export function headOf(code: Inline): Head {
  if (typeof code === 'string') return { width: code.length, ends: false };
  if (isList(code)) return headOfAll(code, 0);
  if ('need' in code) return { width: 0, ends: false };
  switch (code.layout) {
    case 'one-line':
      return { width: code.width, ends: false };
    case 'choice':
      return headOf(code.among.at(-1) ?? '');
    case 'nested':
    case 'reserved':
    case 'followed-by':
    case 'overlong':
      return headOf(code.inside);
    case 'indentation-left':
      return { width: 0, ends: false };
    case 'break':
    case 'within':
      return { width: 0, ends: true };
    case 'packed':
      return { width: headOf(code.parts[0] ?? '').width, ends: true };
  }
}

/** The head of the parts from `start` on. */
export function headOfAll(parts: readonly Inline[], start: number): Head {
  let width = 0;
  for (let at = start; at < parts.length; at++) {
    const head = headOf(parts[at] ?? '');
    width += head.width;
    if (head.ends) return { width, ends: true };
  }
  return { width, ends: false };
}

/** Array.isArray does not narrow readonly arrays. */
export const isList = (code: Inline): code is readonly Inline[] => Array.isArray(code);
