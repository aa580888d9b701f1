/** The mistakes of a text as diagnostics: one for each place, with the whole token as its span. */
import type { IToken } from 'chevrotain';
import { expectedWords } from '../../grammar/messages.js';
import { isOpener } from '../../grammar/tokens.js';
import type { Related, Report } from '../base/diagnostics.js';
import type { SourceFile, Span } from '../base/source.js';
import { errors } from './errors.js';
import { foundText } from './found-text.js';
import { remedyOf } from './remedies.js';
import type { Mistake } from './repair/repair.js';
import { tokenSpan } from './tokens-of.js';

/** The text being parsed and where its mistakes go. */
export interface ParseContext {
  readonly file: SourceFile;
  readonly tokens: readonly IToken[];
  /** Where the text could not be split into tokens. */
  readonly lexical: readonly Span[];
  readonly report: Report;
}

/** Reports mistakes. What is due to something that is reported already is left out. */
export function reportMistakes(mistakes: readonly Mistake[], cx: ParseContext): void {
  for (const [index, mistake] of mistakes.entries()) {
    if (mistake.isEcho || isLexical(mistake, cx)) continue;
    // A fix that leaves something else wrong is no fix.
    const isWhole = mistakes[index + 1]?.isEcho !== true;
    if (mistake.unclosed === undefined) reportExpected(mistake, isWhole, cx);
    else reportUnclosed(mistake.unclosed, mistake.at, cx);
  }
}

/** Is a text that is no token to blame? */
function isLexical({ at }: Mistake, { file, tokens, lexical }: ParseContext): boolean {
  if (lexical.length === 0) return false;
  const previous = tokens[at - 1];
  const from = previous ? tokenSpan(previous, file).start : 0;
  const to = placeOf(at, { file, tokens }).end;
  return lexical.some(({ start }) => from <= start && start <= to);
}

function reportExpected(mistake: Mistake, isWhole: boolean, cx: ParseContext): void {
  const found = cx.tokens[mistake.at];
  const expected = expectedWords(mistake.expected, cx.tokens[mistake.at - 1]?.tokenType);
  const { hint, fix } = remedyOf(mistake, cx);
  const extras = { hint, fix: isWhole ? fix : undefined, related: openBracket(mistake, cx) };
  cx.report(errors.expected, placeOf(mistake.at, cx), { expected, found: foundText(found) }, extras);
}

/** The bracket that the text does not close, unless it stands in the same line. */
function openBracket({ at, repair }: Mistake, cx: ParseContext): readonly Related[] {
  const opener = repair.inserted.find((insertion) => insertion.opener !== undefined)?.opener;
  const [token, found] = [cx.tokens[opener ?? -1], cx.tokens[at]];
  if (!token || !isOpener(token.tokenType) || (found && isSameLine(token, found, cx.file))) return [];
  return [{ span: tokenSpan(token, cx.file), message: `this \`${token.image}\` is not closed` }];
}

function isSameLine(first: IToken, second: IToken, { text }: SourceFile): boolean {
  return !text.slice(first.startOffset, second.startOffset).includes('\n');
}

function reportUnclosed(opener: number, at: number, cx: ParseContext): void {
  const message = 'the indentation shows that it ends before this';
  const related = [{ span: placeOf(at, cx), message }];
  cx.report(errors.unclosedBrace, placeOf(opener, cx), {}, { related });
}

/** The range of a token; that of the end of the file is empty. */
function placeOf(index: number, { file, tokens }: Pick<ParseContext, 'file' | 'tokens'>): Span {
  const token = tokens[index];
  return token ? tokenSpan(token, file) : { file, start: file.text.length, end: file.text.length };
}
