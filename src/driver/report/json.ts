/** For programs: all that a diagnostic says, as JSON. docs/checking.md describes it for its readers. */
import type { Diagnostic, Severity } from '../../base/diagnostics.js';
import { rangeOf, type Range, type Span } from '../../base/source.js';
import { relativePath } from './paths.js';
import type { WriteReport } from './report.js';

/** A range of a file: lines and columns start at 1, columns count UTF-16 units, and `end` is after the last one. */
export interface JsonPlace extends Range {
  readonly file: string;
}

/** A diagnostic as JSON has it; one that is about no place in a file has none. */
export interface JsonDiagnostic extends Partial<JsonPlace> {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly related?: readonly (JsonPlace & { readonly message: string })[];
  readonly fix?: JsonFix;
}

/** Edits that certainly repair the problem; all are positions of the file as it is. */
export interface JsonFix {
  readonly title: string;
  readonly edits: readonly (JsonPlace & { readonly newText: string })[];
}

/** Writes an array of diagnostics; without any, `[]`. */
export const jsonReport: WriteReport = ({ diagnostics, folder }) =>
  `${JSON.stringify(
    diagnostics.map((diagnostic) => jsonDiagnostic(diagnostic, folder)),
    undefined,
    2,
  )}\n`;

/** A diagnostic as plain data, with paths relative to a folder. */
export function jsonDiagnostic(diagnostic: Diagnostic, folder?: string): JsonDiagnostic {
  const { code, severity, message, span, hint, related, fix } = diagnostic;
  const place = (at: Span): JsonPlace => ({ file: relativePath(at.file.path, folder), ...rangeOf(at) });
  return {
    code,
    severity,
    message,
    ...(span && place(span)),
    ...(hint !== undefined && { hint }),
    ...(related.length > 0 && {
      related: related.map((note) => ({ message: note.message, ...place(note.span) })),
    }),
    ...(fix && {
      fix: {
        title: fix.title,
        edits: fix.edits.map((edit) => ({ ...place(edit.span), newText: edit.newText })),
      },
    }),
  };
}
