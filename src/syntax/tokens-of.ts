/** Text to tokens: what the parser reads, and the comments that documentation is made of. */
import type { IToken } from 'chevrotain';
import { witLexer } from '../../grammar/parser.js';
import { commentGroup, Identifier, StringLiteral } from '../../grammar/tokens.js';
import type { Report } from '../base/diagnostics.js';
import type { SourceFile, Span } from '../base/source.js';
import { characterName, checkCharacters, withoutForbidden } from './characters.js';
import type { Comment } from './docs.js';
import { errors } from './errors.js';
import { isClosed } from './strings.js';

/** A file as tokens. */
export interface Tokens {
  readonly tokens: readonly IToken[];
  /** The comments directly before the token that starts at an offset; those at the end of the file before its length. */
  readonly commentsBefore: ReadonlyMap<number, readonly Comment[]>;
}

/** Lexes a file and reports what is no token. */
export function tokensOf(file: SourceFile, report: Report): Tokens {
  checkCharacters(file, report);
  const lexed = witLexer().tokenize(withoutForbidden(file.text));
  for (const error of lexed.errors) {
    const span = { file, start: error.offset, end: error.offset + error.length };
    reportUnexpected(file.text.slice(span.start, span.end), span, report);
  }
  const comments = (lexed.groups[commentGroup] ?? []).map((token) => commentOf(token, file));
  for (const comment of comments) checkTermination(comment, report);
  for (const token of lexed.tokens) {
    // The lexer counts only starts; the parser makes the ranges of nodes from both.
    token.endOffset = token.startOffset + token.image.length - 1;
    checkQuote(token, file, report);
  }
  return {
    tokens: lexed.tokens.filter((token) => isWrittenInLetters(token, file, report)),
    commentsBefore: groupByNextToken(lexed.tokens, comments, file.text.length),
  };
}

/** The range of a token; the end of the file and inserted tokens have none of their own. */
export function tokenSpan(token: IToken, file: SourceFile): Span {
  const start = Number.isFinite(token.startOffset) ? token.startOffset : file.text.length;
  return { file, start, end: start + token.image.length };
}

/** The index of the first token that does not start before an offset. */
export function tokenIndexAt(offset: number, tokens: readonly IToken[]): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.startOffset ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function commentOf(token: IToken, file: SourceFile): Comment {
  return { text: token.image, span: tokenSpan(token, file) };
}

function checkTermination(comment: Comment, report: Report): void {
  if (!comment.text.startsWith('/*')) return;
  const open = comment.text.match(/\/\*|\*\//g) ?? [];
  const depth = open.reduce((sum, bracket) => sum + (bracket === '/*' ? 1 : -1), 0);
  const { file, start } = comment.span;
  if (depth > 0) report(errors.unterminatedComment, { file, start, end: start + 2 }, {});
}

/** A string without its closing quote ends with its line. */
function checkQuote(token: IToken, file: SourceFile, report: Report): void {
  if (token.tokenType !== StringLiteral || isClosed(token.image)) return;
  report(errors.string, tokenSpan(token, file), { problem: 'the closing quote is missing' });
}

/** A word of quotation marks, arrows and the like is no name at all: it is reported and left out. */
function isWrittenInLetters(token: IToken, file: SourceFile, report: Report): boolean {
  if (token.tokenType !== Identifier || /[\p{XID_Continue}_]/u.test(token.image)) return true;
  reportUnexpected(token.image, tokenSpan(token, file), report);
  return false;
}

function reportUnexpected(text: string, span: Span, report: Report): void {
  const character = /^[\p{L}\p{P}\p{S}]+$/u.test(text) ? `\`${text}\`` : characterName(text);
  const hint = text.startsWith('[') ? 'a list is written `list<…>`' : undefined;
  report(errors.unexpectedCharacter, span, { character }, { hint });
}

function groupByNextToken(
  tokens: readonly IToken[],
  comments: readonly Comment[],
  end: number,
): ReadonlyMap<number, readonly Comment[]> {
  const groups = new Map<number, Comment[]>();
  let next = 0;
  for (const comment of comments) {
    while ((tokens[next]?.startOffset ?? Infinity) < comment.span.start) next++;
    const offset = tokens[next]?.startOffset ?? end;
    const group = groups.get(offset);
    if (group) group.push(comment);
    else groups.set(offset, [comment]);
  }
  return groups;
}
