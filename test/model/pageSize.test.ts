import { describe, expect, test } from 'vitest';
import { pageSizeOf } from '../../src/model/pageSize.js';

describe('rows on a page', () => {
  test.each([1, 10, 250])('are as many as wanted: %s', (wanted) => {
    expect(pageSizeOf(wanted)).toBe(wanted);
  });

  test.each([0, -1, 2.5, NaN, Infinity, undefined, null, '25'])(
    'are as many as usual where %j were wanted',
    (wanted) => {
      expect(pageSizeOf(wanted as number)).toBe(10);
      expect(pageSizeOf(wanted as number, 20)).toBe(20);
    },
  );
});
