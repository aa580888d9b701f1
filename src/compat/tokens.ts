/**
 * Text to tokens as the reference implementation cuts it: versions are several tokens, a word may begin with any
 * letter of Unicode, and what is no token is met only when a parser comes to it.
 */
import { type Keyword, keywords } from '../../grammar/tokens.js';
import { quoted } from './rust-text.js';
import { endOfString } from './string-literal.js';

const marks = ['->', '=', ',', ':', '.', ';', '(', ')', '{', '}', '<', '>', '*', '@', '/', '+', '-'] as const;

/** Punctuation. */
export type Punctuation = (typeof marks)[number];

/** A kind of token; those that are more than one text are called as the reference calls them. */
export type TokenKind =
  Keyword | Punctuation | 'an identifier' | "an '%' identifier" | 'an integer' | 'a string literal' | 'eof';

/** A token; `eof` stands at the end of the text. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

/** What is no token. The reference counts some places from the start of a package's first file. */
export interface LexicalProblem {
  readonly kind: 'problem';
  readonly text: string;
  readonly at: number;
  readonly isCountedInPackage: boolean;
}

const keywordSet: ReadonlySet<string> = new Set(keywords);
const punctuation: ReadonlySet<string> = new Set(marks);
const inBackticks: ReadonlySet<string> = new Set(['->', '*', '@', '/', '+', '-']);

/** How a message calls a kind of token. */
export function describe(kind: TokenKind): string {
  if (punctuation.has(kind)) return inBackticks.has(kind) ? `\`${kind}\`` : `'${kind}'`;
  return keywordSet.has(kind) ? `keyword \`${kind}\`` : kind;
}

type Cut = (image: string) => TokenKind;

const cuts: readonly (readonly [pattern: RegExp, kind: Cut])[] = [
  // What is tested against the sets is of their types.
  [/->|[=,:.;(){}<>*@/+-]/y, (image) => image as Punctuation],
  [/[\p{XID_Start}_][\p{XID_Continue}-]*/uy, wordKind],
  [/%(?:[\p{XID_Start}_-][\p{XID_Continue}-]*)?/uy, () => "an '%' identifier"],
  [/[0-9]+/y, () => 'an integer'],
];

function wordKind(word: string): TokenKind {
  return keywordSet.has(word) ? (word as Keyword) : 'an identifier';
}

/** The first token at or after an offset, past white space and comments. */
export function tokenAfter(text: string, offset: number): Token | LexicalProblem {
  const start = skipBlank(text, offset);
  if (typeof start !== 'number') return start;
  if (start >= text.length) return { kind: 'eof', start: text.length, end: text.length };
  for (const [pattern, kindOf] of cuts) {
    const image = matchAt(pattern, text, start);
    if (image !== undefined) return { kind: kindOf(image), start, end: start + image.length };
  }
  if (text[start] === '"') {
    const end = endOfString(text, start);
    return typeof end === 'number' ? { kind: 'a string literal', start, end } : end;
  }
  const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
  return problem(`unexpected character ${quoted(character)}`, start);
}

/** A lexical problem that the reference shows where it is. */
export function problem(text: string, at: number): LexicalProblem {
  return { kind: 'problem', text, at, isCountedInPackage: false };
}

const blank = /(?:[ \t\n]|\r\n|\/\/[^\n]*)+/y;

function skipBlank(text: string, offset: number): number | LexicalProblem {
  let at = offset;
  for (;;) {
    at += matchAt(blank, text, at)?.length ?? 0;
    if (!text.startsWith('/*', at)) return at;
    const end = endOfComment(text, at);
    if (end === undefined) return problem('unterminated block comment', at);
    at = end;
  }
}

function endOfComment(text: string, start: number): number | undefined {
  const bracket = /\/\*|\*\//g;
  bracket.lastIndex = start;
  let depth = 0;
  for (let match = bracket.exec(text); match; match = bracket.exec(text)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return bracket.lastIndex;
  }
  return undefined;
}

function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}
