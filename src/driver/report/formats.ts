/** The formats in which `wit-gen check` answers. */
import { githubReport } from './github.js';
import { jsonReport } from './json.js';
import type { WriteReport } from './report.js';
import { sarifReport } from './sarif.js';
import { textReport } from './text.js';

/** For people, for programs, for annotations in GitHub Actions, for code scanning. */
export type ReportFormat = 'text' | 'json' | 'github' | 'sarif';

/** Each format by its name. */
export const reportFormats: Readonly<Record<ReportFormat, WriteReport>> = {
  text: textReport,
  json: jsonReport,
  github: githubReport,
  sarif: sarifReport,
};
