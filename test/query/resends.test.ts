import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InvitationPage } from '../../src/model/dataProvider.js';
import { UsersError } from '../../src/model/errors.js';
import type { Invitation } from '../../src/model/invitation.js';
import { RecentWrites, SETTLE_MS } from '../../src/query/recentWrites.js';
import { Resends, type ResendFailure } from '../../src/query/resends.js';
import { viewInvitations } from '../../src/query/viewInvitations.js';

const invitation = (invitationId: string, given: Partial<Invitation> = {}): Invitation => ({
  invitationId,
  email: `${invitationId[0]}@example.com`,
  role: 'org:member',
  status: 'pending',
  createdAt: '2026-10-01T00:00:00.000Z',
  ...given,
});
const [a, b, c] = [invitation('a'), invitation('b'), invitation('c')];
const b2 = invitation('b2');
const b3 = invitation('b3');
const pageOf = (...invitations: Invitation[]): InvitationPage => ({
  invitations,
  total: invitations.length,
  nextCursor: null,
  unreadable: 0,
});
const failure: ResendFailure = {
  operation: 'inviteMember',
  error: new UsersError('limit_reached', 'full'),
  isUncertain: false,
};

let resends: Resends;
let writes: RecentWrites;
beforeEach(() => {
  vi.useFakeTimers();
  const client = new QueryClient();
  const scope = { appId: 'app_1', dataProvider: { name: 'memory' } };
  resends = new Resends(client, scope);
  writes = new RecentWrites(client, scope);
});
afterEach(() => {
  vi.useRealTimers();
});

function view(page: InvitationPage, paging: 'whole' | 'cursor' = 'whole') {
  return viewInvitations(page, resends.read(), writes.read(), paging);
}
/** The ids that the rows show. */
const shown = (page: InvitationPage, paging?: 'whole' | 'cursor') =>
  view(page, paging).rows.map((row) => row.invitation.invitationId);
const order = (page: InvitationPage) => view(page).rows.map((row) => row.rowId);

/** Both halves are done. */
function send(old: Invitation, next: Invitation, page = pageOf(a, b, c)) {
  const begun = resends.begin(old, undefined, order(page));
  expect(begun).not.toBeNull();
  resends.revoked(begun!.rowId);
  resends.sent(begun!.rowId, next);
}
/** The old one is revoked, and that is all. */
function sendHalf(old: Invitation, page = pageOf(a, b, c)) {
  resends.begin(old, undefined, order(page));
  resends.revoked(old.invitationId);
  resends.failed(old.invitationId, failure);
}

describe('an invitation that is sent again is one row in one place', () => {
  it.each([
    ['still shows the old one', pageOf(a, b, c)],
    ['shows neither', pageOf(a, c)],
    ['shows the new one at its end', pageOf(a, c, b2)],
    ['shows the new one at its head', pageOf(b2, a, c)],
    ['shows both', pageOf(a, b, c, b2)],
  ])('while the list %s', (_what, page) => {
    send(b, b2);
    const { rows, invitations, total } = view(page);
    expect(rows.map((row) => [row.rowId, row.invitation.invitationId])).toEqual([
      ['a', 'a'],
      ['b', 'b2'],
      ['c', 'c'],
    ]);
    expect(invitations).toEqual([a, b2, c]);
    expect(total).toBe(3);
    expect(rows.every((row) => row.resend === null)).toBe(true);
  });

  it.each([
    ['the old one is still there', pageOf(a, b, c)],
    ['the old one is gone from the list already', pageOf(a, c)],
  ])('under way, when %s', (_what, page) => {
    resends.begin(b, undefined, order(pageOf(a, b, c)));
    expect(shown(page)).toEqual(['a', 'b', 'c']);
    resends.revoked('b');
    expect(shown(page)).toEqual(['a', 'b', 'c']);
    expect(view(page).total).toBe(3);
    expect(view(page).rows[1]?.resend?.state).toBe('sending');
  });

  it('keeps its place when the list agrees, for as long as the page lives', () => {
    send(b, b2);
    const page = pageOf(a, c, b2);
    resends.agreeInvitations(page);
    vi.advanceTimersByTime(SETTLE_MS * 10);
    expect(shown(page)).toEqual(['a', 'b2', 'c']);
  });

  it('through a second and a third time', () => {
    send(b, b2);
    send(b2, b3, pageOf(a, c, b2));
    expect(shown(pageOf(a, b, c))).toEqual(['a', 'b3', 'c']);
    expect(shown(pageOf(a, c, b2))).toEqual(['a', 'b3', 'c']);
    expect(order(pageOf(a, c, b3))).toEqual(['a', 'b', 'c']);
  });

  it('when all rows are sent again, in any order', () => {
    const page = pageOf(a, b, c);
    send(c, invitation('c2'), page);
    send(b, b2, page);
    send(a, invitation('a2'), page);
    expect(shown(pageOf(b2, invitation('c2'), invitation('a2')))).toEqual(['a2', 'b2', 'c2']);
    expect(shown(pageOf())).toEqual(['a2', 'b2', 'c2']);
  });

  it('is gone for good when the new one is revoked', () => {
    send(b, b2);
    writes.add({ kind: 'revoked', invitationId: 'b2' }, 'done');
    expect(shown(pageOf(a, b, c))).toEqual(['a', 'c']);
    expect(view(pageOf(a, b, c)).total).toBe(2);
  });

  it('is gone when somebody else revokes the new one after the list has shown it', () => {
    send(b, b2);
    resends.agreeInvitations(pageOf(a, c, b2));
    expect(shown(pageOf(a, c))).toEqual(['a', 'c']);
  });

  it.each([
    ['not show it', pageOf(a, c), ['a', 'c']],
    ['show the old one still', pageOf(a, b, c), ['a', 'b', 'c']],
  ])('believes lists that %s when they come after half a minute, and no list from before', (_, page, believed) => {
    send(b, b2);
    vi.advanceTimersByTime(SETTLE_MS - 1);
    resends.agreeInvitations(page);
    expect(shown(page)).toEqual(['a', 'b2', 'c']);
    vi.advanceTimersByTime(1);
    expect(shown(page)).toEqual(['a', 'b2', 'c']);
    resends.agreeInvitations(page);
    expect(shown(page)).toEqual(believed);
  });

  it('of the same id shows what is new in it until the list does', () => {
    const renewed = { ...b, expiresAt: '2026-12-22T00:00:00.000Z' };
    resends.begin(b, undefined, order(pageOf(a, b, c)));
    resends.sent('b', renewed);
    expect(view(pageOf(a, b, c)).invitations[1]).toEqual(renewed);
    resends.agreeInvitations(pageOf(a, b, c));
    expect(view(pageOf(a, b, c)).invitations[1]).toEqual(renewed);
    const listed = { ...renewed, url: 'https://example.com' };
    resends.agreeInvitations(pageOf(a, listed, c));
    expect(view(pageOf(a, listed, c)).invitations[1]).toBe(listed);
  });

  it('leaves rows that it does not touch the same objects', () => {
    send(b, b2);
    const { invitations } = view(pageOf(a, b, c));
    expect(invitations[0]).toBe(a);
    expect(invitations[2]).toBe(c);
  });

  it('on the page of a back end that pages, and on no other', () => {
    send(b, b2, pageOf(a, b));
    expect(shown(pageOf(a), 'cursor')).toEqual(['a', 'b2']);
    expect(shown(pageOf(c), 'cursor')).toEqual(['c']);
    expect(shown(pageOf(c, b2), 'cursor')).toEqual(['c', 'b2']);
    expect(shown(pageOf(c))).toEqual(['b2', 'c']);
  });
});

describe('while it is under way', () => {
  it('is not sent twice', () => {
    expect(resends.begin(b, undefined, [])).not.toBeNull();
    expect(resends.begin(b, 'org:admin', [])).toBeNull();
    resends.failed('b', failure);
    expect(resends.begin(b, undefined, [])).not.toBeNull();
  });

  it('can be taken back without a trace', () => {
    resends.begin(b, undefined, []);
    resends.takeBack('b', undefined);
    expect(resends.read()).toEqual([]);
  });

  it('can be taken back to the half that it was', () => {
    sendHalf(b);
    const before = resends.of('b');
    resends.begin(b, 'org:admin', order(pageOf(a, b, c)));
    resends.takeBack('b', before);
    expect(resends.of('b')).toMatchObject({ state: 'failed', isRevoked: true, role: 'org:member', failure });
  });
});

describe('of a half that failed', () => {
  it('the row stays in its place, and counts for nothing', () => {
    sendHalf(b);
    for (const page of [pageOf(a, b, c), pageOf(a, c)]) {
      const { rows, invitations, total } = view(page);
      expect(rows.map((row) => row.invitation.invitationId)).toEqual(['a', 'b', 'c']);
      expect(rows[1]?.resend).toMatchObject({ isRevoked: true, failure });
      expect(invitations).toEqual([a, c]);
      expect(total).toBe(2);
    }
  });

  it('the row outlives every refetch', () => {
    sendHalf(b);
    for (let times = 0; times < 5; times += 1) {
      resends.agreeInvitations(pageOf(a, c));
      resends.agreeMembers({ members: [], total: 0, nextCursor: null, unreadable: 0 });
      vi.advanceTimersByTime(SETTLE_MS);
    }
    expect(shown(pageOf(a, c))).toEqual(['a', 'b', 'c']);
  });

  it('the role that was asked for is asked for again', () => {
    resends.begin(b, 'org:admin', []);
    resends.revoked('b');
    resends.failed('b', failure);
    expect(resends.begin(b, undefined, [])).toMatchObject({ role: 'org:admin', isRevoked: true, failure });
  });

  it('the row is whole again when the list shows that it was sent after all', () => {
    sendHalf(b);
    resends.agreeInvitations(pageOf(a, b, c));
    expect(view(pageOf(a, b, c)).invitations).toEqual([a, c]);
    const found = { ...b2, email: 'B@Example.com' };
    resends.agreeInvitations(pageOf(a, c, found));
    const { rows, invitations } = view(pageOf(a, c, found));
    expect(invitations).toEqual([a, found, c]);
    expect(rows[1]?.resend).toBeNull();
  });

  it('the row goes when the address was invited in another way', () => {
    sendHalf(b);
    writes.add({ kind: 'invited', invitation: b2 }, 'done');
    expect(shown(pageOf(a, b, c))).toEqual(['b2', 'a', 'c']);
  });

  it('the row goes when the person turns out to be a member', () => {
    sendHalf(b);
    const member = {
      userId: 'user_b',
      membershipId: 'mem_b',
      email: 'B@example.com',
      name: null,
      avatarUrl: null,
      role: 'org:member',
      joinedAt: null,
    };
    resends.agreeMembers({ members: [member], total: 1, nextCursor: null, unreadable: 0 });
    expect(shown(pageOf(a, b, c))).toEqual(['a', 'c']);
  });

  it('the old one is believed to be there when the list shows it after half a minute', () => {
    sendHalf(b);
    vi.advanceTimersByTime(SETTLE_MS);
    resends.agreeInvitations(pageOf(a, b, c));
    expect(view(pageOf(a, b, c)).invitations).toEqual([a, b, c]);
  });

  it('the row can be forgotten, and does not come back with a list that lags', () => {
    sendHalf(b);
    resends.forget('b');
    expect(shown(pageOf(a, b, c))).toEqual(['a', 'c']);
    vi.advanceTimersByTime(SETTLE_MS);
    resends.agreeInvitations(pageOf(a, c));
    expect(resends.read()).toEqual([]);
  });
});

it('what failed before anything was done is told at the row, which stays as the list has it', () => {
  resends.begin(b, 'org:admin', order(pageOf(a, b, c)));
  resends.failed('b', { ...failure, operation: 'revokeInvitation' });
  const { rows, invitations } = view(pageOf(a, b, c));
  expect(invitations).toEqual([a, b, c]);
  expect(rows[1]).toMatchObject({ invitation: b, resend: { state: 'failed', isRevoked: false } });
  expect(shown(pageOf(a, c))).toEqual(['a', 'c']);
});

it('a failure does not hide what was sent a moment ago, in a list that lags', () => {
  send(b, b2);
  resends.begin(b2, undefined, order(pageOf(a, b, c)));
  resends.failed('b', { ...failure, operation: 'revokeInvitation' });
  expect(shown(pageOf(a, b, c))).toEqual(['a', 'b2', 'c']);
});
