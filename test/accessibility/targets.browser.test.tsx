import { screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { undress, wear } from '../styles/looks.js';
import { openAtWork, openQuestion, panel } from './scenes.js';
import { smallTargets, targetsOf } from './smallTargets.js';

afterEach(async () => {
  undress();
  await page.viewport(1280, 800);
});

const sizes = [1280, 360].flatMap((width) =>
  (['comfortable', 'compact'] as const).map((density) => [density, width] as const),
);

describe('everything one can point at is at least 24 px large', () => {
  test.each(sizes)('in the %s panel at %d px', async (density, width) => {
    await page.viewport(width, 800);
    await openAtWork(density === 'compact' ? { density } : {});
    await userEvent.fill(screen.getByRole('searchbox'), 'e');
    await screen.findByRole('button', { name: 'Clear search' });
    const kinds = new Set(targetsOf(panel()).map((target) => target.className.split(' ')[0]));
    expect(kinds).toEqual(
      new Set(['mup-button', 'mup-chip-text', 'mup-input', 'mup-select-control', 'mup-table-sort']),
    );
    expect(smallTargets(panel())).toEqual([]);
  });

  test.each(sizes)('in a question of the %s panel at %d px', async (density, width) => {
    await page.viewport(width, 800);
    const dialog = await openQuestion(density === 'compact' ? { density } : {});
    expect(targetsOf(dialog)).toHaveLength(2);
    expect(smallTargets(dialog)).toEqual([]);
  });
});

test('the measure catches a small button, a narrow one and a flat field', async () => {
  await openAtWork();
  wear({
    name: 'seeded',
    scheme: 'light',
    css: `
      .mup-root .mup-table-sort { min-height: 0; height: 20px; }
      .mup-root .mup-pager > .mup-button { width: 23px; }
      .mup-root .mup-search > .mup-input { min-height: 0; height: 18px; }`,
  });
  const told = smallTargets(panel()).join('\n');
  expect(told).toMatch(/mup-table-sort "Joined" is .* × 20\.0 px/);
  expect(told).toMatch(/"Next page" is 23\.0 × /);
  expect(told).toMatch(/mup-input "Search members" is .* × 18\.0 px/);
});
