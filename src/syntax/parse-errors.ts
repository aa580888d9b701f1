/** What the parser found wrong, as diagnostics: one for each place, with the whole token as its span. */
import { EOF, type IRecognitionException, type IToken } from 'chevrotain';
import {
  Colon,
  Identifier,
  keywords,
  Integer,
  isKeyword,
  LeftBrace,
  RightBrace,
  Semicolon,
  StringLiteral,
} from '../../grammar/tokens.js';
import { didYouMean } from '../base/did-you-mean.js';
import type { Extras, Fix, Related, Report } from '../base/diagnostics.js';
import type { SourceFile, Span } from '../base/source.js';
import { errors } from './errors.js';
import { tokenIndexAt, tokenSpan } from './tokens-of.js';

/** The text being parsed and where its mistakes go. */
export interface ParseContext {
  readonly file: SourceFile;
  readonly tokens: readonly IToken[];
  /** Where the text could not be split into tokens. */
  readonly lexical: readonly Span[];
  readonly report: Report;
}

/** A parser error; mismatches and missing alternatives know the token before. */
interface Surprise extends IRecognitionException {
  readonly previousToken?: IToken;
}

/** Reports the parser's errors, one for each statement: what follows in it are echoes of the first. */
export function reportParseErrors(exceptions: readonly Surprise[], cx: ParseContext): void {
  let last: IToken | undefined;
  for (const exception of exceptions) {
    const { message: expected, token } = exception;
    if (isEcho(exception, last, cx)) continue;
    last = token;
    const values = { expected, found: foundText(token) };
    cx.report(errors.expected, tokenSpan(token, cx.file), values, extrasOf(exception, cx));
  }
}

const statementEnds: ReadonlySet<unknown> = new Set([Semicolon, LeftBrace, RightBrace]);

/** Is the parser's surprise due to something that is reported already? */
function isEcho(
  { token, previousToken }: Surprise,
  last: IToken | undefined,
  { file, tokens, lexical }: ParseContext,
): boolean {
  const to = tokenSpan(token, file).start;
  const from = previousToken ? tokenSpan(previousToken, file).start : 0;
  if (lexical.some(({ start }) => from <= start && start < to)) return true;
  if (!last) return false;
  const between = tokens.slice(tokenIndexAt(tokenSpan(last, file).start, tokens), tokenIndexAt(to, tokens));
  return !between.some(({ tokenType }) => statementEnds.has(tokenType));
}

/** How the found token is called in a message. */
export function foundText(token: IToken): string {
  if (token.tokenType === EOF) return 'the end of the file';
  if (isKeyword(token.tokenType)) return `the keyword \`${token.image}\``;
  if (token.tokenType === StringLiteral) return 'a string';
  if (token.tokenType === Integer) return `the number \`${token.image}\``;
  const shown = token.image.length > 40 ? `${token.image.slice(0, 40)}…` : token.image;
  return `\`${shown}\``;
}

function extrasOf(exception: Surprise, cx: ParseContext): Extras {
  const { message: expected, token, previousToken: previous } = exception;
  const related = token.tokenType === EOF ? unclosedBrace(cx) : [];
  const keyword = keywordAsName(exception, cx);
  if (keyword) {
    const newText = `%${keyword.image}`;
    const fix = { title: `write \`${newText}\``, edits: [{ span: tokenSpan(keyword, cx.file), newText }] };
    return { hint: `a keyword is a name when written \`${newText}\``, fix, related };
  }
  const hint = keywordHint(exception);
  if (hint !== undefined) return { hint, related };
  if (token.tokenType === Semicolon && previous?.tokenType === RightBrace) {
    return { hint: 'remove the `;`: none follows this `}`', fix: removal(token, cx), related };
  }
  if (expected === '`;`' && previous) return { fix: insertion(';', previous, cx), related };
  return { related };
}

/** A misspelt keyword: where one was expected, or as a name before which nothing else makes sense. */
function keywordHint({ message: expected, token, previousToken: previous }: Surprise): string | undefined {
  if (token.tokenType === Identifier) {
    const words = [...expected.matchAll(/`([a-z0-9-]+)`/g)].map(([, word = '']) => word);
    const hint = didYouMean(token.image, words);
    if (hint !== undefined) return hint;
  }
  const isItemStart = expected === '`:`' && previous?.tokenType === Identifier;
  return isItemStart ? didYouMean(previous.image, keywords) : undefined;
}

/** The keyword that was probably meant as a name: before a `:`, or where a name must stand. */
function keywordAsName(
  { message: expected, token, previousToken: previous }: Surprise,
  cx: ParseContext,
): IToken | undefined {
  if (isKeyword(token.tokenType)) {
    const next = cx.tokens[tokenIndexAt(token.startOffset, cx.tokens) + 1];
    return expected === 'a name' || next?.tokenType === Colon ? token : undefined;
  }
  const isNamed = token.tokenType === Colon && previous && isKeyword(previous.tokenType);
  return isNamed ? previous : undefined;
}

function insertion(text: string, previous: IToken, cx: ParseContext): Fix {
  const { file, end } = tokenSpan(previous, cx.file);
  return {
    title: `add \`${text}\``,
    edits: [{ span: { file, start: end, end }, newText: text }],
  };
}

function removal(token: IToken, cx: ParseContext): Fix {
  return {
    title: `remove \`${token.image}\``,
    edits: [{ span: tokenSpan(token, cx.file), newText: '' }],
  };
}

/** The innermost `{` that has no `}`. */
function unclosedBrace(cx: ParseContext): readonly Related[] {
  const open: IToken[] = [];
  for (const token of cx.tokens) {
    if (token.tokenType === LeftBrace) open.push(token);
    else if (token.tokenType === RightBrace) open.pop();
  }
  const last = open.at(-1);
  return last ? [{ span: tokenSpan(last, cx.file), message: 'this `{` is not closed' }] : [];
}
