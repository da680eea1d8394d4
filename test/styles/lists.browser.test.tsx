import { screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { openAtWork } from '../accessibility/scenes.js';
import { openPanel, ready } from '../components/panel.js';
import { undress, wear } from './looks.js';

afterEach(undress);

const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];

test('the rows of headings of both lists are equally high', async () => {
  openPanel();
  await ready();
  for (const density of ['comfortable', 'compact'] as const) {
    wear({ name: '', css: '', scheme: 'light', ...(density === 'compact' && { density }) });
    const heights = all('.mup-table-head').map((head) => head.getBoundingClientRect().height);
    expect(heights).toEqual([40, 40]);
  }
});

test('a long heading of the host’s stays in its own column', async () => {
  const column = (key: string) => ({ key, header: 'What we know of this person', render: () => 'much' });
  openPanel({ props: { columns: [column('first'), column('second')] } });
  await ready();
  for (const header of screen.getAllByRole('columnheader', { name: /What we know/ })) {
    const words = document.createRange();
    words.selectNodeContents(header);
    expect(words.getBoundingClientRect().right).toBeLessThanOrEqual(header.getBoundingClientRect().right);
  }
});

test('whatever the roundness, no corner cuts what is in it', async () => {
  await openAtWork();
  wear({ name: 'pills', css: '.mup-root { --mup-radius: 999px; }', scheme: 'light' });
  const boxes = [
    ...all('.mup-table-header > *, .mup-member-table-row:last-child :is(.mup-avatar, .mup-button)'),
    ...all('.mup-email-field :is(.mup-chip-text, .mup-chip > .mup-button)'),
  ].filter((element) => element.checkVisibility() && !element.matches('.mup-hidden, .mup-hidden *'));
  expect(boxes.length).toBeGreaterThan(15);
  const cut = boxes.filter((element) => {
    element.scrollIntoView({ block: 'center' });
    const { left, right, top, bottom } = element.getBoundingClientRect();
    return [left + 3, right - 3].some((x) => !element.contains(document.elementFromPoint(x, (top + bottom) / 2)));
  });
  expect(cut.map((element) => `${element.className} ${element.textContent}`)).toEqual([]);
});
