/** A problem as the reference implementation shows it: columns count bytes, and one `-` stands for each further character. */
import { lineStarts, lineText, positionAt, type Span } from '../base/source.js';
import type { Problem } from './problem.js';

/** The text of a problem with the line that it is on, as far as that is known. */
export function framed({ text, mark }: Problem): string {
  if (!mark) return text;
  const { line, column } = place(mark);
  const where = `${mark.file.path}:${String(line)}:${String(column)}`;
  const source = lineText(mark.file, line);
  if (Buffer.byteLength(source) > longestLine) return `${where}: ${text}`;
  const marked = Array.from(mark.file.text.slice(mark.start, mark.end));
  const pointer = ' '.repeat(column - 1) + '^' + '-'.repeat(Math.max(0, marked.length - 1));
  return [
    text,
    `     --> ${where}`,
    '      |',
    ` ${String(line).padStart(4)} | ${source}`,
    `      | ${pointer}`,
  ].join('\n');
}

/** Longer ones are not shown. */
const longestLine = 500;

/** `path:line:column` of a mark. */
export function location(mark: Span): string {
  const { line, column } = place(mark);
  return `${mark.file.path}:${String(line)}:${String(column)}`;
}

function place({ file, start }: Span): { readonly line: number; readonly column: number } {
  const { line } = positionAt(file, start);
  const lineStart = lineStarts(file)[line - 1] ?? 0;
  return { line, column: Buffer.byteLength(file.text.slice(lineStart, start)) + 1 };
}
