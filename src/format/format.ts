/** The formatter: a file of WIT as it should stand, with the same meaning. */
import type { FileCstNode } from '../../grammar/cst.js';
import { type Diagnostic, hasErrors } from '../base/diagnostics.js';
import type { SourceFile } from '../base/source.js';
import { type ParsedText, parseText } from '../syntax/parse.js';
import { type Doc, type DocOptions, printDoc } from './doc.js';
import { gapsOf } from './gap.js';
import { printFile } from './print-node.js';

/** A formatted text; or, for a file with syntax errors, what is wrong with it. */
export type Formatted = { readonly text: string } | { readonly diagnostics: readonly Diagnostic[] };

/** The style of WIT: two spaces, as the specification writes it, and room for signatures. */
export const witStyle: DocOptions = { printWidth: 100, tabWidth: 2, useTabs: false };

/**
 * Formats a file. Comments stay between the tokens between which they stand, so that the WIT means the
 * same as before, with its documentation. A text that is formatted stays as it is.
 */
export function format(file: SourceFile): Formatted {
  const parsed = parseForFormat(file);
  return 'diagnostics' in parsed ? parsed : { text: printDoc(formattedDoc(parsed), witStyle) };
}

/** A parsed file without errors. */
export type Formattable = Omit<ParsedText, 'diagnostics' | 'cst'> & { readonly cst: FileCstNode };

/** Parses a file to be formatted, unless it has errors. */
export function parseForFormat(
  file: SourceFile,
): Formattable | { readonly diagnostics: readonly Diagnostic[] } {
  const { diagnostics, cst, ...parsed } = parseText(file);
  return hasErrors(diagnostics) || !cst ? { diagnostics } : { ...parsed, cst };
}

/** The document of a parsed file. */
export function formattedDoc(parsed: Formattable): Doc {
  const { file, tokens, cst } = parsed;
  const indexes = new Map(tokens.map((token, index) => [token, index]));
  return printFile(cst, {
    text: file.text,
    gaps: gapsOf(parsed),
    next: (token) => tokens[(indexes.get(token) ?? NaN) + 1],
  });
}
