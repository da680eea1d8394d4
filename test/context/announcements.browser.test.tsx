import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { changeRole, findRow, makeBackEnd, openPanel, ready, remove } from '../components/panel.js';

/** What was said since the page was opened, in order, each once it was there to be heard. */
function listen() {
  const said: string[] = [];
  const seen = new WeakSet<Element>();
  const observer = new MutationObserver(() => {
    for (const one of document.querySelectorAll('[role="status"] > p, [role="alert"] > p')) {
      if (!seen.has(one)) said.push(`${one.parentElement?.role}: ${one.textContent}`);
      seen.add(one);
    }
  });
  observer.observe(document.body, { childList: true, subtree: true });
  return said;
}

test('the panel has one place that speaks, and it is there before there is anything to say', () => {
  openPanel();
  expect(screen.getAllByRole('status')).toHaveLength(1);
  expect(screen.getAllByRole('alert')).toHaveLength(1);
  expect(screen.getByRole('alert')).toBeEmptyDOMElement();
});

test('acts and failures are said once each, in the order in which they happened', async () => {
  const { fake } = openPanel();
  await ready();
  const said = listen();
  await changeRole('Grace Hopper', 'Admin');
  await screen.findByText('Grace Hopper is now Admin.');
  fake.configure({ faults: [{ operation: 'updateMemberRole', kind: 'status', status: 403, times: 1 }] });
  await changeRole('Hedy Lamarr', 'Admin');
  await within(await findRow('Hedy Lamarr')).findByText(/You are not allowed/);
  await changeRole('Grace Hopper', 'Member');
  await screen.findByText('Grace Hopper is now Member.');
  await waitFor(() =>
    expect(said).toEqual([
      'status: Grace Hopper is now Admin.',
      'alert: You are not allowed to do this. Ask an admin of this app.',
      'status: Grace Hopper is now Member.',
    ]),
  );
});

test('a failure that two lists share is said once', async () => {
  const said = listen();
  openPanel({ faults: [{ operation: '*', kind: 'status', status: 400 }] });
  await waitFor(() => expect(screen.getAllByText('The list could not be loaded').length).toBeGreaterThan(0));
  await waitFor(() => expect(said.filter((text) => text.startsWith('alert'))).toHaveLength(1));
});

test('somebody who types in the search hears how many were found when they stop', async () => {
  openPanel();
  await ready();
  const said = listen();
  await userEvent.type(screen.getByRole('searchbox'), 'hopper');
  await waitFor(() => expect(said).toContain('status: 1 member found'));
  expect(said.filter((text) => text.endsWith('found'))).toHaveLength(1);
});

test('a notice of the host’s own looks is read out all the same', async () => {
  const { dataProvider } = makeBackEnd();
  openPanel({ props: { dataProvider, components: { Notice: () => <hr /> } } });
  await ready();
  const said = listen();
  await changeRole('Grace Hopper', 'Admin');
  await waitFor(() => expect(said).toEqual(['status: Grace Hopper is now Admin.']));
});

test('nothing is said behind a dialog, where it would not be heard, and the outcome right after it', async () => {
  openPanel();
  await ready();
  const said = listen();
  const during: boolean[] = [];
  new MutationObserver(() => during.push(document.querySelector('dialog[open]') !== null)).observe(
    screen.getByRole('status'),
    { childList: true },
  );
  await remove('Grace Hopper');
  await waitFor(() => expect(said).toEqual(['status: Grace Hopper was removed.']));
  expect(during).toEqual([false]);
});
