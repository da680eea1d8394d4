import { screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { openAtWork } from '../accessibility/scenes.js';
import { changeRole, openPanel, ready } from '../components/panel.js';

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
  :is(p, h3, div, label, li, section, button)::first-letter { color: rgb(1 2 3); font-size: 3em; float: left; }
  :is(p, td, label, li, section, button)::first-line { color: rgb(1 2 3); }
`;

describe.each(['first', 'last'] as const)('a sheet of the host that comes %s', (place) => {
  test('decorates nothing of ours', async () => {
    await openAtWork();
    load(place, DECORATIONS);
    expect(marked()).toEqual([]);
  });

  test('decorates no failure that counts down', async () => {
    openPanel({ faults: [{ operation: 'updateMemberRole', kind: 'status', status: 429, retryAfter: 90 }] });
    await ready();
    await changeRole('Grace Hopper', 'Admin');
    await screen.findAllByText(/in \d+ seconds/);
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

/** What frameworks without classes say of bare elements: by their states and attributes, which weighs more than one class of ours. */
const FRAMEWORK = `
  button:not([class*='plain']), input:not([type='checkbox'], [type='radio']), select:not([multiple]) {
    width: 100%;
    height: 3.5rem;
    margin-bottom: 1rem;
    padding: 0.75rem 1rem;
    border: 2px solid teal;
    border-radius: 2rem;
    background: #eee;
    font: italic 20px/1.5 serif;
  }
  select:not([multiple], [size]) { padding-inline-end: 3rem; background: #eee url('data:image/gif;base64,R0lGODlhAQABAAAAACw='); }
  input:not([type='checkbox'])[type='search'] { padding-inline-start: 3rem; border-radius: 5rem; }
  table:not([role='presentation']) { width: auto; border-collapse: collapse; }
  tr:nth-child(even) td, tr:nth-child(odd) th:first-child { padding: 2rem; background: #eee; }
  td:first-child, th:last-child { padding-left: 0; border-bottom: 3px solid teal; }
  h3:not(:last-child), label:not(:last-child) { margin-bottom: 3rem; font-size: 2rem; }
  :is(section, form):not(:last-child) { padding: 2rem; }
  span:not(:empty) { letter-spacing: 0.1em; }
`;

const PROPERTIES = [
  'backgroundColor',
  'backgroundImage',
  'borderTopWidth',
  'borderBottomWidth',
  'borderTopLeftRadius',
  'fontFamily',
  'fontSize',
  'fontStyle',
  'letterSpacing',
  'lineHeight',
  'marginBottom',
  'paddingLeft',
  'paddingRight',
] as const;

/** Box, font and edges of everything in the panel, a line for each element. */
function looks(): string[] {
  return [root(), ...seen()].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return [nameOf(element), x, y, width, height, ...PROPERTIES.map((name) => style[name])].join(' ');
  });
}

/** What text takes from around it, each with what a host may make of it. */
const INHERITED = {
  'user-select': 'none',
  '-webkit-text-fill-color': 'rgb(1, 2, 3)',
  'font-feature-settings': '"smcp"',
  'text-align-last': 'right',
  hyphens: 'auto',
  'line-break': 'anywhere',
  'text-transform': 'uppercase',
  'letter-spacing': '3px',
};

test('what a host says of the text around the panel ends at its edge', async () => {
  await openAtWork();
  const texts = [root(), ...root().querySelectorAll('h3, p, label, .mup-table-cell, .mup-badge')];
  expect(texts.length).toBeGreaterThan(40);
  const read = () =>
    texts.map((element) => Object.keys(INHERITED).map((name) => getComputedStyle(element).getPropertyValue(name)));
  const calm = read();
  const said = Object.entries(INHERITED).map(([name, value]) => `${name}: ${value}`);
  load('last', `body { ${said.join('; ')} }`);
  expect(getComputedStyle(document.body).hyphens).toBe('auto');
  expect(read()).toEqual(calm);
});

describe('a framework that styles bare elements by their states', () => {
  test.each(['first', 'last'] as const)(
    'leaves the panel as it is from within a layer, its sheet coming %s',
    async (place) => {
      await openAtWork();
      const calm = looks();
      load(place, `@layer framework { ${FRAMEWORK} }`);
      expect(looks()).toEqual(calm);
      expect(calm.length).toBeGreaterThan(200);
    },
  );

  test('does not leave it so without one, as README.md says', async () => {
    await openAtWork();
    const calm = looks();
    load('first', FRAMEWORK);
    expect(looks()).not.toEqual(calm);
  });
});
