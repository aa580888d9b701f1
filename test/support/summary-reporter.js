import { mkdirSync, writeFileSync } from 'node:fs';

/** Leaves the totals of a run in `build/test-summary.txt`, in the form that CI reads. */
class SummaryReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests > 0 ? `, ${results.numPendingTests} skipped` : '';
    mkdirSync('build', { recursive: true });
    writeFileSync('build/test-summary.txt', `${results.numPassedTests} passed, ${failed} failed${skipped}\n`);
  }
}

export { SummaryReporter as default };
