/** How unlikely it is that somebody wrote one thing and meant another: the less, the likelier. */
import type { IToken, TokenType } from 'chevrotain';
import type { Insertion } from '../../../grammar/machine.js';
import {
  Arrow,
  At,
  Colon,
  Comma,
  Equals,
  GreaterThan,
  Identifier,
  Integer,
  isKeyword,
  keyword,
  LeftBrace,
  LeftParen,
  LessThan,
  Name,
  Period,
  RightBrace,
  RightParen,
  Semicolon,
  Semver,
  Slash,
  StringLiteral,
} from '../../../grammar/tokens.js';
import { nearest } from '../../base/did-you-mean.js';
import { foreignKeyword } from '../foreign-words.js';
import type { Layout } from './layout.js';

/** Where something is added or left out. */
export interface Spot {
  readonly layout: Layout;
  /** The token before which things are added. */
  readonly before: number;
}

const separators: ReadonlySet<TokenType> = new Set([Semicolon, Comma]);
const holes: ReadonlySet<TokenType> = new Set([Identifier, Semver, Integer, StringLiteral]);

/** Words that begin something: one of them is seldom there by mistake. */
const anchors: ReadonlySet<TokenType> = new Set(
  (['interface', 'world', 'package', 'import', 'export', 'include', 'use', 'type'] as const).map(keyword),
);
const blockAnchors: ReadonlySet<TokenType> = new Set(
  (['record', 'variant', 'enum', 'flags', 'resource', 'constructor'] as const).map(keyword),
);

/** One mistake may make several additions necessary: after the first they are cheap. */
export function costOfInsertions(inserted: readonly Insertion[], spot: Spot): number {
  let sum = 0;
  for (const [index, insertion] of inserted.entries()) {
    const cost = costOfInsertion(insertion, spot);
    sum += index === 0 || insertion.type === RightBrace ? cost : 0.6 * cost;
  }
  return sum;
}

function costOfInsertion({ type, opener }: Insertion, { layout, before }: Spot): number {
  const isAtLineEnd = layout.isLineStart(before);
  if (type === RightBrace) return costOfClosing(opener, { layout, before });
  if (separators.has(type)) {
    return isAtLineEnd || layout.tokens[before]?.tokenType === RightBrace ? 0.4 : 0.8;
  }
  if (holes.has(type)) return 1.2;
  if (type === keyword('func')) return 1;
  // Nobody forgets the sign of an attribute.
  if (type === At) return 3;
  return isKeyword(type) ? 2.2 : 0.8;
}

/** A block ends where the indentation says so, if it says anything. */
function costOfClosing(opener: number | undefined, { layout, before }: Spot): number {
  if (before >= layout.tokens.length) return 0.3;
  if (!layout.isLineStart(before)) return 3;
  const isOutside = opener === undefined || layout.column(before) <= layout.indentation(opener);
  return isOutside ? 0.3 : 4;
}

/** Leaving out what stands between brackets, beyond their opener. */
export const costOfGroup = 0.5;

/** Leaving out a token, perhaps after others: each line that a run reaches into makes it less likely. */
export function costOfDeletion(index: number, isFirst: boolean, layout: Layout): number {
  const token = layout.tokens[index];
  if (!token) return 0;
  const cost = costOfDeleted(token);
  const line = !isFirst && layout.isLineStart(index) ? 0.6 : 0;
  return line + (isFirst || cost > 1.5 ? cost : 0.4 * cost);
}

function costOfDeleted({ tokenType }: IToken): number {
  if (tokenType === RightBrace) return 2.6;
  if (tokenType === LeftBrace) return 2;
  if (anchors.has(tokenType)) return 2.6;
  if (blockAnchors.has(tokenType)) return 2;
  return isWord(tokenType) ? 1.4 : 1;
}

/** One token instead of another; undefined if they have nothing in common. */
export function costOfReplacement(written: IToken, meant: TokenType): number | undefined {
  const { tokenType, image } = written;
  if (meant === Identifier) return isKeyword(tokenType) ? 0.9 : undefined;
  if (isKeyword(meant) && isWord(tokenType)) return costOfWord(image, meant.LABEL ?? '');
  return areAlike(tokenType, meant) ? 1.1 : undefined;
}

function costOfWord(written: string, meant: string): number {
  if (written.toLowerCase() === meant) return 0.7;
  if (foreignKeyword(written)?.word === meant) return 0.8;
  return nearest(written, [meant]) === undefined ? 2.6 : 0.9;
}

/** Signs that are taken for each other. */
const alike: readonly ReadonlySet<TokenType>[] = [
  new Set([Semicolon, Comma, Period]),
  new Set([Colon, Semicolon]),
  new Set([Colon, Equals]),
  new Set([Colon, Arrow]),
  new Set([Equals, Arrow]),
  new Set([Slash, Colon, Period]),
  new Set([LeftBrace, LeftParen, LessThan]),
  new Set([RightBrace, RightParen, GreaterThan]),
];

function areAlike(a: TokenType, b: TokenType): boolean {
  return alike.some((group) => group.has(a) && group.has(b));
}

/** A name or a keyword. */
export function isWord(type: TokenType): boolean {
  return isKeyword(type) || type.CATEGORIES?.includes(Name) === true;
}
