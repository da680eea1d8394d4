// Writes what a Vitest run came to into the file that SUMMARY_FILE names, for `npm test` to count.
import { writeFileSync } from 'node:fs';
import { engineTable } from './engineTable.js';

/** @typedef {{ passed: number, failed: number, skipped: number }} Summary */
/** @typedef {import('vitest/node').TestModule} Module */
/** @typedef {{ file: string, line: number, column: number }} Place */
/** @typedef {{ message: string, diff?: string | undefined, stacks?: ReadonlyArray<Place> | undefined }} Failure */

/** A Vitest reporter. */
export default class SummaryReporter {
  /**
   * @param {ReadonlyArray<Module>} modules
   * @param {ReadonlyArray<Failure>} errors what was thrown outside any test
   */
  onTestRunEnd(modules, errors) {
    const file = process.env['SUMMARY_FILE'];
    if (!file) throw new Error('SUMMARY_FILE does not name a file to write the summary to.');
    const failures = [...failuresOf(modules), ...errors.map((error) => describeFailure('Outside any test', [error]))];
    const engines = engineTable(modules);
    writeFileSync(file, JSON.stringify({ ...summarize(modules, errors.length), failures, engines }));
  }
}

/**
 * Counts tests. A file that failed although no test in it did (it could not be imported, or a hook broke) counts as
 * one failed test, and so does every error outside the tests.
 * @param {ReadonlyArray<Pick<Module, 'state' | 'children'>>} modules
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

/**
 * What failed and why, for the end of a log: there it is found although all else is long.
 * @param {ReadonlyArray<Pick<Module, 'state' | 'children' | 'relativeModuleId' | 'project' | 'errors'>>} modules
 * @returns {string[]} one text a failure
 */
export function failuresOf(modules) {
  return modules.flatMap((module) => {
    const file = `${module.project.name}: ${module.relativeModuleId}`;
    const ofTests = [...module.children.allTests()].flatMap((test) => {
      const { state, errors } = test.result();
      return state === 'failed' ? [describeFailure(`${file} > ${test.fullName}`, errors)] : [];
    });
    const own = module.errors();
    return own.length > 0 ? [...ofTests, describeFailure(file, own)] : ofTests;
  });
}

/**
 * @param {string} name
 * @param {ReadonlyArray<Failure>} errors
 */
function describeFailure(name, errors) {
  const lines = errors.flatMap(({ message, diff, stacks = [] }) => [
    ...message.split('\n', 3),
    ...(diff ? diff.split('\n', 20) : []),
    ...stacks.slice(0, 2).map(({ file, line, column }) => `at ${file}:${line}:${column}`),
  ]);
  return [name, ...lines.map((line) => `    ${line}`)].join('\n');
}
