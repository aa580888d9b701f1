import type { CheckResult } from '../check.js';

/** What a format writes down, and how. */
export interface CheckReport extends CheckResult {
  /** The absolute path of the folder that paths are relative to; without it they stay as they were given. */
  readonly folder?: string | undefined;
  /** The version of wit-gen. */
  readonly version?: string | undefined;
  /** With the colours of a terminal, where the format has any. */
  readonly color?: boolean | undefined;
}

/** Writes a report; the text ends with a line end unless it is empty. */
export type WriteReport = (report: CheckReport) => string;
