/** Diagnostics made by hand, for what shows them. */
import type { Diagnostic } from '../../src/base/diagnostics.js';
import type { Span } from '../../src/base/source.js';

/** A diagnostic of which only the parts that matter are said. */
export function diagnostic(parts: Partial<Diagnostic> = {}): Diagnostic {
  return {
    code: 'type-not-found',
    severity: 'error',
    message: 'no type named `a`',
    values: {},
    span: undefined,
    related: [],
    ...parts,
  };
}

/** The file that a text is without its marks, and the span of what stands between `‹` and `›`. */
export function marked(path: string, text: string): Span {
  const [before = '', between = '', after = ''] = text.split(/[‹›]/);
  return {
    file: { path, text: before + between + after },
    start: before.length,
    end: before.length + between.length,
  };
}
