/** Lints: rules whose severity is the user's choice. */
import type { Diagnostic, Severity } from './diagnostics.js';

/** What to do about a lint: nothing, say it, or refuse. */
export const lintLevels = ['allow', 'warn', 'deny'] as const;

export type LintLevel = (typeof lintLevels)[number];

/** Whether a text is a level. */
export function isLintLevel(text: string): text is LintLevel {
  return lintLevels.some((level) => level === text);
}

/** Levels by code; `compat` allows every lint that the reference implementation does not refuse. */
export type LintLevels = Readonly<Record<string, LintLevel>> | 'compat';

const severities: Readonly<Record<Exclude<LintLevel, 'allow'>, Severity>> = {
  warn: 'warning',
  deny: 'error',
};

/** Diagnostics as they are at the levels asked for; a lint that nobody speaks of keeps its severity. */
export function atLevels(diagnostics: readonly Diagnostic[], levels: LintLevels): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic): readonly Diagnostic[] => {
    const level = diagnostic.isLint ? levelOf(diagnostic.code, levels) : undefined;
    if (level === 'allow') return [];
    return [level === undefined ? diagnostic : { ...diagnostic, severity: severities[level] }];
  });
}

/** Future constructs, which the reference implementation does not read. */
const refusedByReference: ReadonlySet<string> = new Set(['nested-namespace']);

function levelOf(code: string, levels: LintLevels): LintLevel | undefined {
  if (levels === 'compat') return refusedByReference.has(code) ? 'deny' : 'allow';
  return Object.hasOwn(levels, code) ? levels[code] : undefined;
}
