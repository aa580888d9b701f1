/** What the parser found wrong, as diagnostics: one for each place, with the whole token as its span. */
import { EOF, type IRecognitionException, type IToken } from 'chevrotain';
import {
  Integer,
  isKeyword,
  LeftBrace,
  RightBrace,
  Semicolon,
  StringLiteral,
} from '../../grammar/tokens.js';
import type { Extras, Fix, Related, Report } from '../base/diagnostics.js';
import type { SourceFile } from '../base/source.js';
import { errors } from './errors.js';
import { tokenSpan } from './tokens-of.js';

/** The text being parsed and where its mistakes go. */
export interface ParseContext {
  readonly file: SourceFile;
  readonly tokens: readonly IToken[];
  readonly report: Report;
}

/** Reports the parser's errors; later ones at the same token are echoes of the first. */
export function reportParseErrors(
  exceptions: readonly IRecognitionException[],
  cx: ParseContext,
): void {
  const seen = new Set<number>();
  for (const exception of exceptions) {
    const span = tokenSpan(exception.token, cx.file);
    if (seen.has(span.start)) continue;
    seen.add(span.start);
    const expected = exception.message;
    cx.report(
      errors.expected,
      span,
      { expected, found: foundText(exception.token) },
      extrasOf(exception, cx),
    );
  }
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

function extrasOf(exception: IRecognitionException, cx: ParseContext): Extras {
  const { message: expected, token } = exception;
  // Mismatches and missing alternatives have it, other errors have not.
  const previous = (exception as { previousToken?: IToken }).previousToken;
  const related = token.tokenType === EOF ? unclosedBrace(cx) : [];
  if (expected === 'a name' && isKeyword(token.tokenType)) {
    const newText = `%${token.image}`;
    const span = tokenSpan(token, cx.file);
    const fix = { title: `write \`${newText}\``, edits: [{ span, newText }] };
    return { hint: `a keyword is a name when written \`${newText}\``, fix, related };
  }
  if (token.tokenType === Semicolon && previous?.tokenType === RightBrace) {
    return { hint: 'remove the `;`: none follows this `}`', fix: removal(token, cx), related };
  }
  if (expected === '`;`' && previous) return { fix: insertion(';', previous, cx), related };
  return { related };
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
