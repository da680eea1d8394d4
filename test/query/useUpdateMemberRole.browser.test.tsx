import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { UsersPanelProps } from '../../src/UsersPanel.js';
import type { FakeMixpeekOptions } from '../../src/msw/index.js';
import { aMember, ada, grace } from '../../stories/fixtures.js';
import { allowConsole } from '../consoleWatch.js';
import { bodiesOf, changeRole, openPanel, ready, roleOf, row } from '../components/panel.js';

const roles = [{ role: 'org:admin' }, { role: 'org:member' }, { role: 'org:billing' }, { role: 'org:support' }];
const alan = aMember({ userId: 'user_alan', name: 'Alan Turing', role: 'org:admin' });

async function open(options: FakeMixpeekOptions = {}, props: Partial<UsersPanelProps> = {}) {
  const told: string[] = [];
  const opened = openPanel({
    seed: { members: [ada, alan, grace], invitations: [], roles },
    props: {
      roles,
      onRoleChange: ({ name, role }, previous) => told.push(`${name}: ${previous} → ${role}`),
      onError: ({ code }, operation) => told.push(`${operation}: ${code}`),
      ...props,
    },
    ...options,
  });
  await ready();
  const sent = () => bodiesOf(opened.fake, 'updateMemberRole').map((body) => (body as { role: string }).role);
  return { ...opened, told, sent };
}

/** As fast as can be: by hand there is time for an answer between two choices. */
const choose = (name: string, role: string) => void fireEvent.change(roleOf(name), { target: { value: role } });

test('of several rapid changes of one row the first and the last are sent, in order', async () => {
  const { fake, sent } = await open({ faults: [{ operation: 'updateMemberRole', kind: 'slow', ms: 40 }] });
  for (const role of ['org:admin', 'org:billing', 'org:support', 'org:member', 'org:billing']) {
    choose('Grace Hopper', role);
  }
  // At once, before any answer.
  await waitFor(() => expect(row('Grace Hopper')).toHaveAttribute('data-pending'));
  expect(roleOf('Grace Hopper')).toHaveValue('org:billing');
  await waitFor(() => expect(row('Grace Hopper')).not.toHaveAttribute('data-pending'));
  expect(sent()).toEqual(['org:admin', 'org:billing']);
  expect(roleOf('Grace Hopper')).toHaveValue('org:billing');
  expect(fake.read().members.find(({ userId }) => userId === grace.userId)?.role).toBe('org:billing');
  expect(screen.getByText('Grace Hopper is now org:billing.')).toBeVisible();
});

test('the host is told of every change that the server agreed to, with the role that was there before', async () => {
  const { told } = await open({ faults: [{ operation: 'updateMemberRole', kind: 'slow', ms: 40 }] });
  for (const role of ['org:admin', 'org:support', 'org:billing']) choose('Grace Hopper', role);
  await waitFor(() => expect(told).toHaveLength(2));
  expect(told).toEqual(['Grace Hopper: org:member → org:admin', 'Grace Hopper: org:admin → org:billing']);
});

test('two rows do not wait for each other', async () => {
  const { sent } = await open({
    faults: [{ operation: 'updateMemberRole', kind: 'slow', ms: 60_000, match: grace.userId }],
  });
  await changeRole('Grace Hopper', 'org:billing');
  await changeRole('Alan Turing', 'org:support');
  await screen.findByText('Alan Turing is now org:support.');
  expect(sent()).toEqual(['org:billing', 'org:support']);
  expect(row('Grace Hopper')).toHaveAttribute('data-pending');
  expect(row('Alan Turing')).not.toHaveAttribute('data-pending');
});

test('the failure of one row leaves the other as it is', async () => {
  const { told } = await open({
    faults: [{ operation: 'updateMemberRole', kind: 'status', status: 400, match: grace.userId }],
  });
  await changeRole('Grace Hopper', 'org:billing');
  await changeRole('Alan Turing', 'org:support');
  await screen.findByText('Alan Turing is now org:support.');
  await waitFor(() => expect(roleOf('Grace Hopper')).toHaveValue('org:member'));
  expect(row('Grace Hopper')).toHaveAttribute('data-failed');
  expect(roleOf('Grace Hopper')).toHaveAttribute('aria-invalid', 'true');
  expect(roleOf('Alan Turing')).toHaveValue('org:support');
  expect(row('Alan Turing')).not.toHaveAttribute('data-failed');
  expect(told.toSorted((a, b) => a.localeCompare(b))).toEqual([
    'Alan Turing: org:admin → org:support',
    'updateMemberRole: invalid_input',
  ]);
});

test('when the first of two changes fails, the second is sent all the same and its outcome is what shows', async () => {
  const { sent, told } = await open({
    faults: [{ operation: 'updateMemberRole', kind: 'status', status: 400, match: 'billing' }],
    latencyMs: 40,
  });
  choose('Grace Hopper', 'org:billing');
  choose('Grace Hopper', 'org:support');
  await screen.findByText('Grace Hopper is now org:support.');
  expect(sent()).toEqual(['org:billing', 'org:support']);
  expect(roleOf('Grace Hopper')).toHaveValue('org:support');
  expect(row('Grace Hopper')).not.toHaveAttribute('data-failed');
  expect(told).toEqual(['updateMemberRole: invalid_input', 'Grace Hopper: org:member → org:support']);
});

test('when the last of two changes fails, the row is back at what the server agreed to', async () => {
  const { told } = await open({
    faults: [{ operation: 'updateMemberRole', kind: 'status', status: 400, match: 'support' }],
    latencyMs: 40,
  });
  choose('Grace Hopper', 'org:billing');
  choose('Grace Hopper', 'org:support');
  await waitFor(() => expect(row('Grace Hopper')).toHaveAttribute('data-failed'));
  expect(roleOf('Grace Hopper')).toHaveValue('org:billing');
  expect(told).toEqual(['Grace Hopper: org:member → org:billing', 'updateMemberRole: invalid_input']);
});

test('somebody who is gone meanwhile is told of, and leaves the list', async () => {
  const { fake } = await open();
  await fake(new Request(`https://app.example.com/api/v1/apps/app_demo/users/${grace.userId}`, { method: 'DELETE' }));
  await changeRole('Grace Hopper', 'org:admin');
  await waitFor(() => expect(screen.queryByRole('row', { name: /Grace Hopper/ })).toBeNull());
});

test('a host that throws when it is told does not make a failure of what was done', async () => {
  allowConsole(/The host failed/);
  const thrown: unknown[] = [];
  const onUncaught = (event: ErrorEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    thrown.push(event.error);
  };
  window.addEventListener('error', onUncaught, { capture: true });
  const { fake, sent } = await open(
    {},
    {
      onRoleChange() {
        throw new Error('The host failed.');
      },
    },
  );
  await changeRole('Grace Hopper', 'org:admin');
  await screen.findByText('Grace Hopper is now Admin.');
  await waitFor(() => expect(thrown).toMatchObject([{ message: 'The host failed.' }]));
  expect(row('Grace Hopper')).not.toHaveAttribute('data-failed');
  // And the row is not stuck.
  await changeRole('Grace Hopper', 'org:billing');
  await screen.findByText('Grace Hopper is now org:billing.');
  expect(sent()).toEqual(['org:admin', 'org:billing']);
  expect(fake.read().members.find(({ userId }) => userId === grace.userId)?.role).toBe('org:billing');
  window.removeEventListener('error', onUncaught, { capture: true });
});
