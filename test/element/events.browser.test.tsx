import { waitFor } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { UsersPanelEventMap } from '../../src/element/index.js';
import { operationsOf } from '../components/panel.js';
import { inside, openElement, type Opened } from './panelElement.js';

type Name = keyof UsersPanelEventMap;

/** What reaches the page, in order, with what each event says. */
function hear(target: EventTarget, ...names: Name[]) {
  const heard: { type: string; detail: unknown }[] = [];
  for (const name of names) {
    const listener = (event: Event) => heard.push({ type: event.type, detail: (event as CustomEvent).detail });
    target.addEventListener(name, listener);
    onTestFinished(() => target.removeEventListener(name, listener));
  }
  return heard;
}

async function invite(email: string) {
  await page.getByRole('textbox', { name: 'E-mail addresses' }).fill(email);
  await page.getByRole('button', { name: 'Send invitation' }).click();
}
const changeRole = (name: string, role: string) =>
  page.getByRole('combobox', { name: `Role of ${name}` }).selectOptions(role);
async function confirm(opener: string, label: string) {
  await page.getByRole('button', { name: opener, exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: label, exact: true }).click();
}

test('each act is asked about and then told to the page', async () => {
  await openElement();
  const heard = hear(
    document,
    'beforeinvite',
    'invite',
    'beforerolechange',
    'rolechange',
    'beforeremove',
    'remove',
    'beforerevoke',
    'revoke',
  );
  await invite('joan@example.com');
  await waitFor(() => expect(heard).toHaveLength(2));
  await changeRole('Grace Hopper', 'Admin');
  await waitFor(() => expect(heard).toHaveLength(4));
  await confirm('Remove Hedy Lamarr', 'Remove');
  await waitFor(() => expect(heard).toHaveLength(6));
  await confirm('Revoke the invitation of linus@example.org', 'Revoke');
  await waitFor(() => expect(heard).toHaveLength(8));
  expect(heard).toMatchObject([
    { type: 'beforeinvite', detail: { requests: [{ email: 'joan@example.com', role: 'org:member' }] } },
    { type: 'invite', detail: { invitation: { email: 'joan@example.com', status: 'pending' } } },
    { type: 'beforerolechange', detail: { member: { userId: 'user_grace' }, role: 'org:admin' } },
    { type: 'rolechange', detail: { member: { role: 'org:admin' }, previousRole: 'org:member' } },
    { type: 'beforeremove', detail: { member: { userId: 'user_hedy' } } },
    { type: 'remove', detail: { member: { userId: 'user_hedy' } } },
    { type: 'beforerevoke', detail: { invitation: { email: 'linus@example.org' } } },
    { type: 'revoke', detail: { invitation: { email: 'linus@example.org' } } },
  ]);
});

test.each<[Name, (opened: Opened) => Promise<void>]>([
  ['beforeinvite', () => invite('joan@example.com')],
  ['beforerolechange', () => changeRole('Grace Hopper', 'Admin')],
  ['beforeremove', () => confirm('Remove Hedy Lamarr', 'Remove')],
  ['beforerevoke', () => confirm('Revoke the invitation of linus@example.org', 'Revoke')],
])('preventDefault() of %s stops the act', async (name, act) => {
  const opened = await openElement();
  const { element, fake } = opened;
  const asked = vi.fn((event: Event) => event.preventDefault());
  element.addEventListener(name, asked);
  const before = fake.read();
  await act(opened);
  await waitFor(() => expect(asked).toHaveBeenCalledOnce());
  await waitFor(() => expect(inside(element).queryByRole('alertdialog')).toBeNull());
  expect(operationsOf(fake).filter((operation) => !operation?.startsWith('list'))).toEqual([]);
  expect(fake.read()).toEqual(before);
});

test('a failure is told at the element, and is no error of the page', async () => {
  const { element } = await openElement(
    {},
    { faults: [{ operation: 'updateMemberRole', kind: 'status', status: 403 }] },
  );
  const pageErrors = hear(window, 'error');
  const heard = hear(element, 'error', 'rolechange');
  await changeRole('Grace Hopper', 'Admin');
  await waitFor(() => expect(heard).toHaveLength(1));
  expect(heard).toMatchObject([
    { type: 'error', detail: { error: { code: 'forbidden', status: 403 }, operation: 'updateMemberRole' } },
  ]);
  expect(pageErrors).toEqual([]);
});
