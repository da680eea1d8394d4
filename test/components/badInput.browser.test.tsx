import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Fault } from '../../src/msw/index.js';
import { ada, aMember, grace } from '../../stories/fixtures.js';
import {
  bodiesOf,
  changeRole,
  countOf,
  findRow,
  invite,
  noRow,
  openPanel,
  passTime,
  ready,
  remove,
  revoke,
  roleOf,
  row,
} from './panel.js';

const LONG = `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(12)}.com`;

/** Puts something into the row of Grace as it comes over the wire. */
const withGrace = (change: object) => (operation: string, body: unknown) => {
  if (operation !== 'listMembers') return body;
  const { users, total } = body as { users: { user_id: string }[]; total: number };
  return { total, users: users.map((user) => (user.user_id === 'user_grace' ? { ...user, ...change } : user)) };
};

let errors: string[] = [];
beforeEach(() => {
  errors = [];
});
const onError = (error: { code: string }, operation: string) => void errors.push(`${operation}: ${error.code}`);

test.each([0, -1, NaN, 2.5])('a host that wants %s rows on a page has the usual ten', async (pageSize) => {
  openPanel({ props: { pageSize }, seed: { members: [ada, ...Array.from({ length: 12 }, () => aMember())] } });
  await ready();
  expect(screen.getByText('1–10 of 13')).toBeVisible();
  expect(document.querySelectorAll('.mup-member-table-row')).toHaveLength(10);
});

describe('a member with', () => {
  const email = 'grace.hopper@example.com';
  const table: [what: string, change: object, calledAs: string, sees: string][] = [
    ['an unknown role', { role: 'org:billing' }, 'Grace Hopper', 'org:billing'],
    ['the name of an inherited property for a role', { role: 'constructor' }, 'Grace Hopper', 'constructor'],
    ['no name', { name: null }, email, email],
    ['a blank name', { name: '   ' }, email, email],
    ['neither name nor address', { name: null, email: null }, 'user_grace', 'user_grace'],
    ['no address', { email: null }, 'Grace Hopper', 'Grace Hopper'],
    ['no picture', { avatar_url: null }, 'Grace Hopper', 'GH'],
    ['a script for a picture', { avatar_url: 'javascript:alert(1)' }, 'Grace Hopper', 'GH'],
    ['a picture that is no URL', { avatar_url: 'https://' }, 'Grace Hopper', 'GH'],
    ['no date', { joined_at: null }, 'Grace Hopper', 'Not known'],
    ['a date that is none', { joined_at: 'last week' }, 'Grace Hopper', 'Not known'],
    ['a date beyond the calendar', { joined_at: '2026-13-45T99:99:99Z' }, 'Grace Hopper', 'Not known'],
    ['fields of other types', { name: 42, email: {}, avatar_url: [], joined_at: 7 }, 'user_grace', 'Not known'],
    ['markup for a name', { name: '<b onclick="x()">Bold</b>' }, '<b onclick="x()">Bold</b>', '<b onclick="x()">Bold'],
    ['a name that turns the line', { name: 'Eve\u202egnp.exe\u2066' }, 'Eve gnp.exe', 'Eve gnp.exe'],
    ['line breaks in the name', { name: 'Grace\n\u0000\tHopper' }, 'Grace Hopper', 'Grace Hopper'],
    ['placeholders for a name', { name: '{name} {count}' }, '{name} {count}', '{name} {count}'],
    ['an address of 200 characters', { email: LONG }, 'Grace Hopper', LONG],
  ];

  test.each(table)('%s has a row that works', async (_what, change, calledAs, sees) => {
    const { container, fake } = openPanel({ tamper: withGrace(change), props: { onError } });
    await ready();
    expect(row(calledAs)).toHaveTextContent(sees);
    expect(countOf('Members')).toBe('12');
    expect(container.querySelector('img, b, script')).toBeNull();
    expect(container.scrollWidth).toBeLessThanOrEqual(container.clientWidth);
    await userEvent.selectOptions(roleOf(calledAs), 'Admin');
    await screen.findByText(`${calledAs} is now Admin.`);
    expect(fake.read().members.find(({ userId }) => userId === grace.userId)?.role).toBe('org:admin');
    expect(errors).toEqual([]);
  });
});

test('rows that come twice are shown once, and not taken for missing ones', async () => {
  openPanel({
    tamper(operation, body) {
      if (operation === 'listMembers') {
        const { users, total } = body as { users: object[]; total: number };
        return { users: [...users, ...users.slice(0, 3)], total: total + 3 };
      }
      if (operation !== 'listInvitations') return body;
      const { invitations, total } = body as { invitations: object[]; total: number };
      return { invitations: [...invitations, ...invitations], total: total * 2 };
    },
  });
  await ready();
  expect(screen.getAllByRole('row', { name: /Ada Lovelace/ })).toHaveLength(1);
  await findRow('linus@example.org');
  expect([countOf('Members'), countOf('Pending invitations')]).toEqual(['12', '3']);
  expect(screen.queryByText(/could be loaded|could not be read/)).toBeNull();
});

test('an invitation with an unknown role and status, and no date, has a row that works', async () => {
  const { fake } = openPanel({
    tamper(operation, body) {
      if (operation !== 'listInvitations') return body;
      const { invitations, total } = body as { invitations: object[]; total: number };
      const odd = { role: 'org:billing', status: 'on_hold', created_at: 'yesterday' };
      return { total, invitations: invitations.map((one) => ({ ...one, ...odd })) };
    },
  });
  const line = await findRow('linus@example.org');
  expect(line).toHaveTextContent('on_hold');
  expect(line).toHaveTextContent('org:billing');
  expect(line).toHaveTextContent('Not known');
  await revoke('linus@example.org');
  await waitFor(() => expect(noRow('linus@example.org')).toBe(true));
  expect(fake.read().invitations.find(({ email }) => email === 'linus@example.org')?.status).toBe('revoked');
});

test('an address of 200 characters is invited and listed without breaking the page', async () => {
  const { container } = openPanel();
  await ready();
  await userEvent.fill(screen.getByRole('textbox', { name: 'E-mail addresses' }), `${LONG},`);
  expect(within(screen.getByRole('list', { name: 'Addresses to invite' })).getByText(LONG)).toBeVisible();
  expect(container.scrollWidth).toBeLessThanOrEqual(container.clientWidth);
  await userEvent.click(screen.getByRole('button', { name: 'Send invitation' }));
  await findRow(LONG);
  expect(container.scrollWidth).toBeLessThanOrEqual(container.clientWidth);
});

test.each(['team/app', '../../admin', 'app?x=1#y', 'ap p%2F', 'приложение', 'a'.repeat(201)])(
  'the app id %j, which is none of the back end’s, is refused before a request leaves',
  async (appId) => {
    const { fake } = openPanel({
      seed: { appId, members: [ada, grace], invitations: [] },
      props: { appId, onError },
    });
    await screen.findByText('This panel is not set up');
    expect(errors).toContain('listMembers: invalid_input');
    expect(fake.requests).toEqual([]);
  },
);

const bodies = ['html', 'empty', 'null', 'broken-json', 'error-envelope'] as const;
const broken = bodies.flatMap((body) => [
  { body, status: 200 },
  { body, status: 502 },
]);
// A page under 200 is told apart: it comes from whatever stands before the back end.
const unread = broken.filter(({ body, status }) => body !== 'html' || status !== 200);

describe.each([
  { operation: 'listMembers', section: 'Members', found: 'Ada Lovelace' },
  { operation: 'listInvitations', section: 'Pending invitations', found: 'linus@example.org' },
] as const)('$operation answered with', ({ operation, section, found }) => {
  test('a page under 200 offers to load the page again, and the list when it is there', async () => {
    const { fake } = openPanel({
      faults: [{ operation, kind: 'malformed', body: 'html', status: 200 }],
      props: { onError },
    });
    expect(await screen.findByText(/^Your session may have ended/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Reload page' })).toBeVisible();
    expect(errors).toEqual([`${operation}: unexpected_page`]);
    fake.configure({ faults: [] });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await findRow(found);
    expect(screen.queryByText(/session may have ended/)).toBeNull();
  });

  test.each(unread)('$body under $status is a sentence with a way on', async (answer) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { fake } = openPanel({ faults: [{ operation, kind: 'malformed', ...answer }], props: { onError } });
    // All retries are over.
    await passTime(10_000);
    vi.useRealTimers();
    const region = within(await screen.findByRole('region', { name: new RegExp(`^${section}`) }));
    expect((await region.findByText('The list could not be loaded')).parentElement).toHaveTextContent(
      /^The list could not be loaded\S/,
    );
    expect(errors).toEqual([
      `${operation}: ${answer.status === 200 && answer.body !== 'error-envelope' ? 'invalid_response' : 'server_error'}`,
    ]);
    fake.configure({ faults: [] });
    await userEvent.click(region.getByRole('button', { name: 'Try again' }));
    await findRow(found);
    expect(region.queryByText('The list could not be loaded')).toBeNull();
  });
});

const acts = [
  { operation: 'inviteMember', act: () => invite('joan@example.com'), told: 'joan@example.com was invited.' },
  { operation: 'updateMemberRole', act: () => changeRole('Grace Hopper', 'Admin'), told: 'Grace Hopper is now Admin.' },
  { operation: 'removeMember', act: () => remove('Grace Hopper'), told: 'Grace Hopper was removed.' },
  {
    operation: 'revokeInvitation',
    act: () => revoke('linus@example.org'),
    told: 'The invitation of linus@example.org was revoked.',
  },
] as const;

describe.each(acts)('$operation that was carried out, but answered with', ({ operation, act, told }) => {
  test.each(broken)('$body under $status is found to have worked', async (answer) => {
    const { fake } = openPanel({ faults: [{ operation, kind: 'malformed', ...answer }], props: { onError } });
    await ready();
    await findRow('linus@example.org');
    await act();
    expect(await screen.findByText(told)).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(
      screen
        .queryAllByRole('alert')
        .map((alert) => alert.textContent)
        .join(''),
    ).toBe('');
    // Sent once: never again blindly.
    expect(bodiesOf(fake, operation)).toHaveLength(1);
    expect(errors).toEqual([]);
  });
});

describe.each(acts)('$operation that failed', ({ operation, act, told }) => {
  const faults: [what: string, fault: Fault, code: string, sentence: RegExp][] = [
    ['for want of a connection', { operation, kind: 'cut-before' }, 'network', /could not be reached|No answer came/],
    ['in the server', { operation, kind: 'status', status: 500 }, 'server_error', /The server failed|No answer came/],
    [
      'with too many requests',
      { operation, kind: 'status', status: 429, retryAfter: 90 },
      'rate_limited',
      /in 90 seconds/,
    ],
    [
      'as an HTML page',
      { operation, kind: 'status', status: 400, errorStyle: 'fastapi' },
      'invalid_input',
      /not valid/,
    ],
  ];

  test.each(faults)('%s is told once, and can be tried again', async (_what, fault, code, sentence) => {
    const { fake } = openPanel({ faults: [fault], props: { onError } });
    await ready();
    await findRow('linus@example.org');
    const before = fake.read();
    await act();
    const [first] = await screen.findAllByText(sentence);
    expect(first).toBeVisible();
    expect(errors).toEqual([`${operation}: ${code}`]);
    expect(fake.read()).toEqual(before);
    expect(screen.queryByText(told)).toBeNull();

    fake.configure({ faults: [] });
    const dialog = screen.queryByRole('alertdialog');
    if (dialog) await userEvent.click(within(dialog).getByRole('button', { name: /^(Remove|Revoke)$/ }));
    else if (operation === 'inviteMember')
      await userEvent.click(screen.getByRole('button', { name: 'Send invitation' }));
    else await act();
    expect(await screen.findByText(told)).toBeVisible();
    expect(screen.queryByText(sentence)).toBeNull();
  });
});
