import { screen, waitFor } from '@testing-library/react';
import { renderToString } from 'react-dom/server';
import { describe, expect, test, vi } from 'vitest';
import { applyTokens, type UsersTokens } from '../../src/context/tokens.js';
import { themeFromApp } from '../../src/context/themeFromApp.js';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import sheet from '../../src/styles/tokens.css?inline';
import { UsersPanel } from '../../src/UsersPanel.js';
import { askToRemove, openPanel, ready } from '../components/panel.js';
import { allowConsole } from '../consoleWatch.js';

/** Every token there is, those that follow from others too. */
const TOKENS = [...new Set(Array.from(JSON.stringify(sheet).matchAll(/--mup-[a-z-]+/g), ([name]) => name))];
const root = () => document.querySelector('.mup-root') as HTMLElement;
const dark = themeFromApp({ background_color: '#0b1120', text_color: '#f8fafc', border_radius: 3 });

describe('tokens of the host', () => {
  test('reach the panel and its dialogs, and bring their scheme', async () => {
    openPanel({ props: { tokens: { ...dark, fontSize: '17px', font: '"Courier New", monospace' } } });
    await ready();
    const dialog = await askToRemove('Grace Hopper');
    for (const element of [root(), dialog]) {
      const style = getComputedStyle(element);
      expect(style.backgroundColor).toBe('rgb(11, 17, 32)');
      expect(style.color).toBe('rgb(248, 250, 252)');
      expect(style.colorScheme).toBe('dark');
      expect(style.fontFamily).toBe('"Courier New", monospace');
    }
    expect(getComputedStyle(screen.getByRole('button', { name: 'Cancel' })).borderRadius).toBe('3px');
    expect(getComputedStyle(root()).fontSize).toBe('17px');
  });

  test('change while the panel is open, and those no longer given go', async () => {
    const { reopen } = openPanel({ props: { tokens: dark } });
    await ready();
    reopen({ tokens: { background: 'rgb(1 2 3)' } });
    expect(getComputedStyle(root()).backgroundColor).toBe('rgb(1, 2, 3)');
    expect([...root().style]).toEqual(['--mup-background']);
    reopen({ tokens: undefined });
    expect([...root().style]).toEqual([]);
  });

  test('give way to the theme prop, as far as the scheme goes', async () => {
    openPanel({ props: { tokens: dark, theme: 'light' } });
    await ready();
    expect(getComputedStyle(root()).colorScheme).toBe('light');
  });

  test('leave no style attribute in what a server renders, nor where there are none', async () => {
    const panel = (tokens?: UsersTokens) =>
      renderToString(<UsersPanel appId="app_demo" dataProvider={createMemoryDataProvider()} tokens={tokens} />);
    expect(panel(dark)).toMatch(/data-theme="dark"/);
    expect(panel(dark)).not.toMatch(/\sstyle=/);
    openPanel();
    await ready();
    expect(root()).not.toHaveAttribute('style');
  });

  test.each<[token: keyof UsersTokens, value: unknown]>([
    ['accent', 'bluish'],
    ['accent', 'red; background: url(https://evil.example)'],
    ['background', 'url(https://evil.example/x.png)'],
    ['radius', '12'],
    ['radius', '50%'],
    ['space', '1px 2px'],
    ['font', '};'],
    ['text', 7],
    // What would be loaded from elsewhere, for whoever looks.
    ['background', 'var(--none, url(https://evil.example/x.png))'],
    ['background', 'var(--none,URL("https://evil.example/x.png"))'],
    ['surface', 'var(--none, image-set("https://evil.example/x.png" 1x))'],
    ['surface', 'var(--none, -webkit-image-set(url(https://evil.example/x.png) 1x))'],
    ['accent', 'var(--none, src("https://evil.example/x.png"))'],
    ['warning', 'var(--none, image("https://evil.example/x.png"))'],
    ['success', 'var(--none, cross-fade("https://evil.example/x.png", red))'],
    ['border', String.raw`var(--none, u\72l(https://evil.example/x.png))`],
    ['accent', String.raw`var(--none, \000075 rl(https://evil.example/x.png))`],
    ['radius', 'var(--none, url(https://evil.example/x.png))'],
    ['font', 'var(--none, url(https://evil.example/x.png))'],
  ])('that are nothing are left out, and told: %s %j', (token, value) => {
    allowConsole(/^UsersProvider: .* is no (color|length|family), so the token/);
    const element = document.createElement('div');
    let told = '';
    const { warn } = console;
    console.warn = (text: string) => (told = text);
    applyTokens(element, { muted: 'tomato', [token]: value });
    console.warn = warn;
    expect([...element.style]).toEqual(['--mup-muted']);
    expect(told).toContain(`the token \`${token}\` is left out`);
  });

  test('may speak of the host’s own properties', () => {
    const element = document.createElement('div');
    applyTokens(element, { accent: 'var(--brand)', radius: 'var(--round)', onAccent: 'oklch(1 0 0)' });
    expect([...element.style].toSorted()).toEqual(['--mup-accent', '--mup-on-accent', '--mup-radius']);
  });

  test('load nothing, whatever they are set to past the prop', async () => {
    const { container } = openPanel();
    await ready();
    await askToRemove('Grace Hopper');
    const asked: string[] = [];
    const observer = new PerformanceObserver((list) => asked.push(...list.getEntries().map(({ name }) => name)));
    observer.observe({ type: 'resource' });
    const picture = `${location.origin}/__tracked.png`;
    for (const name of TOKENS) root().style.setProperty(name, `var(--none, url(${picture}?${name}))`);
    // One that is meant to be loaded, so that the others would have been by then.
    container.style.background = `url(${picture}?seen)`;
    await waitFor(() => expect(asked.some((name) => name.endsWith('?seen'))).toBe(true));
    expect(asked.filter((name) => name.includes('__tracked') && !name.endsWith('?seen'))).toEqual([]);
    observer.disconnect();
  });

  test('are taken as they are where nothing can judge them, as in jsdom, save for what loads', () => {
    allowConsole(/so the token `accent` is left out/);
    vi.stubGlobal('CSS', undefined);
    const element = document.createElement('div');
    applyTokens(element, { text: 'teal', radius: '3px', accent: 'var(--none, url(https://evil.example/x.png))' });
    vi.unstubAllGlobals();
    expect([...element.style]).toEqual(['--mup-text', '--mup-radius']);
  });

  test('are set on a page whose policy allows no inline style', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'"><div></div>`;
    await new Promise((resolve) => {
      frame.addEventListener('load', resolve);
      document.body.append(frame);
    });
    const page = frame.contentDocument as Document;
    const violations: string[] = [];
    page.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
    const element = page.querySelector('div') as HTMLElement;
    // What the policy is there for is refused, so it is in force.
    element.setAttribute('style', '--inline: 1');
    await waitFor(() => expect(violations).toEqual(['style-src-attr']));
    element.removeAttribute('style');
    applyTokens(element, { accent: 'teal' });
    await new Promise((resolve) => setTimeout(resolve, 0));
    expect(getComputedStyle(element).getPropertyValue('--mup-accent')).toBe('teal');
    expect(violations).toHaveLength(1);
    frame.remove();
  });
});
