/** Lints: rules whose severity is the user's choice. */
import type { Diagnostic, Entry, LintKind, Report, Severity } from './diagnostics.js';

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
    const level = levelOf(diagnostic, levels);
    if (level === 'allow') return [];
    return [level === undefined ? diagnostic : { ...diagnostic, severity: severities[level] }];
  });
}

/** Reports lints at the levels asked for, and everything else as it is. */
export function reportingAt(levels: LintLevels, report: Report): Report {
  return (kind, ...rest) => {
    const level = levelOf(kind, levels);
    if (level === 'allow') return;
    report(level === undefined ? kind : { ...kind, severity: severities[level] }, ...rest);
  };
}

const compatLevels: Readonly<Record<LintKind, LintLevel>> = { stricter: 'allow', further: 'deny' };

function levelOf({ code, lint }: Pick<Entry, 'code' | 'lint'>, levels: LintLevels): LintLevel | undefined {
  if (lint === undefined) return undefined;
  if (levels === 'compat') return compatLevels[lint];
  return Object.hasOwn(levels, code) ? levels[code] : undefined;
}
