/** For people: a code frame for each problem, then a line that counts them. */
import { codeFrame } from '../../base/code-frame.js';
import type { WriteReport } from './report.js';
import { summary } from './summary.js';

/** Writes code frames and a summary. */
export const textReport: WriteReport = (report) => {
  const frames = report.diagnostics.map((diagnostic) =>
    codeFrame(diagnostic, { color: report.color ?? false }),
  );
  return [...frames, `${summary(report)}\n`].join('\n');
};
