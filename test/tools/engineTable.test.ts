import { describe, expect, it } from 'vitest';
import { engineTable } from './engineTable.js';

type Module = Parameters<typeof engineTable>[0][number];

/** A test file as Vitest reports it. */
function aModule(engine: string | undefined, tests: Record<string, 'passed' | 'failed'>): Module {
  const reported = Object.entries(tests).map(([fullName, state]) => ({
    fullName,
    result: () => ({ state }),
    meta: () => ({ engine }),
  }));
  const allTests = () => reported.values();
  return { children: { allTests } } as unknown as Module;
}

describe('engineTable', () => {
  it('has a row for each act and a column for each engine', () => {
    const table = engineTable([
      aModule('Firefox 153.8', { invites: 'passed', 'keeps Tab': 'failed' }),
      aModule('Chromium 156', { invites: 'passed' }),
      aModule(undefined, { 'is no act': 'passed' }),
    ]);
    expect(table.split('\n')).toEqual([
      '           Chromium 156  Firefox 153.8',
      'invites    ok            ok',
      'keeps Tab  not run       FAILED',
    ]);
  });

  it('is empty when no engine was tested', () => {
    expect(engineTable([aModule(undefined, { 'is no act': 'passed' })])).toBe('');
  });
});
