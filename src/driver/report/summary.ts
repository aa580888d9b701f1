import type { Diagnostic, Severity } from '../../base/diagnostics.js';
import type { CheckResult } from '../check.js';

/** One line: `2 errors, 1 warning in 3 files`. The files are those that were read. */
export function summary({ diagnostics, files }: CheckResult): string {
  const counts = [count(diagnostics, 'error'), count(diagnostics, 'warning')].filter((text) => text !== '');
  const found = counts.length === 0 ? 'no problems' : counts.join(', ');
  return files.length === 0 ? found : `${found} in ${several(files.length, 'file')}`;
}

function count(diagnostics: readonly Diagnostic[], severity: Severity): string {
  const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  return number === 0 ? '' : several(number, severity);
}

const several = (number: number, noun: string): string =>
  `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
