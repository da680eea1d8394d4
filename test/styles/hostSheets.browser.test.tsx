import { afterEach, describe, expect, test } from 'vitest';
import { openAtWork } from '../accessibility/scenes.js';

const hostSheet = document.createElement('style');
afterEach(() => hostSheet.remove());

/** Puts the sheet of a host before all others, or behind them. */
function load(place: 'first' | 'last', css: string) {
  hostSheet.textContent = css;
  document.head[place === 'first' ? 'prepend' : 'append'](hostSheet);
}

const root = () => document.querySelector('.mup-root') as Element;
const seen = () =>
  [...root().querySelectorAll('*')].filter((element) => element.checkVisibility() && !element.closest('.mup-hidden'));
const nameOf = (element: Element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`;
const PSEUDO = ['::before', '::after', '::first-letter', '::first-line'] as const;

/** What a host put before, behind or into our elements: whatever has the colour that no sheet of ours has. */
function marked(): string[] {
  return seen().flatMap((element) =>
    PSEUDO.filter((pseudo) => getComputedStyle(element, pseudo).color === 'rgb(1, 2, 3)').map(
      (pseudo) => nameOf(element) + pseudo,
    ),
  );
}

const DECORATIONS = `
  button { position: relative; }
  button::after { content: ''; position: absolute; inset: 0; color: rgb(1 2 3); background: rgb(0 0 0 / 10%); }
  h2::after, label::after, td::after, th::before, li::before, span::after, bdi::after, p::after, div::before, svg::after {
    content: '*';
    color: rgb(1 2 3);
  }
  p::first-letter, h3::first-letter, div::first-letter { color: rgb(1 2 3); font-size: 3em; float: left; }
  p::first-line, td::first-line { color: rgb(1 2 3); }
`;

describe.each(['first', 'last'] as const)('a sheet of the host that comes %s', (place) => {
  test('decorates nothing of ours', async () => {
    await openAtWork();
    load(place, DECORATIONS);
    expect(marked()).toEqual([]);
  });

  test('lays nothing over the panel that takes the clicks', async () => {
    await openAtWork();
    load(place, DECORATIONS);
    const search = root().querySelector('.mup-search input') as Element;
    search.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = search.getBoundingClientRect();
    expect(document.elementFromPoint(left + width / 2, top + height / 2)).toBe(search);
  });
});
