/** Every token of WIT. Spec: WIT.md "Lexical structure". */
import type { TokenType } from 'chevrotain';
import { invariant } from '../src/base/invariant.js';
import { createToken, Lexer } from './chevrotain.js';

/** Comments are kept beside the token stream: documentation is made of them. */
export const commentGroup = 'comments';

/**
 * Words are lexed generously (any non-ASCII character, `_`, `a--b`), so that a bad name is one token
 * and one diagnostic. `->` ends a word: `a->b` is an arrow.
 */
const wordPattern = /[A-Za-z_\u0080-\uFFFF](?:[\w\u0080-\uFFFF]|-(?!>))*/;

/** What stands where a name is expected: the category of bare and explicit names. */
export const Name = createToken({ name: 'Name', pattern: Lexer.NA });

/** A bare name. Whether it is kebab-case is checked when it is used as a name. */
export const Identifier = createToken({
  name: 'Identifier',
  pattern: wordPattern,
  categories: [Name],
});

/** `%name`: a name that may also be a keyword. The `%` is not part of the name. */
export const ExplicitIdentifier = createToken({
  name: 'ExplicitIdentifier',
  pattern: /%(?:[\w\u0080-\uFFFF]|-(?!>))*/,
  categories: [Name],
});

/** The types that are one word: the category of their keywords. */
export const BuiltinType = createToken({ name: 'BuiltinType', pattern: Lexer.NA });

/** All words that cannot be bare names. The one table of keywords: each becomes a token. */
export const keywords = [
  'use',
  'type',
  'func',
  'u8',
  'u16',
  'u32',
  'u64',
  's8',
  's16',
  's32',
  's64',
  'f32',
  'f64',
  'char',
  'resource',
  'own',
  'borrow',
  'record',
  'flags',
  'variant',
  'enum',
  'bool',
  'string',
  'option',
  'result',
  'future',
  'stream',
  'error-context',
  'list',
  'map',
  '_',
  'as',
  'from',
  'static',
  'interface',
  'tuple',
  'world',
  'import',
  'export',
  'package',
  'constructor',
  'include',
  'with',
  'async',
] as const;

export type Keyword = (typeof keywords)[number];

const builtinTypes: ReadonlySet<string> = new Set([
  'u8',
  'u16',
  'u32',
  'u64',
  's8',
  's16',
  's32',
  's64',
  'f32',
  'f64',
  'char',
  'bool',
  'string',
  'error-context',
] satisfies Keyword[]);

const keywordTokens: ReadonlyMap<string, TokenType> = new Map(
  keywords.map((word) => [
    word,
    createToken({
      name: `Keyword_${word.replace('-', '_')}`,
      pattern: word,
      label: word,
      longer_alt: Identifier,
      ...(builtinTypes.has(word) ? { categories: [BuiltinType] } : {}),
    }),
  ]),
);

/** The token of a keyword. */
export function keyword(word: Keyword): TokenType {
  const token = keywordTokens.get(word);
  invariant(token, `a token for the keyword ${word}`);
  return token;
}

/** `1.2.3-rc.1+build`: one token, so that a pre-release part may be a keyword and `.{` may follow. */
export const Semver = createToken({
  name: 'Semver',
  pattern:
    /[0-9]+\.[0-9]+\.[0-9]+(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?/,
});

export const Integer = createToken({ name: 'Integer', pattern: /[0-9]+/ });

/** A string up to its quote, or up to the end of the line where the quote is missing. */
export const StringLiteral = createToken({
  name: 'StringLiteral',
  pattern: /"(?:[^"\\\n]|\\[^\n])*"?/,
});

export const Arrow = createToken({ name: 'Arrow', pattern: '->', label: '->' });
export const Equals = createToken({ name: 'Equals', pattern: '=', label: '=' });
export const Comma = createToken({ name: 'Comma', pattern: ',', label: ',' });
export const Colon = createToken({ name: 'Colon', pattern: ':', label: ':' });
export const Period = createToken({ name: 'Period', pattern: '.', label: '.' });
export const Semicolon = createToken({ name: 'Semicolon', pattern: ';', label: ';' });
export const LeftParen = createToken({ name: 'LeftParen', pattern: '(', label: '(' });
export const RightParen = createToken({ name: 'RightParen', pattern: ')', label: ')' });
export const LeftBrace = createToken({ name: 'LeftBrace', pattern: '{', label: '{' });
export const RightBrace = createToken({ name: 'RightBrace', pattern: '}', label: '}' });
export const LessThan = createToken({ name: 'LessThan', pattern: '<', label: '<' });
export const GreaterThan = createToken({ name: 'GreaterThan', pattern: '>', label: '>' });
export const At = createToken({ name: 'At', pattern: '@', label: '@' });
export const Slash = createToken({ name: 'Slash', pattern: '/', label: '/' });

/** Operators without a use in the grammar: they are tokens so that a parser can say what it found. */
export const Star = createToken({ name: 'Star', pattern: '*', label: '*' });
export const Plus = createToken({ name: 'Plus', pattern: '+', label: '+' });
export const Minus = createToken({ name: 'Minus', pattern: '-', label: '-' });

const Whitespace = createToken({
  name: 'Whitespace',
  pattern: /[ \t\r\n]+/,
  group: Lexer.SKIPPED,
});

const LineComment = createToken({
  name: 'LineComment',
  pattern: /\/\/[^\n]*/,
  group: commentGroup,
});

/** Block comments nest; one that is never closed reaches to the end of the text. */
export const BlockComment = createToken({
  name: 'BlockComment',
  pattern: (text, start) => {
    const end = blockCommentEnd(text, start);
    return end === undefined ? null : [text.slice(start, end)];
  },
  start_chars_hint: ['/'],
  line_breaks: true,
  group: commentGroup,
});

function blockCommentEnd(text: string, start: number): number | undefined {
  if (!text.startsWith('/*', start)) return undefined;
  const bracket = /\/\*|\*\//g;
  bracket.lastIndex = start;
  let depth = 0;
  for (let match = bracket.exec(text); match; match = bracket.exec(text)) {
    depth += match[0] === '/*' ? 1 : -1;
    if (depth === 0) return bracket.lastIndex;
  }
  return text.length;
}

const openers: ReadonlySet<TokenType> = new Set([LeftBrace, LeftParen, LessThan]);

/** Does the token open a bracket that another one closes? */
export function isOpener(type: TokenType): boolean {
  return openers.has(type);
}

const closers: ReadonlySet<TokenType> = new Set([RightBrace, RightParen, GreaterThan]);

/** Does the token close a bracket? */
export function isCloser(type: TokenType): boolean {
  return closers.has(type);
}

/** Is the token a keyword, that is a word that needs a `%` to be a name? */
export function isKeyword(type: TokenType): boolean {
  return type.LABEL !== undefined && keywordTokens.get(type.LABEL) === type;
}

/** `as` is the start of `async`: the longer keyword must be tried first. */
function longestFirst(tokens: ReadonlyMap<string, TokenType>): readonly TokenType[] {
  return [...tokens].sort(([a], [b]) => b.length - a.length).map(([, token]) => token);
}

/** All tokens in the order in which the lexer tries them. */
export const allTokens: readonly TokenType[] = [
  Name,
  BuiltinType,
  Whitespace,
  LineComment,
  BlockComment,
  ...longestFirst(keywordTokens),
  Identifier,
  ExplicitIdentifier,
  Semver,
  Integer,
  StringLiteral,
  Arrow,
  Equals,
  Comma,
  Colon,
  Period,
  Semicolon,
  LeftParen,
  RightParen,
  LeftBrace,
  RightBrace,
  LessThan,
  GreaterThan,
  At,
  Slash,
  Star,
  Plus,
  Minus,
];
