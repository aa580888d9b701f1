import { codeFrame } from '../base/code-frame.js';
import { hasErrors, type Diagnostic } from '../base/diagnostics.js';

/** Where a run prints, and how. */
export interface Terminal {
  /** Prints a text, or bytes as they are. */
  readonly out: (output: string | Uint8Array) => void;
  readonly err: (text: string) => void;
  /** Whether errors have colours. */
  readonly color: boolean;
  /** Whether output has; without it, it has none. */
  readonly outColor?: boolean;
  /** What is piped in, to its end; without it, nothing is. */
  readonly input?: () => Promise<string>;
  /** Whether internal errors show where they happened. */
  readonly debug: boolean;
}

/** Prints diagnostics as code frames, then their count; says whether there are errors. */
export function reportDiagnostics(diagnostics: readonly Diagnostic[], terminal: Terminal): boolean {
  for (const diagnostic of diagnostics) {
    terminal.err(`${codeFrame(diagnostic, { color: terminal.color })}\n`);
  }
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  if (errors > 0) terminal.err(`${String(errors)} ${errors === 1 ? 'error' : 'errors'}\n`);
  return hasErrors(diagnostics);
}
