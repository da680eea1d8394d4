import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { FakeMixpeek } from '../../src/msw/index.js';
import { allowConsole } from '../consoleWatch.js';
import { chips, open, put, send } from './inviteForm.js';
import { bodiesOf, findRow, invite, noRow, openPanel, operationsOf, ready, remove, revoke } from './panel.js';

const MINUTE = 60_000;
const LINUS = 'linus@example.org';

/** A panel whose lists stay as they are for the whole test, whatever is written. */
async function openLagging() {
  const opened = openPanel({ lagMs: MINUTE });
  await ready();
  await findRow(LINUS);
  const lose = (kind: 'cut-before' | 'cut-after') =>
    opened.fake.configure({ faults: [{ operation: 'inviteMember', kind }] });
  return { ...opened, lose };
}

const resend = (email: string) =>
  userEvent.click(screen.getByRole('button', { name: `Send the invitation of ${email} again` }));

/** Also after the lists have been read once more, for they still show what was ended. */
async function resendsInVain(fake: FakeMixpeek, email: string) {
  const reads = () => operationsOf(fake).filter((operation) => operation === 'listInvitations').length;
  const before = reads();
  await resend(email);
  // One read looks for it, one follows the failure.
  await waitFor(() => expect(reads()).toBeGreaterThanOrEqual(before + 2));
  await ready();
  expect(await screen.findByText(/not known whether the new one was sent/)).toBeVisible();
}

describe('an invitation that was lost, looked for in lists that lag,', () => {
  test('is not taken for a membership that was ended here', async () => {
    const { lose } = await openLagging();
    await remove('Grace Hopper');
    await screen.findByText('Grace Hopper was removed.');
    lose('cut-before');
    await invite('grace.hopper@example.com');
    await waitFor(() => expect(chips()).toEqual(['grace.hopper@example.com | perhaps sent']));
  });

  test('is not taken for the one that was revoked here', async () => {
    const { lose } = await openLagging();
    await revoke(LINUS);
    await screen.findByText(`The invitation of ${LINUS} was revoked.`);
    lose('cut-before');
    await invite(LINUS);
    await waitFor(() => expect(chips()).toEqual([`${LINUS} | perhaps sent`]));
    expect(noRow(LINUS)).toBe(true);
  });

  test('is not taken for the one that another was to replace', async () => {
    const { fake, lose } = await openLagging();
    fake.configure({ faults: [{ operation: 'inviteMember', kind: 'status', status: 403, times: 1 }] });
    await resend(LINUS);
    await screen.findByText(/could not be sent/);
    lose('cut-before');
    await invite(LINUS);
    await waitFor(() => expect(chips()).toEqual([`${LINUS} | perhaps sent`]));
  });

  test('when it is sent again, is not taken for one that was revoked before', async () => {
    const { fake, lose } = await openLagging();
    await revoke(LINUS);
    await screen.findByText(`The invitation of ${LINUS} was revoked.`);
    await invite(LINUS);
    await findRow(LINUS);
    lose('cut-before');
    await resendsInVain(fake, LINUS);
  });

  test('when it is sent again, is not taken for a membership that was ended here', async () => {
    const { fake, lose } = await openLagging();
    await remove('Grace Hopper');
    await screen.findByText('Grace Hopper was removed.');
    await invite('grace.hopper@example.com');
    await findRow('grace.hopper@example.com');
    lose('cut-before');
    await resendsInVain(fake, 'grace.hopper@example.com');
  });
});

test('two that were lost at the same time are both found: neither look ends the other', async () => {
  const onInvite = vi.fn<() => void>();
  const onError = vi.fn<() => void>();
  const { fake } = openPanel({ props: { onInvite, onError } });
  await ready();
  await findRow(LINUS);
  fake.configure({
    faults: [
      { operation: 'inviteMember', kind: 'cut-after' },
      // Each look takes longer than the time between the two.
      { operation: 'listInvitations', kind: 'slow', ms: 800 },
      { operation: 'listMembers', kind: 'slow', ms: 800 },
    ],
  });
  await resend(LINUS);
  await waitFor(() => expect(bodiesOf(fake, 'inviteMember')).toHaveLength(1));
  await resend('frances.allen@example.com');
  await waitFor(() => expect(bodiesOf(fake, 'inviteMember')).toHaveLength(2));
  await waitFor(() => expect(document.querySelector('.mup-invitation-list [data-pending]')).toBeNull());
  expect(screen.queryByText(/not known whether/)).toBeNull();
  expect(onError).not.toHaveBeenCalled();
  expect(onInvite).toHaveBeenCalledTimes(2);
  expect(fake.read().invitations.filter(({ status }) => status === 'pending')).toHaveLength(3);
});

test('a host that throws when it is told what was found leaves the field as usable as before', async () => {
  allowConsole(/The host failed/);
  const thrown: unknown[] = [];
  const onUncaught = (event: ErrorEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    thrown.push(event.error);
  };
  window.addEventListener('error', onUncaught, { capture: true });
  const { fake } = await open({
    lagMs: MINUTE,
    faults: [{ operation: 'inviteMember', kind: 'cut-after', times: 1 }],
    props: {
      onInvite() {
        throw new Error('The host failed.');
      },
    },
  });
  await put('a@x.org');
  await send();
  await screen.findByText(/It is not known/);
  fake.configure({ lagMs: 0 });
  await userEvent.click(screen.getByRole('button', { name: 'Check again' }));
  await screen.findByText('a@x.org was invited.');
  await waitFor(() => expect(thrown).toMatchObject([{ message: 'The host failed.' }]));
  expect(chips()).toEqual([]);
  await put('b@x.org');
  await send();
  await screen.findByText('b@x.org was invited.');
  await waitFor(() => expect(thrown).toHaveLength(2));
  window.removeEventListener('error', onUncaught, { capture: true });
});
