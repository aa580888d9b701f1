/** For GitHub Actions: workflow commands, which show as annotations of the changed lines. */
import type { Diagnostic } from '../../base/diagnostics.js';
import { positionAt, rangeOf, type Span } from '../../base/source.js';
import { relativePath } from './paths.js';
import type { WriteReport } from './report.js';

/** Writes a workflow command for each problem. */
export const githubReport: WriteReport = ({ diagnostics, folder }) =>
  diagnostics.map((diagnostic) => `${command(diagnostic, folder)}\n`).join('');

function command(diagnostic: Diagnostic, folder: string | undefined): string {
  const { severity, code, span } = diagnostic;
  const properties = { ...(span && placeOf(span, folder)), title: code };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${severity} ${listed.join(',')}::${escapeData(message(diagnostic, folder))}`;
}

/** GitHub takes columns only of a range within one line. */
function placeOf(span: Span, folder: string | undefined): Readonly<Record<string, string>> {
  const { start, end } = rangeOf(span);
  const file = relativePath(span.file.path, folder);
  const lines = { line: String(start.line), endLine: String(end.line) };
  if (end.line !== start.line) return { file, ...lines };
  return {
    file,
    line: lines.line,
    col: String(start.column),
    endLine: lines.endLine,
    endColumn: String(end.column),
  };
}

/** An annotation has one text, so it also says what the other places are. */
function message({ message, related, hint }: Diagnostic, folder: string | undefined): string {
  const notes = related.map(({ span, message }) => {
    const { line, column } = positionAt(span.file, span.start);
    return `note: ${message} (${relativePath(span.file.path, folder)}:${String(line)}:${String(column)})`;
  });
  return [message, ...notes, ...(hint === undefined ? [] : [`help: ${hint}`])].join('\n');
}

const escapes: Readonly<Record<string, string>> = {
  '%': '%25',
  '\r': '%0D',
  '\n': '%0A',
  ':': '%3A',
  ',': '%2C',
};

function escapeData(text: string): string {
  return text.replace(/[%\r\n]/g, (character) => escapes[character] ?? character);
}

function escapeProperty(text: string): string {
  return text.replace(/[%\r\n:,]/g, (character) => escapes[character] ?? character);
}
