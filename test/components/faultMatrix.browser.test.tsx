import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { en } from '../../src/locales/en.js';
import type { UsersErrorCode } from '../../src/model/errors.js';
import type { FakeMixpeek, FakeOperation, Fault } from '../../src/msw/index.js';
import {
  askToRemove,
  askToRevoke,
  changeRole,
  emailField,
  findRow,
  invite,
  noRow,
  openPanel,
  ready,
  roleOf,
} from './panel.js';

/*
 * Six operations, each met by everything that can go wrong. For each: the right sentence in the right place, nothing
 * that was typed lost, and once the fault is over the screen shows what the server holds.
 */

type Kind = keyof typeof FAULTS;

/** Each happens once. */
const FAULTS = {
  400: { kind: 'status', status: 400 },
  401: { kind: 'status', status: 401 },
  403: { kind: 'status', status: 403 },
  404: { kind: 'status', status: 404 },
  408: { kind: 'status', status: 408 },
  409: { kind: 'status', status: 409 },
  422: { kind: 'status', status: 422 },
  429: { kind: 'status', status: 429, retryAfter: 90 },
  500: { kind: 'status', status: 500 },
  503: { kind: 'status', status: 503 },
  'cut before': { kind: 'cut-before' },
  'cut after': { kind: 'cut-after' },
  malformed: { kind: 'malformed', body: 'null' },
  'a page': { kind: 'malformed', body: 'html' },
  'a page under 401': { kind: 'malformed', body: 'html', status: 401 },
  'a page under 403': { kind: 'malformed', body: 'html', status: 403 },
  'a page under 404': { kind: 'malformed', body: 'html', status: 404 },
  'a page under 500': { kind: 'malformed', body: 'html', status: 500 },
  'a page under 503': { kind: 'malformed', body: 'html', status: 503 },
  slow: { kind: 'slow', ms: 120 },
} as const;

const KINDS = Object.keys(FAULTS) as Kind[];
/** `done`: it took effect, or the next try did, and no failure is told. */
type Ends = UsersErrorCode | 'done';

const LISTS: Record<Kind, Ends> = {
  400: 'invalid_input',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  408: 'done',
  409: 'invalid_input',
  422: 'invalid_input',
  429: 'rate_limited',
  500: 'done',
  503: 'done',
  'cut before': 'done',
  'cut after': 'done',
  malformed: 'invalid_response',
  'a page': 'unexpected_page',
  'a page under 401': 'unexpected_page',
  'a page under 403': 'unexpected_page',
  'a page under 404': 'invalid_response',
  'a page under 500': 'done',
  'a page under 503': 'done',
  slow: 'done',
};
/** Of a write: what was not carried out, or cannot be known. */
const WRITES: Record<Kind, Ends> = {
  ...LISTS,
  408: 'timeout',
  500: 'server_error',
  503: 'server_error',
  'cut before': 'network',
  'cut after': 'done',
  malformed: 'done',
  'a page': 'done',
  'a page under 401': 'done',
  'a page under 403': 'done',
  'a page under 404': 'done',
  'a page under 500': 'done',
  'a page under 503': 'done',
  slow: 'done',
};
const EXPECTED: Record<Exclude<FakeOperation, 'getApp' | 'updateApp'>, Record<Kind, Ends>> = {
  listMembers: LISTS,
  listInvitations: LISTS,
  inviteMember: { ...WRITES, 409: 'already_invited' },
  updateMemberRole: { ...WRITES, 404: 'member_not_found' },
  removeMember: { ...WRITES, 404: 'member_not_found' },
  revokeInvitation: { ...WRITES, 404: 'invitation_not_found' },
};

const cell = (operation: FakeOperation, kind: Kind): Fault[] => [{ operation, times: 1, ...FAULTS[kind] }];
const cells = (operation: keyof typeof EXPECTED) => KINDS.map((kind) => [kind, EXPECTED[operation][kind]] as const);

/** What the person reads, up to the first placeholder. */
function sentence(code: UsersErrorCode): string {
  const text = code === 'rate_limited' ? en.errors.rate_limited_for.other : en.errors[code];
  return text.split('{')[0] ?? '';
}
const findSentence = (code: UsersErrorCode) =>
  waitFor(() => expect(document.body.textContent).toContain(sentence(code)), { timeout: 4000 });

/** The screen and the server agree, row by row. */
async function expectAgreement(fake: FakeMixpeek) {
  const { members, invitations } = fake.read();
  await waitFor(() => {
    for (const { name, role } of members.slice(0, 3)) expect(roleOf(name ?? '')).toHaveValue(role);
    expect(within(screen.getByRole('heading', { name: /^Members/ })).getByText(String(members.length))).toBeVisible();
    const pending = invitations.filter(({ status }) => status === 'pending');
    expect(within(screen.getByRole('heading', { name: /^Pending/ })).getByText(String(pending.length))).toBeVisible();
    for (const { email } of pending) expect(screen.getByRole('row', { name: new RegExp(email) })).toBeVisible();
  });
}

const seen: string[] = [];
const onError = (error: { code: string }, operation: string) => void seen.push(`${operation}: ${error.code}`);
beforeEach(() => {
  seen.length = 0;
  // Retries of reads wait for as little as they may.
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => vi.restoreAllMocks());

function open(operation: keyof typeof EXPECTED, kind: Kind) {
  const opened = openPanel({ props: { onError } });
  const begin = async () => {
    await ready();
    opened.fake.configure({ faults: cell(operation, kind) });
  };
  return { ...opened, begin };
}
/** The host was told of exactly this, or of nothing. */
const expectTold = (operation: string, ends: Ends) =>
  expect(seen.filter((line) => line.startsWith(operation))).toEqual(ends === 'done' ? [] : [`${operation}: ${ends}`]);

describe('listing members meets', () => {
  test.each(cells('listMembers'))('%s and ends in %s', async (kind, ends) => {
    const { fake } = openPanel({ props: { onError }, faults: cell('listMembers', kind) });
    if (ends !== 'done') {
      const states = {
        unauthenticated: en.states.signedOut,
        forbidden: en.states.noAccess,
        not_found: en.states.notFound,
      };
      const text = ends in states ? states[ends as keyof typeof states] : sentence(ends);
      await waitFor(() => expect(document.body.textContent).toContain(text));
      // Nobody is sent to an admin, or back to "Try again" for ever, by what a sign-in page in front of the API answers.
      expect(screen.queryByRole('button', { name: 'Reload page' }) !== null).toBe(
        ends === 'unexpected_page' || ends === 'unauthenticated',
      );
      screen.getByRole('button', { name: 'Try again' }).click();
    }
    await waitFor(() => findRow('Ada Lovelace'), { timeout: 4000 });
    await expectAgreement(fake);
    expectTold('listMembers', ends);
  });
});

describe('listing invitations meets', () => {
  test.each(cells('listInvitations'))('%s and ends in %s', async (kind, ends) => {
    const { fake } = openPanel({ props: { onError }, faults: cell('listInvitations', kind) });
    await findRow('Ada Lovelace');
    if (ends !== 'done') {
      await screen.findByRole('button', { name: 'Try again' });
      screen.getByRole('button', { name: 'Try again' }).click();
    }
    await waitFor(() => findRow('linus@example.org'), { timeout: 4000 });
    await expectAgreement(fake);
    expectTold('listInvitations', ends);
  });
});

describe('inviting meets', () => {
  test.each(cells('inviteMember'))('%s and ends in %s', async (kind, ends) => {
    const { fake, begin } = open('inviteMember', kind);
    await begin();
    await invite('joan@example.com');
    const uncertain = ends === 'timeout' || ends === 'server_error' || ends === 'network';
    if (ends === 'done') {
      await screen.findByText('joan@example.com was invited.');
    } else {
      await findSentence(ends);
      const field = screen.getByRole('list', { name: 'Addresses to invite' });
      expect(field).toHaveTextContent('joan@example.com');
      if (uncertain) expect(document.body).toHaveTextContent(/It is not known whether 1 invitation was sent/);
      // The address is all there: sending it again succeeds.
      fake.configure({ faults: [] });
    }
    await waitFor(() => expect(emailField()).not.toHaveAttribute('readonly'));
    expect(fake.read().invitations.filter(({ email }) => email === 'joan@example.com')).toHaveLength(
      ends === 'done' ? 1 : 0,
    );
    await expectAgreement(fake);
    expectTold('inviteMember', ends);
  });
});

describe('changing a role meets', () => {
  test.each(cells('updateMemberRole'))('%s and ends in %s', async (kind, ends) => {
    const { fake, begin } = open('updateMemberRole', kind);
    await begin();
    await changeRole('Grace Hopper', 'Admin');
    if (ends === 'done') await screen.findByText('Grace Hopper is now Admin.');
    else {
      await findSentence(ends);
      expect(roleOf('Grace Hopper')).toHaveValue('org:member');
    }
    await expectAgreement(fake);
    expectTold('updateMemberRole', ends);
  });
});

describe('removing meets', () => {
  test.each(cells('removeMember'))('%s and ends in %s', async (kind, ends) => {
    const { fake, begin } = open('removeMember', kind);
    await begin();
    const dialog = await askToRemove('Grace Hopper');
    within(dialog).getByRole('button', { name: 'Remove' }).click();
    if (ends !== 'done') {
      await findSentence(ends);
      // The question is still open, and asking again succeeds.
      expect(noRow('Grace Hopper')).toBe(false);
      within(dialog).getByRole('button', { name: 'Remove' }).click();
    }
    await screen.findByText('Grace Hopper was removed.');
    expect(fake.read().members.some(({ userId }) => userId === 'user_grace')).toBe(false);
    await expectAgreement(fake);
    expectTold('removeMember', ends);
  });
});

describe('revoking meets', () => {
  test.each(cells('revokeInvitation'))('%s and ends in %s', async (kind, ends) => {
    const { fake, begin } = open('revokeInvitation', kind);
    await begin();
    const dialog = await askToRevoke('linus@example.org');
    within(dialog).getByRole('button', { name: 'Revoke' }).click();
    if (ends !== 'done') {
      await findSentence(ends);
      within(dialog).getByRole('button', { name: 'Revoke' }).click();
    }
    await screen.findByText('The invitation of linus@example.org was revoked.');
    await expectAgreement(fake);
    expectTold('revokeInvitation', ends);
  });
});

describe('a panel that is taken away in the middle', () => {
  test.each(['listMembers', 'inviteMember', 'updateMemberRole', 'removeMember', 'revokeInvitation'] as const)(
    'of %s tells nobody of a failure, and a new one shows what the server holds',
    async (operation) => {
      const { fake, unmount, dataProvider } = openPanel({ props: { onError } });
      await ready();
      fake.configure({ faults: [{ operation, kind: 'slow', ms: 60 }] });
      if (operation === 'inviteMember') await invite('joan@example.com');
      if (operation === 'removeMember') {
        within(await askToRemove('Grace Hopper'))
          .getByRole('button', { name: 'Remove' })
          .click();
      }
      if (operation === 'revokeInvitation') {
        within(await askToRevoke('linus@example.org'))
          .getByRole('button', { name: 'Revoke' })
          .click();
      }
      if (operation === 'updateMemberRole' || operation === 'listMembers') await changeRole('Grace Hopper', 'Admin');
      unmount();
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(seen).toEqual([]);
      fake.configure({ faults: [] });
      const { fake: same } = openPanel({ props: { dataProvider } });
      expect(same).not.toBe(fake);
      await ready();
      await expectAgreement(fake);
    },
  );
});
