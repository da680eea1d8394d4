import { act, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { makeBackEnd } from '../components/panel.js';
import { hostDialogs } from '../components/hostDialogs.js';
import { allowConsole } from '../consoleWatch.js';
import { focused, inside, openElement, ready } from './panelElement.js';

async function openIn(host: string, { isLast = false } = {}) {
  const Host = hostDialogs[host] ?? (() => null);
  const onHostClose = vi.fn<() => void>();
  render(
    <Host onClose={onHostClose}>
      <button type="button">Before</button>
      <div data-testid="place" />
      {!isLast && <button type="button">After</button>}
    </Host>,
  );
  const { element } = await openElement({}, {}, await screen.findByTestId('place'));
  return { element, onHostClose };
}

describe.each(Object.keys(hostDialogs))('the element in %s', (host) => {
  test('is entered and left by Tab in both directions, past every control', async () => {
    const { element } = await openIn(host);
    const before = screen.getByRole('button', { name: 'Before' });
    const after = screen.getByRole('button', { name: 'After' });
    before.focus();
    await userEvent.tab();
    const first = inside(element).getByRole('textbox', { name: 'E-mail addresses' });
    expect(focused()).toBe(first);
    const stops = new Set<Element | null>();
    for (let presses = 0; presses < 120 && focused() !== after; presses += 1) {
      stops.add(focused());
      await userEvent.tab();
    }
    expect(focused()).toBe(after);
    expect(stops).toContain(inside(element).getByRole('combobox', { name: 'Role of Grace Hopper' }));
    await userEvent.tab({ shift: true });
    expect(stops).toContain(focused());
    expect(focused()).not.toBe(first);
    first.focus();
    await userEvent.tab({ shift: true });
    expect(focused()).toBe(before);
  });

  test('is entered by Tab as the last thing there, and walked through', async () => {
    const { element } = await openIn(host, { isLast: true });
    screen.getByRole('button', { name: 'Before' }).focus();
    await userEvent.tab();
    expect(focused()).toBe(inside(element).getByRole('textbox', { name: 'E-mail addresses' }));
    const search = inside(element).getByRole('searchbox', { name: 'Search members' });
    for (let presses = 0; presses < 10 && focused() !== search; presses += 1) await userEvent.tab();
    expect(focused()).toBe(search);
  });

  test('unwinds one level at a time', async () => {
    const { element, onHostClose } = await openIn(host);
    await page.getByRole('button', { name: 'Remove Grace Hopper', exact: true }).click();
    await inside(element).findByRole('alertdialog');
    await userEvent.tab();
    await userEvent.tab({ shift: true });
    expect(focused()).toBe(inside(element).getByRole('button', { name: 'Cancel' }));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(inside(element).queryByRole('alertdialog')).toBeNull());
    expect(focused()).toBe(inside(element).getByRole('button', { name: 'Remove Grace Hopper' }));
    const search = inside(element).getByRole<HTMLInputElement>('searchbox', { name: 'Search members' });
    search.focus();
    await userEvent.keyboard('grace{Escape}');
    expect(search).toHaveValue('');
    expect(onHostClose).not.toHaveBeenCalled();
  });
});

test('a click on text of the panel does not move the focus into its first field', async () => {
  const { element } = await openElement();
  await userEvent.click(inside(element).getByRole('heading', { name: /^Members/ }));
  expect(focused()).not.toBe(inside(element).getByRole('textbox', { name: 'E-mail addresses' }));
});

describe('an element that is rendered before it is defined', () => {
  test('takes its properties over when it is connected', async () => {
    const { dataProvider } = makeBackEnd();
    const given = {
      dataProvider,
      messages: { panel: { title: 'Crew' } },
      appId: 'app_demo',
      currentUserId: 'user_ada',
    };
    const template = document.createElement('template');
    template.innerHTML = '<mixpeek-users-panel></mixpeek-users-panel>';
    // Of a document without a window, where no element is ever defined.
    const element = template.content.firstElementChild as HTMLElement;
    Object.assign(element, given);
    expect(Object.hasOwn(element, 'dataProvider')).toBe(true);
    document.body.append(element);
    onTestFinished(() => element.remove());
    await ready(element);
    expect(inside(element).getByRole('heading', { name: 'Crew' })).toBeVisible();
    expect(Object.hasOwn(element, 'dataProvider')).toBe(false);
  });

  test.each(['data-provider', 'dataProvider'])(
    'shows nothing of the default back end where a framework wrote the object as the attribute %s',
    async (name) => {
      allowConsole(/hold text only/);
      const warn = vi.spyOn(console, 'warn');
      const fetch = vi.spyOn(globalThis, 'fetch');
      const { dataProvider } = makeBackEnd();
      const element = document.createElement('mixpeek-users-panel');
      element.setAttribute('app-id', 'app_demo');
      element.setAttribute('current-user-id', 'user_ada');
      element.setAttribute(name, '[object Object]');
      await act(async () => document.body.append(element));
      onTestFinished(() => element.remove());
      expect(element.shadowRoot?.childElementCount).toBe(0);
      expect(fetch).not.toHaveBeenCalled();
      expect(warn.mock.calls.flat().join(' ')).toContain(`attributes ${name.toLowerCase()},`);
      expect(warn).toHaveBeenCalledOnce();
      element.dataProvider = dataProvider;
      await ready(element);
    },
  );
});

test('a panel that waits for nobody to press Tab has the attributes that the page gave it', async () => {
  const { element } = await openElement();
  expect(element.hasAttribute('tabindex')).toBe(false);
});
