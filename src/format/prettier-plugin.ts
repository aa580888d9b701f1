/** The formatter as a plugin of prettier, which finds it as `wit-gen/prettier`. */
import type { Parser, Plugin, Printer, SupportLanguage } from 'prettier';
import type { Diagnostic } from '../base/diagnostics.js';
import { positionAt } from '../base/source.js';
import { type Formattable, formattedDoc, parseForFormat, witStyle } from './format.js';

/** The tree that prettier sees is one node: comments and line breaks are the formatter's own work. */
const astFormat = 'wit';

/** Files ending with `.wit`. */
export const languages: SupportLanguage[] = [
  {
    name: 'WIT',
    parsers: ['wit'],
    extensions: ['.wit'],
    tmScope: 'source.wit',
    vscodeLanguageIds: ['wit'],
  },
];

const parser: Parser<Formattable> = {
  astFormat,
  parse(text, { filepath }) {
    const parsed = parseForFormat({ path: filepath, text });
    if ('diagnostics' in parsed) throw syntaxError(parsed.diagnostics);
    return parsed;
  },
  locStart: () => 0,
  locEnd: ({ file }) => file.text.length,
};

const printer: Printer<Formattable> = {
  print: ({ node }) => formattedDoc(node),
  getVisitorKeys: () => [],
};

export const parsers = { wit: parser };
export const printers = { [astFormat]: printer };

/** Wider than prettier's own default, as `wit-gen fmt` is; a project's `printWidth` prevails. */
export const defaultOptions: Plugin['defaultOptions'] = { ...witStyle };

/** The first error in the form of prettier's own parsers, from which it makes a code frame. */
function syntaxError(diagnostics: readonly Diagnostic[]): Error {
  const first = diagnostics.find(({ severity }) => severity === 'error');
  if (!first?.span) return new SyntaxError(first?.message ?? 'this is not WIT');
  const { file, start, end } = first.span;
  const loc = { start: positionAt(file, start), end: positionAt(file, end) };
  const place = `${String(loc.start.line)}:${String(loc.start.column)}`;
  return Object.assign(new SyntaxError(`${first.message} (${place})`), { loc });
}
