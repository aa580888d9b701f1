/** The formatter: a file of WIT as it should stand, with the same meaning. */
import { type Diagnostic, hasErrors } from '../base/diagnostics.js';
import type { SourceFile } from '../base/source.js';
import { type ParsedText, parseText } from '../syntax/parse.js';
import { tokenIndexAt } from '../syntax/tokens-of.js';
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

/** A parsed file that can be formatted: the text has no mistakes, though lints may ask for another one. */
export type Formattable = Omit<ParsedText, 'diagnostics'>;

/** Parses a file that is to be formatted. */
export function parseForFormat(
  file: SourceFile,
): Formattable | { readonly diagnostics: readonly Diagnostic[] } {
  const { diagnostics, ...parsed } = parseText(file);
  const mistakes = diagnostics.filter(({ lint }) => lint === undefined);
  return hasErrors(mistakes) ? { diagnostics: mistakes } : parsed;
}

/** The document of a file without mistakes. */
export function formattedDoc(parsed: Formattable): Doc {
  const { file, tokens, cst } = parsed;
  return printFile(cst, {
    text: file.text,
    gaps: gapsOf(parsed),
    next: ({ startOffset }) => tokens[tokenIndexAt(startOffset, tokens) + 1],
  });
}
