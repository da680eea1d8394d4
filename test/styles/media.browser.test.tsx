import { screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { contrastRatio, rgbaOf, type Rgba } from '../../stories/contrastRatio.js';
import { openAtWork, openQuestion } from '../accessibility/scenes.js';
import { wish } from '../accessibility/chromium.js';

const PAPER: Rgba = [255, 255, 255, 1];
const root = () => document.querySelector('.mup-root') as HTMLElement;

afterEach(async () => {
  await wish();
  await page.viewport(1280, 800);
});

describe('fields and selects', () => {
  const small = () =>
    [...root().querySelectorAll<HTMLElement>('input, select, textarea')]
      .filter((control) => Number.parseFloat(getComputedStyle(control).fontSize) < 16)
      .map((control) => control.className);

  test.each(['comfortable', 'compact'] as const)(
    'have text of 16 px under a finger, %s: iOS zooms into less',
    async (density) => {
      await openAtWork({ density });
      expect(small().length).toBeGreaterThan(5);
      await wish({ touch: true });
      expect(matchMedia('(pointer: coarse)').matches).toBe(true);
      for (const width of [390, 800, 1280]) {
        // oxlint-disable-next-line no-await-in-loop -- one window
        await page.viewport(width, 800);
        expect(small()).toEqual([]);
      }
    },
  );

  test('keep text that is larger than that', async () => {
    await openAtWork({ tokens: { fontSize: '21px' } });
    await wish({ touch: true });
    expect(getComputedStyle(screen.getByRole('searchbox')).fontSize).toBe('21px');
  });
});

/** Each text of ours by its colour, as ink on white paper: a browser prints no backgrounds unless it is told to. */
function paleTexts(): string[] {
  const walker = document.createTreeWalker(root(), NodeFilter.SHOW_TEXT);
  const pale = new Set<string>();
  while (walker.nextNode()) {
    const { parentElement: element, nodeValue } = walker.currentNode as Text;
    if (!element || !nodeValue?.trim() || !element.checkVisibility() || element.closest('option')) continue;
    const { color } = getComputedStyle(element);
    if (contrastRatio(color, 1, PAPER) < 4.5) pale.add(`${element.className} ${color} "${nodeValue}"`);
  }
  return [...pale];
}

/** Boxes of a colour that would leave little of the white paper. */
const darkBoxes = () =>
  [root(), ...root().querySelectorAll('*')]
    .filter((element) => {
      const { backgroundColor } = getComputedStyle(element);
      return rgbaOf(backgroundColor)[3] > 0 && contrastRatio(backgroundColor, 1, PAPER) > 1.35;
    })
    .map((element) => element.className);

describe('on paper', () => {
  test.each<[string, Parameters<typeof openAtWork>[0]]>([
    ['a forced dark theme', { theme: 'dark' }],
    [
      'tokens that are dark',
      {
        tokens: {
          background: '#0b1120',
          surface: '#111',
          text: '#f8fafc',
          muted: '#94a3b8',
          border: '#333',
          accent: '#93c5fd',
          danger: '#fda4af',
          success: '#86efac',
          warning: '#fcd34d',
          scheme: 'dark',
        },
      },
    ],
    ['the light theme', { theme: 'light' }],
  ])('%s is black on white', async (_name, props) => {
    await openAtWork(props);
    await wish({ print: true });
    expect(getComputedStyle(root()).color).toBe('rgb(0, 0, 0)');
    expect(paleTexts()).toEqual([]);
    expect(darkBoxes()).toEqual([]);
  });

  test('a dialog is black on white', async () => {
    await openQuestion({ theme: 'dark' });
    await wish({ print: true });
    expect(paleTexts()).toEqual([]);
    expect(darkBoxes()).toEqual([]);
  });
});

describe('without the sheet', () => {
  test('no icon or picture is larger than a line of text', async () => {
    await openAtWork();
    const sheets = [...document.styleSheets];
    for (const sheet of sheets) sheet.disabled = true;
    const sizes = [...root().querySelectorAll('svg, img')].map((picture) => picture.getBoundingClientRect());
    for (const sheet of sheets) sheet.disabled = false;
    expect(sizes.length).toBeGreaterThan(20);
    expect(sizes.filter(({ width, height }) => width > 32 || height > 32)).toEqual([]);
  });
});
