/** Documentation: the comments before an item as one text. */
import type { Lines } from '../base/lines.js';
import type { SourceFile, Span } from '../base/source.js';
import type { Docs } from './ast.js';

/** A comment with its `//` or `/*`. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}

/**
 * Joins comments to documentation. All comments count, not only `///`: so does the reference parser,
 * and its JSON is compared with ours.
 */
export function docsOf(comments: readonly Comment[], file: SourceFile): Docs | undefined {
  const [first, last] = [comments[0], comments.at(-1)];
  if (!first || !last) return undefined;
  const entries = comments.map((comment) => withoutMarks(comment.text).trimEnd());
  const indentation = commonIndentation(entries);
  const lines = entries.map((entry) => linesOf(withoutIndentation(entry, indentation)));
  return {
    text: lines.join('').replace(/\n+$/, ''),
    span: { file, start: first.span.start, end: last.span.end },
  };
}

/** A block comment loses its outer marks if it starts with two stars; any other loses all slashes in front. */
function withoutMarks(comment: string): string {
  if (!comment.startsWith('/**')) return comment.replace(/^\/+/, '');
  const inner = comment.slice(3);
  return inner.endsWith('*/') ? inner.slice(0, -2) : inner.replace(/\/$/, '');
}

function commonIndentation(entries: readonly string[]): number {
  const widths = entries
    .filter((entry) => entry !== '')
    .map((entry) => /^[ \t\n\f\r]*/.exec(entry)?.[0].length ?? 0);
  return widths.length === 0 ? 0 : widths.reduce((a, b) => Math.min(a, b));
}

/** Only spaces are taken away: an indentation by tabs stays. */
function withoutIndentation(entry: string, width: number): string {
  return entry.startsWith(' '.repeat(width)) ? entry.slice(width) : entry;
}

function linesOf(entry: string): string {
  return entry.replaceAll('\r\n', '\n').replace(/\n?$/, '\n');
}

/** Documentation as comments: one `///` for each line. */
export function docLines(docs: string | undefined): Lines {
  if (docs === undefined || docs === '') return [];
  return docs.split('\n').map((line) => (line === '' ? '///' : `/// ${line}`));
}
