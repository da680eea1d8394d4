import { describe, expect, it } from 'vitest';
import { failuresOf, summarize } from './summaryReporter.js';

type Module = Parameters<typeof summarize>[0][number];
type State = 'passed' | 'failed' | 'skipped' | 'pending';

/** A test file as Vitest reports it. */
function aModule(state: ReturnType<Module['state']>, tests: State[]): Module {
  const allTests = () => tests.map((each) => ({ result: () => ({ state: each }) }))[Symbol.iterator]();
  return { state: () => state, children: { allTests } } as unknown as Module;
}

describe('summarize', () => {
  it.each<[what: string, modules: Module[], errors: number, expected: ReturnType<typeof summarize>]>([
    ['counts passed tests', [aModule('passed', ['passed', 'passed'])], 0, { passed: 2, failed: 0, skipped: 0 }],
    ['counts a failed test once', [aModule('failed', ['passed', 'failed'])], 0, { passed: 1, failed: 1, skipped: 0 }],
    ['counts a file that could not be imported', [aModule('failed', [])], 0, { passed: 0, failed: 1, skipped: 0 }],
    ['counts a file whose hook broke', [aModule('failed', ['passed'])], 0, { passed: 1, failed: 1, skipped: 0 }],
    ['tells skipped tests', [aModule('passed', ['skipped', 'passed'])], 0, { passed: 1, failed: 0, skipped: 1 }],
    [
      'takes a test that never ended as skipped',
      [aModule('passed', ['pending'])],
      0,
      { passed: 0, failed: 0, skipped: 1 },
    ],
    ['counts errors outside the tests', [aModule('passed', ['passed'])], 2, { passed: 1, failed: 2, skipped: 0 }],
    ['counts nothing as nothing', [], 0, { passed: 0, failed: 0, skipped: 0 }],
  ])('%s', (_what, modules, errors, expected) => {
    expect(summarize(modules, errors)).toEqual(expected);
  });
});

describe('failuresOf', () => {
  const allTests = () =>
    [
      { fullName: 'a sum > is right', result: () => ({ state: 'passed', errors: [] }) },
      {
        fullName: 'a sum > is wrong',
        result: () => ({
          state: 'failed',
          errors: [
            { message: 'expected 1 to be 2', diff: '- 2\n+ 1', stacks: [{ file: '/a.ts', line: 3, column: 7 }] },
          ],
        }),
      },
    ][Symbol.iterator]();
  const failed = {
    relativeModuleId: 'test/sum.test.ts',
    project: { name: 'unit' },
    children: { allTests },
    errors: () => [{ message: 'a hook broke' }],
  } as unknown as Parameters<typeof failuresOf>[0][number];

  it('names the test, what was said and where, and what broke beside the tests', () => {
    expect(failuresOf([failed])).toEqual([
      'unit: test/sum.test.ts > a sum > is wrong\n    expected 1 to be 2\n    - 2\n    + 1\n    at /a.ts:3:7',
      'unit: test/sum.test.ts\n    a hook broke',
    ]);
  });
});
