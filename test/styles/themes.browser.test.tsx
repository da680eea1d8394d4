import { screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { openPanel, ready } from '../components/panel.js';
import { inside, openElement, rootOf } from '../element/panelElement.js';
import { rgbaOf } from '../../stories/contrastRatio.js';
import { undress, wear, type Look } from './looks.js';
import { mixpeekPalettes, shadcnPalettes, sheetOf, type Palette } from '../../stories/palettes.js';
import mixpeek from '../../src/styles/themes/mixpeek.css?inline';
import shadcn from '../../src/styles/themes/shadcn.css?inline';

afterEach(undress);

const root = () => document.querySelector('.mup-root') as HTMLElement;
const channels = (color: string) => rgbaOf(color).slice(0, 3);
const styleOf = (element: Element) => getComputedStyle(element);
const bare = (css: string, scheme: Look['scheme'] = 'light'): Look => ({ name: '', css, scheme });

const SCHEMES = ['light', 'dark'] as const;
const CASES: [name: string, scheme: Look['scheme'], css: string, palette: Palette, read: (value: string) => string][] =
  SCHEMES.flatMap((scheme) => [
    ...Object.entries(shadcnPalettes.triples).map(([name, palette]): (typeof CASES)[number] => [
      `shadcn ${name}, in triples`,
      scheme,
      sheetOf(palette) + shadcn,
      palette,
      (value) => `hsl(${value})`,
    ]),
    ...Object.entries(shadcnPalettes.wholes).map(([name, palette]): (typeof CASES)[number] => [
      `shadcn ${name}, in whole colours`,
      scheme,
      sheetOf(palette) + shadcn,
      palette,
      (value) => value,
    ]),
    ...Object.entries(mixpeekPalettes).map(([name, palette]): (typeof CASES)[number] => [
      `Mixpeek ${name}`,
      scheme,
      sheetOf(palette, 'mxp-') + mixpeek,
      palette,
      (value) => `hsl(${value})`,
    ]),
  ]);

describe('a host’s own tokens become the panel’s', () => {
  test.each(CASES)('%s, %s', async (_name, scheme, css, palette, read) => {
    openPanel();
    await ready();
    wear({ name: '', css, scheme });
    const own = { ...palette.light, ...palette[scheme] };
    const host = (token: string) => {
      const value = own[token];
      if (!value) throw new Error(`The palette has no ${token}.`);
      return read(value);
    };
    const send = screen.getByRole('button', { name: 'Send invitation' });
    send.removeAttribute('data-off');
    expect(channels(styleOf(root()).backgroundColor)).toEqual(channels(host('background')));
    expect(channels(styleOf(root()).color)).toEqual(channels(host('foreground')));
    expect(channels(styleOf(send).backgroundColor)).toEqual(channels(host('primary')));
    expect(channels(styleOf(document.querySelector('.mup-invite-form') as Element).backgroundColor)).toEqual(
      channels(host('muted')),
    );
    const line = styleOf(document.querySelector('.mup-table-cell') as Element).borderTopColor;
    expect(rgbaOf(line)).toEqual(rgbaOf(host('border')));
    expect(styleOf(root()).colorScheme).toBe(scheme);
    const [radius = 0] = [own['radius']].map((length = '') => parseFloat(length) * 16);
    expect(styleOf(send).borderRadius).toBe(`${radius}px`);
  });

  test.each([
    ['shadcn', shadcn],
    ['Mixpeek', mixpeek],
  ])('and a page that has none of %s’s keeps what can be read', async (_name, css) => {
    openPanel();
    await ready();
    wear(bare(css));
    expect(channels(styleOf(root()).backgroundColor)).toEqual([255, 255, 255]);
    expect(Math.max(...channels(styleOf(root()).color))).toBeLessThan(50);
  });
});

describe('a host’s own tokens reach the panel in a shadow root', () => {
  test.each(CASES)('%s, %s', async (_name, scheme, css, palette, read) => {
    const { element } = await openElement();
    wear({ name: '', css, scheme });
    // Many hosts say `.dark` and no more.
    delete document.documentElement.dataset['theme'];
    await waitFor(() => expect(rootOf(element).dataset['theme']).toBeUndefined());
    const own = { ...palette.light, ...palette[scheme] };
    const host = (token: string) => channels(read(own[token] ?? ''));
    const send = inside(element).getByRole('button', { name: 'Send invitation' });
    send.removeAttribute('data-off');
    expect(channels(styleOf(rootOf(element)).backgroundColor)).toEqual(host('background'));
    expect(channels(styleOf(rootOf(element)).color)).toEqual(host('foreground'));
    expect(channels(styleOf(send).backgroundColor)).toEqual(host('primary'));
    expect(styleOf(rootOf(element)).colorScheme).toBe(scheme);
    const [radius = 0] = [own['radius']].map((length = '') => parseFloat(length) * 16);
    expect(styleOf(send).borderRadius).toBe(`${radius}px`);
  });

  test('and what the page says of the element itself wins over them', async () => {
    const { element } = await openElement();
    wear(bare(`${shadcn} mixpeek-users-panel { --mup-background: rgb(1 2 3); color-scheme: dark; }`));
    delete document.documentElement.dataset['theme'];
    await waitFor(() => expect(styleOf(rootOf(element)).colorScheme).toBe('dark'));
    expect(styleOf(rootOf(element)).backgroundColor).toBe('rgb(1, 2, 3)');
  });
});

describe('a token that a host sets wins', () => {
  test.each([
    ['before our sheet', (sheet: HTMLStyleElement) => document.head.prepend(sheet)],
    ['after it', (sheet: HTMLStyleElement) => document.head.append(sheet)],
  ])('%s', async (_where, place) => {
    const sheet = document.createElement('style');
    sheet.textContent = '.mup-root { --mup-background: rgb(1 2 3); --mup-on-accent: rgb(4 5 6); }';
    place(sheet);
    try {
      openPanel();
      await ready();
      expect(styleOf(root()).backgroundColor).toBe('rgb(1, 2, 3)');
      const send = screen.getByRole('button', { name: 'Send invitation' });
      send.removeAttribute('data-off');
      expect(channels(styleOf(send).color)).toEqual([4, 5, 6]);
    } finally {
      sheet.remove();
    }
  });
});

describe('light or dark is said by', () => {
  const schemeWithin = (...themes: string[]) => {
    let inner: HTMLElement = document.body;
    const outer = themes.map((theme) => {
      const div = document.createElement('div');
      div.dataset['theme'] = theme;
      inner.append(div);
      inner = div;
      return div;
    });
    const element = document.createElement('div');
    element.className = 'mup-root';
    inner.append(element);
    const { colorScheme } = styleOf(element);
    (outer[0] ?? element).remove();
    return colorScheme;
  };

  test('the nearest of two that are around the panel', () => {
    expect(schemeWithin()).toBe('light dark');
    expect(schemeWithin('dark')).toBe('dark');
    expect(schemeWithin('light')).toBe('light');
    expect(schemeWithin('light', 'dark')).toBe('dark');
    expect(schemeWithin('dark', 'light')).toBe('light');
  });

  test.each(SCHEMES)('the prop, %s, whatever is around', async (theme) => {
    openPanel({ props: { theme } });
    await ready();
    for (const around of SCHEMES) {
      wear(bare('', around));
      expect(styleOf(root()).colorScheme).toBe(theme);
    }
  });
});

describe('density', () => {
  const heights = () =>
    [...document.querySelectorAll('.mup-root :is(button, select, input)')]
      .filter((element) => element.checkVisibility())
      .map((element) => element.getBoundingClientRect());
  const rowHeight = () => (document.querySelector('.mup-member-table-row') as Element).getBoundingClientRect().height;

  test('that is compact shows more in the same room, with targets of 24 px still', async () => {
    const { reopen } = openPanel();
    await ready();
    const comfortable = rowHeight();
    reopen({ density: 'compact' });
    for (const field of document.querySelectorAll(
      '.mup-invite-fields :is(.mup-email-field, .mup-select, .mup-button)',
    )) {
      expect(Math.round(field.getBoundingClientRect().height)).toBeLessThanOrEqual(32);
    }
    expect(rowHeight()).toBeLessThan(comfortable - 5);
    expect(heights().length).toBeGreaterThan(20);
    expect(heights().filter(({ height, width }) => height < 24 || width < 24)).toEqual([]);
  });

  test('of the page is taken, unless the panel has its own', async () => {
    const { reopen } = openPanel();
    await ready();
    const comfortable = rowHeight();
    wear({ ...bare(''), density: 'compact' });
    expect(rowHeight()).toBeLessThan(comfortable);
    reopen({ density: 'comfortable' });
    expect(rowHeight()).toBe(comfortable);
  });
});
