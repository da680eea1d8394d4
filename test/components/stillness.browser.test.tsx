import { waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { openPanel, ready } from './panel.js';

afterEach(() => page.viewport(1280, 800));

/** Where the first rows stand, and how high each is. */
function rowsIn(container: HTMLElement) {
  const rows = [...container.querySelectorAll('.mup-member-table .mup-table-body > tr')].slice(0, 4);
  return rows.map((row) => row.getBoundingClientRect()).map(({ top, height }) => ({ top, height }));
}

test.each([1280, 360])('nothing moves when the members come, on a page %d px wide', async (width) => {
  await page.viewport(width, 800);
  const { container } = openPanel({ latencyMs: 300 });
  await waitFor(() => expect(container.querySelector('.mup-skeleton')).not.toBeNull());
  const before = rowsIn(container);
  expect(before).toHaveLength(4);
  await ready();
  const after = rowsIn(container);
  for (const [index, { top, height }] of before.entries()) {
    expect(Math.abs(after[index]!.top - top)).toBeLessThan(2);
    expect(Math.abs(after[index]!.height - height)).toBeLessThan(1);
  }
});
