import { screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import { UsersError } from '../../src/model/errors.js';
import { team } from '../../stories/fixtures.js';
import { emailField, openPanel, ready } from '../components/panel.js';

const html = document.documentElement;

afterEach(() => {
  html.style.fontSize = '';
});

const find = (selector: string) => document.querySelector<HTMLElement>(selector) as HTMLElement;
const EDGE = 4;

/** How far below the top of a control its words stand: the lowest line of pixels that they are drawn in. */
async function baselineIn(control: HTMLElement): Promise<number> {
  const picture = new Image();
  picture.src = `data:image/png;base64,${await page.screenshot({ save: false, element: control })}`;
  await picture.decode();
  const width = picture.width - 2 * EDGE;
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(EDGE, EDGE, width, picture.height - 2 * EDGE);
  const differs = (at: number) => [0, 1, 2].some((part) => Math.abs((data[at + part] ?? 0) - (data[part] ?? 0)) > 70);
  for (let at = data.length - 4; at >= 0; at -= 4) if (differs(at)) return EDGE + Math.floor(at / 4 / width);
  throw new Error('There are no words in the control.');
}

/** The controls that stand in one row, each with nothing but the same word in it, which has no letter below the line. */
async function openRows() {
  openPanel();
  await ready();
  await userEvent.fill(screen.getByRole('searchbox'), 'zoom');
  await userEvent.fill(emailField(), 'zoom');
  for (const option of document.querySelectorAll('option')) option.textContent = 'zoom';
  for (const icon of document.querySelectorAll<SVGElement>('.mup-icon')) icon.style.visibility = 'hidden';
  const send = find('.mup-invite-fields > .mup-button');
  (send.firstChild as Text).data = 'zoom';
  return [
    [find('.mup-search'), find('.mup-toolbar .mup-select-control')],
    [find('.mup-email-field'), find('.mup-invite-fields .mup-select-control'), send],
  ];
}

describe.each([16, 18, 20, 32])('where the text of the page is %s px', (size) => {
  test('the field, the select and the button of a row are of one height, and their words on one line', async () => {
    html.style.fontSize = `${size}px`;
    for (const row of await openRows()) {
      const heights = row.map((control) => Math.round(control.getBoundingClientRect().height * 10) / 10);
      expect(heights).toEqual(heights.map(() => heights[0]));
      const lines: number[] = [];
      // oxlint-disable-next-line no-await-in-loop -- a picture scrolls the page
      for (const control of row) lines.push(await baselineIn(control));
      expect(lines).toEqual(lines.map(() => lines[0]));
    }
  });
});

test('the words of a select end before its arrow, however large the text and however close things are set', async () => {
  html.style.fontSize = '32px';
  openPanel({ props: { tokens: { space: '2px' } } });
  await ready();
  const arrows = [...document.querySelectorAll<HTMLElement>('.mup-select > .mup-icon')];
  expect(arrows.length).toBeGreaterThan(5);
  for (const arrow of arrows) {
    const select = arrow.previousElementSibling as HTMLElement;
    const end = select.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(select).paddingRight);
    expect(end).toBeLessThanOrEqual(arrow.getBoundingClientRect().left);
  }
});

test('the text of a role at an address stands in the middle of its select', async () => {
  openPanel();
  await ready();
  await userEvent.fill(emailField(), 'grace@example.org, Owner\n');
  await userEvent.keyboard('{Enter}');
  const select = await screen.findByRole('combobox', { name: 'Role of grace@example.org' });
  const { paddingTop, lineHeight, borderTopWidth } = getComputedStyle(select);
  const text = Number.parseFloat(lineHeight) + 2 * (Number.parseFloat(paddingTop) + Number.parseFloat(borderTopWidth));
  expect(select.getBoundingClientRect().height).toBeCloseTo(text, 1);
  expect(select.getBoundingClientRect().height).toBeGreaterThanOrEqual(23.9);
});

test('the two buttons of a state are apart', async () => {
  const provider = createMemoryDataProvider(team);
  const fail = () => Promise.reject(new UsersError('unexpected_page', 'A page came instead.'));
  const dataProvider = { ...provider, listMembers: fail, listInvitations: fail, signIn: () => undefined };
  openPanel({ props: { dataProvider } });
  const signIn = await screen.findByRole('button', { name: 'Sign in' });
  const again = screen.getByRole('button', { name: 'Try again' });
  expect(again.getBoundingClientRect().left - signIn.getBoundingClientRect().right).toBeGreaterThanOrEqual(8);
});
