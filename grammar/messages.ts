/** What the parser expected, in words. The whole sentence is made in `syntax`, which knows what was found. */
import type { TokenType } from 'chevrotain';
import { EOF } from './chevrotain.js';
import type { Expectation } from './machine.js';
import {
  BuiltinType,
  Comma,
  ExplicitIdentifier,
  Identifier,
  Integer,
  isCloser,
  isOpener,
  Name,
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
  resultType: 'a type or `_`',
};

/** What was expected where a token cannot stand, in words: "`;`", "a type". `previous` is the token before. */
export function expectedWords(
  { rule, types, isChoice }: Expectation,
  previous: TokenType | undefined,
): string {
  const [type] = types;
  if (!isChoice && type) return expectedToken(type, previous, rule);
  return expectedAtRule[rule] ?? oneOf(types.map(tokenWord));
}

function expectedToken(expected: TokenType, previous: TokenType | undefined, rule: string): string {
  const word = expected === EOF ? (membersOf[rule] ?? tokenWord(EOF)) : tokenWord(expected);
  if (!isCloser(expected)) return word;
  const members = membersOf[rule];
  const isBetweenMembers = previous === Comma || (previous !== undefined && isOpener(previous));
  if (commaLists.has(rule) && !isBetweenMembers) return `\`,\` or ${word}`;
  return members === undefined ? word : `${members} or ${word}`;
}

function oneOf(words: readonly string[]): string {
  const distinct = [...new Set(words)];
  const last = distinct.at(-1) ?? 'something else';
  return distinct.length < 2 ? last : `${distinct.slice(0, -1).join(', ')} or ${last}`;
}
