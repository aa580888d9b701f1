import { mkdirSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** The time of a suite, as a line. */
const timeOf = ({ testFilePath, perfStats: { runtime } }) =>
  `${(runtime / 1000).toFixed(0).padStart(5)} s  ${relative('.', testFilePath)}\n`;

/**
 * Leaves the totals of a run in `build/test-summary.txt`, in the form that CI reads, and the suites that took longest in
 * `build/slowest-suites.txt`.
 */
class SummaryReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests > 0 ? `, ${results.numPendingTests} skipped` : '';
    mkdirSync('build', { recursive: true });
    writeFileSync('build/test-summary.txt', `${results.numPassedTests} passed, ${failed} failed${skipped}\n`);
    const slowest = [...results.testResults].sort((a, b) => b.perfStats.runtime - a.perfStats.runtime);
    writeFileSync('build/slowest-suites.txt', slowest.slice(0, 20).map(timeOf).join(''));
  }
}

export { SummaryReporter as default };
