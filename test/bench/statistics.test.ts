import { describe, expect, it } from 'vitest';
import { readBenchOptions } from './benchOptions.js';
import { ratioOf, spreadOf } from './statistics.js';

describe('a spread', () => {
  it('goes from the first to the third quartile around the median, whatever the order', () => {
    expect(spreadOf([5, 1, 3, 2, 4])).toEqual({ median: 3, low: 2, high: 4, count: 5 });
    expect(spreadOf([1, 2]).median).toBe(1.5);
  });
});

describe('a ratio', () => {
  it('is taken round by round, so that a slow round tells nothing', () => {
    expect(ratioOf([12, 120, 12], [10, 100, 10]).high).toBeCloseTo(1.2);
  });
});

describe('the flags of the bench', () => {
  it('default to all counts and no soak', () => {
    expect(readBenchOptions([])).toMatchObject({ members: [50, 1000, 10_000, 50_000], soakMs: null });
  });
  it('take counts and times', () => {
    expect(readBenchOptions(['--members', '5,10', '--soak', '10m'])).toMatchObject({
      members: [5, 10],
      soakMs: 600_000,
    });
    expect(readBenchOptions(['--soak-only', '90s'])).toMatchObject({ soakMs: 90_000, isSoakOnly: true });
  });
  it.each([[['--fast']], [['--rounds', 'many']], [['--soak', 'long']]])('refuse %j in words', (argv) => {
    expect(() => readBenchOptions(argv)).toThrow(RangeError);
  });
});
