import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ar } from '../../src/locales/ar.js';
import { de } from '../../src/locales/de.js';
import { undress, wear } from '../styles/looks.js';
import { layoutFaults } from './layoutFaults.js';
import { openAtWork, openQuestion, panel } from './scenes.js';

const dress = (css: string) => wear({ name: 'a reader’s own', css, scheme: 'light' });

/** What a reader may set without losing anything, by criterion 1.4.12. */
const SPACED = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;
/** Text of twice the size, by criterion 1.4.4. */
const LARGE = ':root { font-size: 32px; }';

afterEach(async () => {
  undress();
  await page.viewport(1280, 800);
});

describe('nothing is cut, covered or out of reach', () => {
  const ways: [way: string, width: number, css: string][] = [
    ['as it comes', 1280, ''],
    ['at 320 px, which is 1280 px at 400 %', 320, ''],
    ['with text of twice the size', 1280, LARGE],
    ['with text of twice the size at 640 px', 640, LARGE],
    ['with the spacing of 1.4.12', 1280, SPACED],
    ['with the spacing of 1.4.12 at 320 px', 320, SPACED],
  ];

  test.each(ways)('in the panel at work, %s', async (_way, width, css) => {
    await page.viewport(width, 800);
    dress(css);
    await openAtWork();
    expect(layoutFaults(panel())).toEqual([]);
  });

  test.each(ways)('in a question that failed, %s', async (_way, width, css) => {
    await page.viewport(width, 800);
    dress(css);
    expect(layoutFaults(await openQuestion())).toEqual([]);
  });

  test.each([de, ar])('in the panel at work at 320 px in $locale', async (messages) => {
    await page.viewport(320, 800);
    await openAtWork({}, messages);
    expect(layoutFaults(panel())).toEqual([]);
  });

  test('in the compact panel at 320 px', async () => {
    await page.viewport(320, 800);
    await openAtWork({ density: 'compact' });
    expect(layoutFaults(panel())).toEqual([]);
  });
});

describe('the measure catches', () => {
  test.each([
    ['a panel that is wider than the page', '.mup-panel { min-width: 400px; }', /scrolls sideways/],
    [
      'a control beyond the edge',
      '.mup-root .mup-search { margin-inline-start: -60px; }',
      /mup-input.*beyond the edge/,
    ],
    ['text in a box too low for it', '.mup-root .mup-hint { height: 8px; overflow: hidden; }', /mup-hint.*is cut/],
    [
      'a button too narrow for its words',
      '.mup-root [data-variant="primary"] { width: 40px; padding: 0; }',
      /sticks out/,
    ],
    ['a select too narrow for its word', '.mup-root .mup-select-control { width: 60px; }', /cuts its word/],
    ['text over text', '.mup-root .mup-person-email { margin-top: -20px; }', /overlaps/],
  ])('%s', async (_fault, css, told) => {
    await page.viewport(320, 800);
    await openAtWork();
    dress(css);
    expect(layoutFaults(panel()).join('\n')).toMatch(told);
  });
});
