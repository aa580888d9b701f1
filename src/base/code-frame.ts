/** A diagnostic as text: what, where, the lines with carets under the place, notes and help. */
import type { Diagnostic, Severity } from './diagnostics.js';
import { displayText } from './display-text.js';
import { lineStarts, lineText, positionAt, type Span } from './source.js';

/** How a code frame is written. */
export interface CodeFrameOptions {
  /** With the colours of a terminal. */
  readonly color?: boolean;
}

type Style = 'error' | 'warning' | 'note' | 'help' | 'frame' | 'strong';
type Paint = (style: Style, text: string) => string;

const colors: Readonly<Record<Style, string>> = {
  error: '1;31',
  warning: '1;33',
  note: '1;32',
  help: '1;36',
  frame: '1;34',
  strong: '1',
};

const plain: Paint = (_, text) => text;
const colored: Paint = (style, text) => (text === '' ? '' : `\u001b[${colors[style]}m${text}\u001b[0m`);

/** Writes a diagnostic over several lines; the last one ends with a line end, too. */
export function codeFrame(diagnostic: Diagnostic, options: CodeFrameOptions = {}): string {
  const paint = options.color === true ? colored : plain;
  const { severity, code, message, span, related, hint, fix } = diagnostic;
  const mended = hint === undefined ? editElsewhere(diagnostic) : undefined;
  const gutter = gutterWidth([span, ...related.map((note) => note.span), mended]);
  const lines = [`${paint(severity, `${severity}[${code}]`)}${paint('strong', `: ${message}`)}`];
  if (span) lines.push(...excerpt(span, { mark: '^', style: severity, gutter, paint }));
  for (const note of related) {
    lines.push(`${paint('note', 'note')}: ${note.message}`);
    lines.push(...excerpt(note.span, { mark: '-', style: 'note', gutter, paint }));
  }
  const help = hint ?? fix?.title;
  if (help !== undefined) lines.push(`${paint('help', 'help')}: ${help}`);
  if (mended) lines.push(...excerpt(mended, { mark: '+', style: 'help', gutter, paint }));
  return lines.join('\n') + '\n';
}

/** Where a fix changes the text, if that is not in the lines that are shown anyway: the end of the line before, mostly. */
function editElsewhere({ span, fix }: Diagnostic): Span | undefined {
  const edited = fix?.edits[0]?.span;
  const isShown = edited && span?.file === edited.file && isInLinesOf(edited, span);
  return isShown ? undefined : edited;
}

function isInLinesOf(inner: Span, outer: Span): boolean {
  const { line } = positionAt(inner.file, inner.start);
  return line >= positionAt(outer.file, outer.start).line && line <= lastLine(outer);
}

interface Look {
  readonly mark: string;
  readonly style: Severity | 'note' | 'help';
  readonly gutter: number;
  readonly paint: Paint;
}

function gutterWidth(spans: readonly (Span | undefined)[]): number {
  const lines = spans.flatMap((span) => (span ? [lastLine(span)] : []));
  return String(Math.max(1, ...lines)).length;
}

function lastLine({ file, start, end }: Span): number {
  return positionAt(file, Math.max(start, end - 1)).line;
}

/** `--> path:line:column` and the lines of a range. */
function excerpt(span: Span, look: Look): readonly string[] {
  const { file, start } = span;
  const { line, column } = positionAt(file, start);
  const bar = (text: string, number = '') =>
    `${look.paint('frame', `${number.padStart(look.gutter)} |`)}${text}`;
  const arrow = look.paint('frame', `${' '.repeat(look.gutter)}-->`);
  const lines = [`${arrow} ${file.path}:${String(line)}:${String(column)}`, bar('')];
  for (const shown of shownLines(line, lastLine(span))) {
    if (shown === undefined) {
      lines.push(look.paint('frame', '...'));
      continue;
    }
    const { text, marks } = markedLine(shown, span, look.mark);
    lines.push(bar(text === '' ? '' : ` ${text}`, String(shown)));
    lines.push(bar(look.paint(look.style, ` ${marks}`)));
  }
  return lines;
}

/** All lines of a short range; of a long one the first two and the last, with a gap. */
function shownLines(first: number, last: number): readonly (number | undefined)[] {
  if (last - first < 4) return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return [first, first + 1, undefined, last];
}

interface MarkedLine {
  readonly text: string;
  readonly marks: string;
}

function markedLine(line: number, span: Span, mark: string): MarkedLine {
  const source = lineText(span.file, line);
  const offset = lineStarts(span.file)[line - 1] ?? 0;
  const isFirst = span.start >= offset;
  const from = isFirst ? span.start - offset : source.length - source.trimStart().length;
  const to = Math.max(from, Math.min(source.length, span.end - offset));
  const { text, shift } = windowOf(source, from, to);
  const before = displayText(text.slice(0, from - shift));
  const marked = displayText(text.slice(from - shift, to - shift), before.width);
  const after = displayText(text.slice(to - shift), before.width + marked.width);
  return {
    text: (before.text + marked.text + after.text).trimEnd(),
    marks: ' '.repeat(before.width) + mark.repeat(Math.max(1, marked.width)),
  };
}

const longest = 200;
const context = 60;

/** A very long line is cut around what is marked; `shift` is how far offsets move. */
function windowOf(
  source: string,
  from: number,
  to: number,
): { readonly text: string; readonly shift: number } {
  if (source.length <= longest) return { text: source, shift: 0 };
  const start = Math.max(0, from - context);
  const end = Math.min(source.length, Math.max(to, from + 1) + context, start + longest);
  const [head, tail] = [start > 0 ? '…' : '', end < source.length ? '…' : ''];
  return { text: head + source.slice(start, end) + tail, shift: start - head.length };
}
