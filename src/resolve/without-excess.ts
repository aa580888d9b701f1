/** Of a file that is not WIT at all, nobody reads a thousand diagnostics. */
import { type Diagnostic, DiagnosticBag, type Severity } from '../base/diagnostics.js';
import type { SourceFile } from '../base/source.js';
import { errors } from './errors.js';

const limit = 100;

/** The first hundred errors and the first hundred warnings of each file, and how many more there are. */
export function withoutExcess(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = { error: new Map<SourceFile, number>(), warning: new Map<SourceFile, number>() };
  const firstLeftOut = new Map<SourceFile, Diagnostic>();
  const kept = diagnostics.filter((diagnostic) => {
    const file = diagnostic.span?.file;
    if (!file) return true;
    const count = countOne(counts[diagnostic.severity], file);
    if (count === limit + 1 && !firstLeftOut.has(file)) firstLeftOut.set(file, diagnostic);
    return count <= limit;
  });
  const bag = new DiagnosticBag();
  for (const [file, { span }] of firstLeftOut) {
    const excess = (severity: Severity) => Math.max(0, (counts[severity].get(file) ?? 0) - limit);
    bag.report(errors.tooMany, span, { count: String(excess('error') + excess('warning')) });
  }
  return [...kept, ...bag.diagnostics];
}

function countOne(counts: Map<SourceFile, number>, file: SourceFile): number {
  const count = (counts.get(file) ?? 0) + 1;
  counts.set(file, count);
  return count;
}
