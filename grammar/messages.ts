/** What the parser expected, in words. The whole sentence is made in `syntax`, which knows what was found. */
import { EOF, type IParserErrorMessageProvider, type IToken, type TokenType } from 'chevrotain';
import {
  BuiltinType,
  Comma,
  ExplicitIdentifier,
  GreaterThan,
  Identifier,
  Integer,
  LeftBrace,
  LeftParen,
  LessThan,
  Name,
  RightBrace,
  RightParen,
  Semver,
  StringLiteral,
} from './tokens.js';

const tokenWords: ReadonlyMap<TokenType, string> = new Map([
  [Name, 'a name'],
  [Identifier, 'a name'],
  [ExplicitIdentifier, 'a name'],
  [BuiltinType, 'a type'],
  [Integer, 'a number'],
  [Semver, 'a version such as `1.2.3`'],
  [StringLiteral, 'a string'],
  [EOF, 'the end of the file'],
]);

/** How a kind of token is called in a message. */
export function tokenWord(type: TokenType): string {
  return tokenWords.get(type) ?? `\`${type.LABEL ?? type.name}\``;
}

/** What a rule consists of between its brackets. */
const membersOf: Readonly<Record<string, string>> = {
  file: '`interface`, `world`, `use` or `package`',
  package: '`interface`, `world`, `use`',
  interfaceBody: 'a type, a function, `use`',
  world: '`import`, `export`, `use`, `include`, a type',
  resource: '`constructor`, a method',
  parameters: 'a parameter',
  record: 'a field',
  variant: 'a case',
  labels: 'a name',
  use: 'a name',
  includeNames: 'a name',
  tupleType: 'a type',
};

/** Rules whose members are separated by commas. */
const commaLists: ReadonlySet<string> = new Set([
  'attribute',
  'parameters',
  'record',
  'variant',
  'labels',
  'use',
  'includeNames',
  'tupleType',
]);

/** Rules of which the first token says nothing useful to a reader. */
const expectedAtRule: Readonly<Record<string, string>> = {
  type: 'a type',
  item: '`interface`, `world`, `use` or `package`',
  interfaceItem: 'a type, a function or `use`',
  worldItem: '`import`, `export`, `use`, `include` or a type',
  resourceItem: '`constructor` or a method',
  externKind: '`func`, `interface` or the name of an interface',
};

const openers: ReadonlySet<TokenType> = new Set([LeftBrace, LeftParen, LessThan]);
const closers: ReadonlySet<TokenType> = new Set([RightBrace, RightParen, GreaterThan]);

function expectedToken(expected: TokenType, previous: IToken, rule: string): string {
  const word = expected === EOF ? (membersOf[rule] ?? tokenWord(EOF)) : tokenWord(expected);
  if (!closers.has(expected)) return word;
  const members = membersOf[rule];
  const betweenMembers = previous.tokenType === Comma || openers.has(previous.tokenType);
  if (commaLists.has(rule) && !betweenMembers) return `\`,\` or ${word}`;
  return members === undefined ? word : `${members} or ${word}`;
}

function oneOf(words: readonly string[]): string {
  const distinct = [...new Set(words)];
  const last = distinct.at(-1) ?? 'something else';
  return distinct.length < 2 ? last : `${distinct.slice(0, -1).join(', ')} or ${last}`;
}

function firstTokens(paths: readonly (readonly TokenType[])[]): readonly string[] {
  return paths.flatMap(([first]) => (first === undefined ? [] : [tokenWord(first)]));
}

/** The message of a parser error is what was expected: "`;`", "a type". */
export const messageProvider: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected, previous, ruleName }) =>
    expectedToken(expected, previous, ruleName),
  buildNotAllInputParsedMessage: ({ ruleName }) => membersOf[ruleName] ?? tokenWord(EOF),
  buildNoViableAltMessage: ({ expectedPathsPerAlt, ruleName }) =>
    expectedAtRule[ruleName] ?? oneOf(firstTokens(expectedPathsPerAlt.flat())),
  buildEarlyExitMessage: ({ expectedIterationPaths }) => oneOf(firstTokens(expectedIterationPaths)),
};
