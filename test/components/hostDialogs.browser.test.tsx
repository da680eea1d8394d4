import { render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { UsersPanel } from '../../src/UsersPanel.js';
import { hostDialogs } from './hostDialogs.js';
import { askToRemove, askToRevoke, emailField, makeBackEnd, noRow, ready, roleOf } from './panel.js';

const button = (name: string) => screen.getByRole('button', { name });
const search = () => screen.getByRole('searchbox', { name: 'Search members' });
const closed = () => waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

async function openIn(host: string, { isLast = false } = {}) {
  const Host = hostDialogs[host] ?? (() => null);
  const onHostClose = vi.fn<() => void>();
  const { dataProvider, fake } = makeBackEnd();
  render(
    <Host onClose={onHostClose}>
      <button type="button">Before</button>
      <UsersPanel appId="app_demo" currentUserId="user_ada" dataProvider={dataProvider} />
      {!isLast && <button type="button">After</button>}
    </Host>,
  );
  await ready();
  return { onHostClose, fake };
}

/** The keys that a page hears in the capture phase, where focus traps and hotkeys listen. */
function pageKeys(): string[] {
  const keys: string[] = [];
  const listener = ({ type, key }: KeyboardEvent) => keys.push(`${type} ${key}`);
  for (const type of ['keydown', 'keyup'] as const) {
    document.addEventListener(type, listener, true);
    onTestFinished(() => document.removeEventListener(type, listener, true));
  }
  return keys;
}

describe.each(Object.keys(hostDialogs))('the panel in %s', (host) => {
  test('clears the search with the first Escape, and leaves the second one to the host', async () => {
    const { onHostClose } = await openIn(host);
    await userEvent.fill(search(), 'grace');
    await userEvent.keyboard('{Escape}');
    await frame();
    expect(search()).toHaveValue('');
    expect(onHostClose).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(onHostClose).toHaveBeenCalled());
  });

  test.each([
    ['beside controls of the host', () => askToRemove('Grace Hopper'), {}],
    ['at the end of the host’s dialog', () => askToRevoke('linus@example.org'), { isLast: true }],
  ])('keeps Tab inside a confirm %s, in both directions', async (_where, ask, options) => {
    await openIn(host, options);
    const dialog = await ask();
    const [cancel, confirm] = within(dialog).getAllByRole('button');
    expect(cancel).toHaveFocus();
    await userEvent.tab();
    expect(confirm).toHaveFocus();
    await userEvent.tab({ shift: true });
    expect(cancel).toHaveFocus();
    const stops = new Set<Element | null>();
    for (const shift of [false, true]) {
      for (let presses = 0; presses < 6; presses += 1) {
        await userEvent.tab({ shift });
        stops.add(document.activeElement);
      }
    }
    expect([...stops].filter((stop) => stop !== cancel && stop !== confirm && stop !== document.body)).toEqual([]);
    expect(stops).toContain(cancel);
    expect(stops).toContain(confirm);
  });

  test('closes the confirm alone on Escape, and gives the focus back to the row', async () => {
    const { onHostClose } = await openIn(host);
    const keys = pageKeys();
    await askToRemove('Grace Hopper');
    await userEvent.keyboard('{Escape}');
    await closed();
    await frame();
    expect(onHostClose).not.toHaveBeenCalled();
    expect(button('Remove Grace Hopper')).toHaveFocus();
    expect(keys).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(onHostClose).toHaveBeenCalled());
  });

  test('closes the confirm alone on Escape after a click on its text', async () => {
    const { onHostClose } = await openIn(host);
    const dialog = await askToRemove('Grace Hopper');
    await userEvent.click(within(dialog).getByRole('heading'));
    await userEvent.keyboard('{Escape}');
    await closed();
    await frame();
    expect(onHostClose).not.toHaveBeenCalled();
  });

  test('takes no click in the confirm or beside it for one outside of the host’s dialog', async () => {
    const { onHostClose } = await openIn(host);
    const dialog = await askToRemove('Grace Hopper');
    await userEvent.click(within(dialog).getByRole('heading'));
    await userEvent.click(document.documentElement, { position: { x: 4, y: 4 } });
    await frame();
    expect(dialog).toBeVisible();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await closed();
    await frame();
    expect(onHostClose).not.toHaveBeenCalled();
    expect(button('Remove Grace Hopper')).toHaveFocus();
  });

  test('removes a member, and leaves the focus on the table', async () => {
    const { onHostClose } = await openIn(host);
    const dialog = await askToRemove('Grace Hopper');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await expect.poll(() => noRow('Grace Hopper')).toBe(true);
    await expect.poll(() => document.activeElement).toBe(screen.getByRole('table', { name: 'Members' }));
    expect(onHostClose).not.toHaveBeenCalled();
  });

  test('closes an opened list of roles alone on Escape', async () => {
    const { onHostClose, fake } = await openIn(host);
    await userEvent.click(roleOf('Grace Hopper'));
    await frame();
    await userEvent.keyboard('{Escape}');
    await frame();
    expect(onHostClose).not.toHaveBeenCalled();
    expect(fake.requests.every(({ method }) => method === 'GET')).toBe(true);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(onHostClose).toHaveBeenCalled());
  });

  test('goes to the search by "/", which no hotkey of the host hears', async () => {
    await openIn(host);
    const keys = pageKeys();
    button('Remove Grace Hopper').focus();
    await userEvent.keyboard('/');
    expect(search()).toHaveFocus();
    expect(search()).toHaveValue('');
    expect(keys).toEqual([]);
  });

  test('steps through the addresses and deletes one, and the host hears none of it', async () => {
    const { onHostClose } = await openIn(host);
    await userEvent.fill(emailField(), 'one@example.com, two@example.com, ');
    const keys = pageKeys();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(button('Edit one@example.com')).toHaveFocus();
    await userEvent.keyboard('{Delete}');
    expect(screen.queryByRole('button', { name: 'Edit one@example.com' })).toBeNull();
    expect(button('Edit two@example.com')).toHaveFocus();
    await userEvent.keyboard('{End}');
    expect(emailField()).toHaveFocus();
    expect(keys).toEqual([]);
    expect(onHostClose).not.toHaveBeenCalled();
  });

  test('ends the editing of an address alone on Escape', async () => {
    const { onHostClose } = await openIn(host);
    await userEvent.fill(emailField(), 'one@example.com, ');
    await userEvent.click(button('Edit one@example.com'));
    expect(emailField()).toHaveValue('one@example.com');
    await userEvent.keyboard('x{Escape}');
    await frame();
    expect(button('Edit one@example.com')).toBeVisible();
    expect(emailField()).toHaveFocus();
    expect(onHostClose).not.toHaveBeenCalled();
  });
});
