/** How much of a text may be left out at a place, and how unlikely that is. */
import type { TokenType } from 'chevrotain';
import { EOF } from '../../../grammar/chevrotain.js';
import {
  Comma,
  GreaterThan,
  isCloser,
  isOpener,
  LeftBrace,
  RightBrace,
  RightParen,
  Semicolon,
} from '../../../grammar/tokens.js';
import { costOfDeletion, costOfGroup } from './costs.js';
import { type Layout, typeAt } from './layout.js';

/** Longer runs are not left out. */
const longestRun = 60;
const longestBlock = 400;

const ends: ReadonlySet<TokenType> = new Set([Semicolon, Comma, RightBrace, RightParen, GreaterThan, EOF]);

/** A run of tokens ends before `to`. */
export type Deletion = readonly [to: number, cost: number];

/** The runs that begin with a token, none first. They never reach beyond the block, and brackets go together. */
export function* deletionsFrom(from: number, layout: Layout): Iterable<Deletion> {
  yield [from, 0];
  if (from >= layout.tokens.length) return;
  let cost = costOfDeletion(from, true, layout);
  yield [from + 1, cost];
  let to = from;
  while (to < Math.min(layout.tokens.length, from + longestRun)) {
    const type = typeAt(to, layout);
    if (type === RightBrace) return;
    if (to > from) cost += costOfDeletion(to, false, layout);
    const after = isOpener(type) ? afterGroup(to, layout) : to + 1;
    if (after > to + 1) cost += costOfGroup;
    to = after;
    if (to > from + 1 && isEnd(to, from, layout)) yield [to, cost];
  }
}

/** Is it likely that what is to be left out ends before a token? */
function isEnd(to: number, from: number, layout: Layout): boolean {
  if (to <= from + 3 || layout.isLineStart(to)) return true;
  return ends.has(typeAt(to, layout)) || ends.has(typeAt(to - 1, layout));
}

/** The token after the closing bracket; after the opening one if there is none near. */
function afterGroup(opener: number, layout: Layout): number {
  const isBlock = typeAt(opener, layout) === LeftBrace;
  const limit = opener + (isBlock ? longestBlock : longestRun);
  let depth = 0;
  for (let index = opener; index < limit; index++) {
    const type = typeAt(index, layout);
    if (type === EOF || (!isBlock && (type === Semicolon || type === LeftBrace))) break;
    if (isBlock ? type === LeftBrace : isOpener(type)) depth++;
    else if (isBlock ? type === RightBrace : isCloser(type)) depth--;
    if (depth === 0) return index + 1;
  }
  return opener + 1;
}
