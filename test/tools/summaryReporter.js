// Writes what a Vitest run came to into the file that SUMMARY_FILE names, for `npm test` to count.
import { writeFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Summary */

/** A Vitest reporter. */
export default class SummaryReporter {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<unknown>} errors what was thrown outside any test
   */
  onTestRunEnd(modules, errors) {
    const file = process.env['SUMMARY_FILE'];
    if (!file) throw new Error('SUMMARY_FILE does not name a file to write the summary to.');
    writeFileSync(file, JSON.stringify(summarize(modules, errors.length)));
  }
}

/**
 * Counts tests. A file that failed although no test in it did (it could not be imported, or a hook broke) counts as
 * one failed test, and so does every error outside the tests.
 * @param {ReadonlyArray<Pick<import('vitest/node').TestModule, 'state' | 'children'>>} modules
 * @param {number} errors
 * @returns {Summary}
 */
export function summarize(modules, errors) {
  const summary = { passed: 0, failed: errors, skipped: 0 };
  for (const module of modules) {
    let failedHere = 0;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') summary.passed += 1;
      else if (state === 'failed') failedHere += 1;
      else summary.skipped += 1;
    }
    if (failedHere === 0 && module.state() === 'failed') failedHere = 1;
    summary.failed += failedHere;
  }
  return summary;
}
