import { waitFor } from '@testing-library/react';
import { allowConsole } from '../consoleWatch.js';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { defineUsersPanelElement, UsersPanelElement } from '../../src/element/index.js';
import { makeBackEnd } from '../components/panel.js';
import { inside, openElement, ready, rootOf } from './panelElement.js';

describe('defining', () => {
  test('is done on call, and twice does no harm', () => {
    defineUsersPanelElement();
    defineUsersPanelElement();
    expect(document.createElement('mixpeek-users-panel')).toBeInstanceOf(UsersPanelElement);
  });

  test('under a second name makes a second element', () => {
    defineUsersPanelElement('acme-users');
    expect(document.createElement('acme-users')).toBeInstanceOf(UsersPanelElement);
    expect(document.createElement('mixpeek-users-panel')).toBeInstanceOf(UsersPanelElement);
  });

  test('leaves a name that the page has given away to the page', () => {
    class Other extends HTMLElement {}
    customElements.define('taken-name', Other);
    defineUsersPanelElement('taken-name');
    expect(customElements.get('taken-name')).toBe(Other);
  });
});

describe('attributes', () => {
  test('that are missing render nothing, until there is an app', async () => {
    const element = document.createElement('mixpeek-users-panel');
    element.dataProvider = makeBackEnd().dataProvider;
    document.body.append(element);
    onTestFinished(() => element.remove());
    expect(element.shadowRoot?.childElementCount).toBe(0);
    element.setAttribute('app-id', 'app_demo');
    await ready(element);
  });

  test('render anew when they change', async () => {
    allowConsole(/^\[users-panel\] locale="de" changes dates/);
    const { element } = await openElement();
    expect(inside(element).getByRole('combobox', { name: 'Role of Grace Hopper' })).toBeInTheDocument();
    element.setAttribute('access', 'read');
    await waitFor(() => expect(inside(element).queryByRole('combobox', { name: 'Role of Grace Hopper' })).toBeNull());
    element.setAttribute('dir', 'rtl');
    element.setAttribute('theme', 'dark');
    element.setAttribute('locale', 'de');
    await waitFor(() => expect(rootOf(element)).toHaveAttribute('lang', 'de'));
    expect(rootOf(element)).toHaveAttribute('dir', 'rtl');
    expect(rootOf(element)).toHaveAttribute('data-theme', 'dark');
    element.setAttribute('density', 'compact');
    await waitFor(() => expect(rootOf(element)).toHaveAttribute('data-density', 'compact'));
    element.pageSize = 2;
    await inside(element).findByText('1–2 of 12');
  });

  test('are what the properties of the same name read and write', async () => {
    const { element } = await openElement({ 'page-size': 'many', access: 'everything', theme: 'sepia' });
    expect(element).toMatchObject({ appId: 'app_demo', currentUserId: 'user_ada', baseUrl: null, locale: null });
    // What makes no sense counts as not said.
    expect(element).toMatchObject({ pageSize: 10, access: null, theme: null });
    Object.assign(element, { appId: 'app_two', access: 'read', theme: 'light', pageSize: 5, currentUserId: null });
    expect(Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))).toEqual({
      'app-id': 'app_two',
      access: 'read',
      theme: 'light',
      'page-size': '5',
    });
  });

  test('name the back end, and another one is read anew', async () => {
    const asked: string[] = [];
    const { fake } = makeBackEnd();
    vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
      const request = new Request(input, init);
      asked.push(request.url);
      return fake(request);
    });
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    document.body.insertAdjacentHTML(
      'beforeend',
      '<mixpeek-users-panel app-id="app_demo" current-user-id="user_ada" base-url="https://one.example/api"></mixpeek-users-panel>',
    );
    const element = document.body.lastElementChild as UsersPanelElement;
    onTestFinished(() => element.remove());
    await ready(element);
    expect(asked.filter((url) => !url.startsWith('https://one.example/api/v1/apps/app_demo/'))).toEqual([]);
    asked.length = 0;
    element.baseUrl = 'https://two.example/api';
    await waitFor(() => expect(asked).toContain('https://two.example/api/v1/apps/app_demo/users'));
    await ready(element);
  });
});

describe('properties', () => {
  test('that were set before the page knew the element are kept', async () => {
    const early = document.createElement('late-users-panel');
    const { dataProvider } = makeBackEnd();
    Object.assign(early, { appId: 'app_demo', currentUserId: 'user_ada', dataProvider, pageSize: 3 });
    document.body.append(early);
    onTestFinished(() => early.remove());
    defineUsersPanelElement('late-users-panel');
    await ready(early);
    expect(early).toHaveAttribute('app-id', 'app_demo');
    expect(inside(early).getByText('1–3 of 12')).toBeInTheDocument();
    Object.assign(early, { pageSize: 4 });
    await inside(early).findByText('1–4 of 12');
  });

  test('give words, roles and another back end', async () => {
    const { element } = await openElement();
    element.messages = { panel: { title: 'Leute' } };
    await inside(element).findByRole('heading', { name: 'Leute' });
    element.messages = null;
    element.roles = [
      { role: 'org:admin', label: 'Captain' },
      { role: 'org:member', label: 'Crew' },
    ];
    await waitFor(() =>
      expect(inside(element).getByRole('combobox', { name: 'Role of Grace Hopper' })).toHaveTextContent('CaptainCrew'),
    );
    const { grace, ...rest } = await import('../../stories/fixtures.js');
    element.dataProvider = makeBackEnd({ members: [rest.ada, { ...grace, name: 'Grace the Second' }] }).dataProvider;
    await ready(element, /Grace the Second/);
  });
});

describe('in the page', () => {
  test('moved, it keeps what was typed and asks for nothing anew', async () => {
    const { element, fake } = await openElement();
    await page.getByRole('textbox', { name: 'E-mail addresses' }).fill('half a thou');
    await page.getByRole('searchbox', { name: 'Search members' }).fill('grace');
    await waitFor(() => expect(inside(element).queryByRole('row', { name: /Ada Lovelace/ })).toBeNull());
    const requests = fake.requests.length;
    const field = inside(element).getByRole('textbox', { name: 'E-mail addresses' });
    const place = document.createElement('main');
    document.body.append(place);
    onTestFinished(() => place.remove());
    place.append(element);
    element.setAttribute('theme', 'light');
    await waitFor(() => expect(rootOf(element)).toHaveAttribute('data-theme', 'light'));
    expect(inside(element).getByRole('textbox', { name: 'E-mail addresses' })).toBe(field);
    expect(field).toHaveValue('half a thou');
    expect(inside(element).queryByRole('row', { name: /Ada Lovelace/ })).toBeNull();
    expect(fake.requests).toHaveLength(requests);
  });

  test('taken out, it lets everything go; put back, it begins anew', async () => {
    const listeners = new Set<unknown>();
    const add = vi.spyOn(window, 'addEventListener').mockImplementation((_type, listener) => listeners.add(listener));
    const remove = vi
      .spyOn(window, 'removeEventListener')
      .mockImplementation((_type, listener) => listeners.delete(listener));
    onTestFinished(() => {
      add.mockRestore();
      remove.mockRestore();
    });
    const { element } = await openElement();
    expect(listeners.size).toBeGreaterThan(0);
    element.remove();
    await waitFor(() => expect(element.shadowRoot?.childElementCount).toBe(0));
    await waitFor(() => expect(listeners.size).toBe(0));
    document.body.append(element);
    await ready(element);
    expect(element.shadowRoot?.childElementCount).toBe(1);
  });

  test('in a frame’s document it has that document’s sheet', async () => {
    const { element } = await openElement();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    onTestFinished(() => frame.remove());
    frame.contentDocument?.body.append(element);
    const root = rootOf(element);
    const view = frame.contentWindow;
    await waitFor(() => expect(view?.getComputedStyle(root).containerName).toBe('mup'));
  });
});

/** Red, green and blue of what an element is filled with, in whatever way it is said. */
function colourOf(element: Element): number[] {
  const paper = document.createElement('canvas').getContext('2d');
  if (!paper) throw new Error('There is no canvas to read a colour from.');
  paper.fillStyle = getComputedStyle(element).backgroundColor;
  paper.fillRect(0, 0, 1, 1);
  return [...paper.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

describe('the looks', () => {
  test('come from one sheet for all panels, and no style element', async () => {
    const [{ element: one }, { element: two }] = await Promise.all([openElement(), openElement()]);
    expect(one.shadowRoot?.adoptedStyleSheets).toHaveLength(1);
    expect(one.shadowRoot?.adoptedStyleSheets[0]).toBe(two.shadowRoot?.adoptedStyleSheets[0]);
    // The break in an address says that it is inline, for DOMs that know no better.
    expect(one.shadowRoot?.querySelectorAll('style, link, [style]:not(wbr)')).toHaveLength(0);
    expect(getComputedStyle(rootOf(one)).containerName).toBe('mup');
  });

  test('are a block that can be hidden', async () => {
    const { element } = await openElement();
    expect(getComputedStyle(element).display).toBe('block');
    element.hidden = true;
    expect(getComputedStyle(element).display).toBe('none');
  });

  test('take the tokens of the page before those of their density', async () => {
    const { element } = await openElement({ density: 'compact' });
    const token = (name: string) => getComputedStyle(rootOf(element)).getPropertyValue(name);
    expect(token('--mup-size')).toBe('32px');
    expect(token('--mup-space')).toBe('3px');
    element.style.setProperty('--mup-size', '60px');
    expect(token('--mup-size')).toBe('60px');
    expect(token('--mup-space')).toBe('3px');
    element.density = 'comfortable';
    await waitFor(() => expect(token('--mup-space')).toBe('4px'));
  });

  test('take the tokens that the page sets on the element, and their shades', async () => {
    const { element } = await openElement({ theme: 'light' });
    await page.getByRole('textbox', { name: 'E-mail addresses' }).fill('joan@example.com');
    const button = inside(element).getByRole('button', { name: 'Send invitation' });
    expect(colourOf(button)).toEqual([59, 91, 219]);
    element.style.setProperty('--mup-accent', 'rgb(10, 100, 80)');
    await waitFor(() => expect(colourOf(button)).toEqual([10, 100, 80]));
    element.style.setProperty('--mup-text', 'light-dark(rgb(1, 2, 3), rgb(200, 201, 202))');
    expect(getComputedStyle(rootOf(element)).color).toBe('rgb(1, 2, 3)');
    element.theme = 'dark';
    await waitFor(() => expect(getComputedStyle(rootOf(element)).color).toBe('rgb(200, 201, 202)'));
  });

  test('follow the theme of the page, also when it changes', async () => {
    const html = document.documentElement;
    html.dataset['theme'] = 'dark';
    onTestFinished(() => {
      delete html.dataset['theme'];
    });
    const { element } = await openElement();
    expect(getComputedStyle(rootOf(element)).colorScheme).toBe('dark');
    html.dataset['theme'] = 'light';
    await waitFor(() => expect(getComputedStyle(rootOf(element)).colorScheme).toBe('light'));
    delete html.dataset['theme'];
    await waitFor(() => expect(getComputedStyle(rootOf(element)).colorScheme).toBe('light dark'));
    element.theme = 'dark';
    html.dataset['theme'] = 'light';
    await waitFor(() => expect(getComputedStyle(rootOf(element)).colorScheme).toBe('dark'));
  });

  test('follow the theme around another shadow root', async () => {
    const { element } = await openElement();
    const outer = document.createElement('div');
    outer.dataset['theme'] = 'dark';
    document.body.append(outer);
    onTestFinished(() => outer.remove());
    outer.attachShadow({ mode: 'open' }).append(element);
    await waitFor(() => expect(getComputedStyle(rootOf(element)).colorScheme).toBe('dark'));
  });
});
