/** What to do about a mistake: a hint, and a fix where nothing else can be meant. */
import type { IToken, TokenType } from 'chevrotain';
import {
  Arrow,
  Comma,
  Identifier,
  Integer,
  isKeyword,
  LeftParen,
  LessThan,
  Period,
  RightBrace,
  Semicolon,
  Semver,
} from '../../grammar/tokens.js';
import type { Fix } from '../base/diagnostics.js';
import type { SourceFile } from '../base/source.js';
import { foreignKeyword } from './foreign-words.js';
import type { Mistake } from './repair/repair.js';
import { tokenSpan } from './tokens-of.js';

/** The text with the mistake. */
interface Place {
  readonly file: SourceFile;
  readonly tokens: readonly IToken[];
}

/** What can be said about a mistake beyond what was expected. */
export interface Remedy {
  readonly hint?: string;
  readonly fix?: Fix;
}

type FindRemedy = (mistake: Mistake, cx: Place) => Remedy | undefined;

/** The first that applies is given. */
const remedies: readonly FindRemedy[] = [
  meantKeyword,
  keywordAsName,
  missingSeparator,
  missingArrow,
  strayToken,
  shortVersion,
  noResult,
  foreignPath,
];

/** The remedy of a mistake; nothing where there is none to give. */
export function remedyOf(mistake: Mistake, cx: Place): Remedy {
  for (const find of remedies) {
    const remedy = find(mistake, cx);
    if (remedy) return remedy;
  }
  return {};
}

/** A misspelt keyword, or that of another language. */
function meantKeyword({ repair }: Mistake, cx: Place): Remedy | undefined {
  const [first, ...others] = repair.inserted;
  const written = cx.tokens[repair.from];
  if (!repair.isReplacement || !first || !written || !isKeyword(first.type)) return undefined;
  const word = first.type.LABEL ?? '';
  const isForeign = foreignKeyword(written.image)?.word === word;
  const isCertain = foreignKeyword(written.image)?.isCertain === true || written.image.toLowerCase() === word;
  const hint = isForeign ? `WIT calls it \`${word}\`` : `did you mean \`${word}\`?`;
  return isCertain && others.length === 0 ? { hint, fix: replacement(written, word, cx) } : { hint };
}

/** A keyword that was written as a name. */
function keywordAsName({ repair }: Mistake, cx: Place): Remedy | undefined {
  const [first, ...others] = repair.inserted;
  const written = cx.tokens[repair.from];
  if (!repair.isReplacement || first?.type !== Identifier || !written) return undefined;
  const name = `%${written.image}`;
  const hint = `a keyword is a name when written \`${name}\``;
  return others.length === 0 ? { hint, fix: replacement(written, name, cx) } : { hint };
}

const separators: ReadonlySet<TokenType> = new Set([Semicolon, Comma]);

/** A `;` or `,` that is not there, or another sign in its place. */
function missingSeparator({ at, repair }: Mistake, cx: Place): Remedy | undefined {
  const [first, ...others] = repair.inserted;
  const text = first?.type.LABEL;
  const [previous, written] = [cx.tokens[repair.from - 1], cx.tokens[repair.from]];
  if (!first || text === undefined || others.length > 0 || repair.from !== at) return undefined;
  if (repair.isReplacement && written) return { hint: `write \`${text}\` here` };
  if (!separators.has(first.type) || repair.to !== at || !previous) return undefined;
  const { file, end } = tokenSpan(previous, cx.file);
  return { fix: { title: `add \`${text}\``, edits: [{ span: { file, start: end, end }, newText: text }] } };
}

/** `func() u8`. */
function missingArrow({ at, repair }: Mistake, cx: Place): Remedy | undefined {
  const [first, ...others] = repair.inserted;
  const token = cx.tokens[at];
  const isAlone = repair.from === at && repair.to === at && others.length === 0;
  if (!isAlone || first?.type !== Arrow || !token) return undefined;
  const { file, start } = tokenSpan(token, cx.file);
  const edits = [{ span: { file, start, end: start }, newText: '-> ' }];
  return { hint: 'a result stands after `->`', fix: { title: 'add `->`', edits } };
}

/** A `;` or `,` too many. */
function strayToken({ at, repair }: Mistake, cx: Place): Remedy | undefined {
  const [previous, token] = [cx.tokens[at - 1], cx.tokens[at]];
  const isAlone = repair.from === at && repair.to === at + 1 && repair.inserted.length === 0;
  if (!isAlone || !token || !separators.has(token.tokenType)) return undefined;
  const isAfterBlock = previous?.tokenType === RightBrace;
  const hint = `remove the \`${token.image}\`${isAfterBlock ? ': none follows this `}`' : ''}`;
  const fix = {
    title: `remove the \`${token.image}\``,
    edits: [{ span: tokenSpan(token, cx.file), newText: '' }],
  };
  return { hint, fix };
}

/** `@1.0`: a version has three parts. */
function shortVersion({ at, expected }: Mistake, cx: Place): Remedy | undefined {
  const [major, dot, minor] = cx.tokens.slice(at, at + 3);
  if (expected.types[0] !== Semver || major?.tokenType !== Integer) return undefined;
  const hasMinor = dot?.tokenType === Period && minor?.tokenType === Integer;
  const meant = `${major.image}.${hasMinor ? minor.image : '0'}.0`;
  return { hint: `a version has three numbers: \`${meant}\`` };
}

/** `-> ()` and `-> (a: u8)`: what other languages, and WIT before, have. */
function noResult({ at, expected }: Mistake, cx: Place): Remedy | undefined {
  if (expected.rule !== 'type' || cx.tokens[at]?.tokenType !== LeftParen) return undefined;
  return {
    hint: 'a result is one type without a name; several are a `tuple` or a record, and none has no `->`',
  };
}

/** `other.type`: types of other interfaces are brought in. */
function foreignPath({ at }: Mistake, cx: Place): Remedy | undefined {
  const [before, token, after] = cx.tokens.slice(Math.max(0, at - 1), at + 2);
  if (before?.tokenType !== Identifier) return undefined;
  if (token?.tokenType === Period && after?.tokenType === Identifier) {
    return {
      hint: `bring the type in with \`use ${before.image}.{${after.image}};\` and write \`${after.image}\``,
    };
  }
  if (token?.tokenType !== LessThan) return undefined;
  return { hint: `WIT has no type \`${before.image}<…>\`, and declared types take no parameters` };
}

function replacement(written: IToken, newText: string, cx: Place): Fix {
  return { title: `write \`${newText}\``, edits: [{ span: tokenSpan(written, cx.file), newText }] };
}
