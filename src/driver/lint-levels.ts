/** Levels of lints as a user gives them. */
import { didYouMean } from '../base/did-you-mean.js';
import type { Report } from '../base/diagnostics.js';
import type { LintLevel, LintLevels } from '../base/lints.js';
import { catalogue } from './catalogue.js';
import { driverErrors } from './errors.js';

/** The codes whose severity users choose. */
export const lintCodes: readonly string[] = catalogue
  .filter((entry) => entry.lint !== undefined)
  .map(({ code }) => code);

/** Reports levels for what is no lint: they would be without effect. */
export function checkLintLevels(levels: LintLevels, report: Report): void {
  if (levels === 'compat') return;
  for (const code of Object.keys(levels).filter((code) => !lintCodes.includes(code))) {
    const isCode = catalogue.some((entry) => entry.code === code);
    if (isCode) report(driverErrors.notALint, undefined, { code });
    else report(driverErrors.unknownLint, undefined, { code }, { hint: didYouMean(code, lintCodes) });
  }
}

/** Where names clash no plan can be made, whatever a user allows. */
export const neededByPlans: readonly string[] = ['dup-member', 'similar-name'];

/** The levels of a run that makes a plan. */
export function levelsForPlans(levels: LintLevels): LintLevels {
  const all = (codes: readonly string[], level: LintLevel) => codes.map((code) => [code, level] as const);
  const chosen = levels === 'compat' ? Object.fromEntries(all(lintCodes, 'allow')) : levels;
  return { ...chosen, ...Object.fromEntries(all(neededByPlans, 'deny')) };
}
