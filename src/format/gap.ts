/** What stands between two tokens of a text: comments, line ends and blank lines. */
import type { IToken } from 'chevrotain';
import type { Comment } from '../syntax/docs.js';
import type { ParsedText } from '../syntax/parse.js';
import { tokenIndexAt, tokenSpan } from '../syntax/tokens-of.js';

/** Where something stands that follows other text. */
export interface Placement {
  /** Whether a line ends before it. */
  readonly startsLine: boolean;
  /** Whether at least one blank line is before it. */
  readonly afterBlank: boolean;
}

/** A comment with its marks; line ends are `\n`. */
export interface PlacedComment extends Placement {
  readonly text: string;
}

/** What stands before a token, or before the end of the file. */
export interface Gap {
  readonly comments: readonly PlacedComment[];
  /** How the token stands to what is before it. */
  readonly next: Placement;
}

/** The gaps of a file. */
export interface Gaps {
  readonly before: (token: IToken) => Gap;
  readonly atEnd: Gap;
}

/** Looks at what stands between the tokens of a file. */
export function gapsOf({ file, tokens, commentsBefore }: Omit<ParsedText, 'diagnostics'>): Gaps {
  const gapBefore = (index: number): Gap => {
    const [previous, token] = [tokens[index - 1], tokens[index]];
    const start = previous ? tokenSpan(previous, file).end : 0;
    const end = token?.startOffset ?? file.text.length;
    return gapOf(file.text, start, commentsBefore.get(end) ?? [], end);
  };
  return {
    before: ({ startOffset }) => gapBefore(tokenIndexAt(startOffset, tokens)),
    atEnd: gapBefore(tokens.length),
  };
}

/** Two gaps in one, for a token between them that is not printed, or elsewhere. */
export function joined(first: Gap, second: Gap): Gap {
  const [head, ...rest] = second.comments;
  if (!head) return { comments: first.comments, next: either(first.next, second.next) };
  return {
    comments: [...first.comments, { ...head, ...either(first.next, head) }, ...rest],
    next: second.next,
  };
}

function either(a: Placement, b: Placement): Placement {
  return { startsLine: a.startsLine || b.startsLine, afterBlank: a.afterBlank || b.afterBlank };
}

function gapOf(text: string, start: number, comments: readonly Comment[], end: number): Gap {
  let previousEnd = start;
  const placed = comments.map((comment) => {
    const placement = placementBetween(text, previousEnd, comment.span.start);
    previousEnd = comment.span.end;
    return { ...placement, text: normalized(comment.text) };
  });
  return { comments: placed, next: placementBetween(text, previousEnd, end) };
}

/** The first thing in a file starts a line. */
function placementBetween(text: string, start: number, end: number): Placement {
  const lineEnds = text.slice(start, end).split('\n').length - 1;
  return { startsLine: start === 0 || lineEnds > 0, afterBlank: lineEnds > 1 };
}

/** White space at the end of a comment is no part of its documentation; inside of one it is. */
function normalized(comment: string): string {
  return comment.replaceAll('\r\n', '\n').replace(/[ \t\r]+$/, '');
}
