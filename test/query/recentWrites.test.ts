import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UsersError } from '../../src/model/errors.js';
import { overlayInvitations } from '../../src/query/overlayInvitations.js';
import { overlayMembers, RecentWrites, SETTLE_MS } from '../../src/query/recentWrites.js';
import { aMember, anInvitation, invitationPage, memberPage } from './rows.js';

const ann = aMember('ann', { role: 'org:admin' });
const bob = aMember('bob');
const cid = aMember('cid');
const page = memberPage([ann, bob, cid]);
const refused = new UsersError('forbidden', 'No.');

const makeWrites = (client = new QueryClient(), appId = 'app_1') =>
  new RecentWrites(client, { appId, dataProvider: { name: 'test' } });

/** The roles that a person sees, by account. */
const rolesSeen = (writes: RecentWrites, listed = page) =>
  Object.fromEntries(overlayMembers(listed, writes.read()).members.map(({ userId, role }) => [userId, role]));

const invitationsSeen = (writes: RecentWrites, listed = invitationPage([])) =>
  overlayInvitations(listed, writes.read()).invitations.map(({ invitationId }) => invitationId);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a member list with writes laid over it', () => {
  test('is the very same list when nothing was written', () => {
    expect(overlayMembers(page, [])).toBe(page);
    expect(overlayMembers(page, [{ id: 1, kind: 'role', userId: 'bob', role: 'org:admin', state: 'failed' }])).toBe(
      page,
    );
  });

  test('keeps the objects of rows that no write touches, so that they are not rendered again', () => {
    const writes = makeWrites();
    writes.add({ kind: 'role', userId: 'bob', role: 'org:admin' }, 'pending');
    const { members } = overlayMembers(page, writes.read());
    expect(members[0]).toBe(ann);
    expect(members[1]).toEqual({ ...bob, role: 'org:admin' });
    expect(members[2]).toBe(cid);
  });

  test('keeps the object of a row whose list agrees already', () => {
    const writes = makeWrites();
    writes.add({ kind: 'role', userId: 'ann', role: 'org:admin' }, 'pending');
    expect(overlayMembers(page, writes.read()).members[0]).toBe(ann);
  });

  test('leaves out who was removed, and counts them out of the total', () => {
    const writes = makeWrites();
    writes.add({ kind: 'removed', userId: 'bob' }, 'done');
    const overlaid = overlayMembers(memberPage([ann, bob, cid], 40), writes.read());
    expect(overlaid.members).toEqual([ann, cid]);
    expect(overlaid.total).toBe(39);
  });

  test('does not count out who is no longer listed', () => {
    const writes = makeWrites();
    writes.add({ kind: 'removed', userId: 'bob' }, 'done');
    expect(overlayMembers(memberPage([ann, cid]), writes.read())).toEqual(memberPage([ann, cid]));
  });

  test('leaves the list it was given as it is', () => {
    const before = structuredClone(page);
    const writes = makeWrites();
    writes.add({ kind: 'removed', userId: 'bob' }, 'done');
    writes.add({ kind: 'role', userId: 'cid', role: 'org:admin' }, 'pending');
    overlayMembers(page, writes.read());
    expect(page).toEqual(before);
  });

  test('shows the last of several changes of one row', () => {
    const writes = makeWrites();
    const first = writes.add({ kind: 'role', userId: 'bob', role: 'org:admin' }, 'pending');
    writes.settle(first, 'org:admin');
    writes.add({ kind: 'role', userId: 'bob', role: 'org:billing' }, 'pending');
    expect(rolesSeen(writes)['bob']).toBe('org:billing');
  });

  test('shows no role change of somebody who was removed', () => {
    const writes = makeWrites();
    writes.add({ kind: 'role', userId: 'bob', role: 'org:admin' }, 'pending');
    writes.add({ kind: 'removed', userId: 'bob' }, 'done');
    expect(rolesSeen(writes)).toEqual({ ann: 'org:admin', cid: 'org:member' });
  });
});

describe('a role change', () => {
  test('shows from the moment it is asked for', () => {
    const writes = makeWrites();
    writes.add({ kind: 'role', userId: 'bob', role: 'org:admin' }, 'pending');
    expect(rolesSeen(writes)['bob']).toBe('org:admin');
    expect(writes.read()).toMatchObject([{ state: 'pending' }]);
  });

  test('is not forgotten while it is under way, whatever the list says', () => {
    const writes = makeWrites();
    writes.add({ kind: 'role', userId: 'bob', role: 'org:admin' }, 'pending');
    writes.forgetAgreedMembers(memberPage([ann, { ...bob, role: 'org:admin' }]), true);
    vi.advanceTimersByTime(10 * SETTLE_MS);
    expect(rolesSeen(writes)['bob']).toBe('org:admin');
  });

  test('ends with the role that the server agreed to, though another was asked for', () => {
    const writes = makeWrites();
    writes.settle(writes.add({ kind: 'role', userId: 'bob', role: 'org:admin' }, 'pending'), 'org:billing');
    expect(rolesSeen(writes)['bob']).toBe('org:billing');
  });

  test('that fails gives the old role back and keeps the reason', () => {
    const writes = makeWrites();
    writes.fail(writes.add({ kind: 'role', userId: 'bob', role: 'org:admin' }, 'pending'), refused);
    expect(rolesSeen(writes)['bob']).toBe('org:member');
    expect(writes.read()).toMatchObject([{ state: 'failed', error: refused }]);
  });

  test('that fails gives the role back that was agreed to before it', () => {
    const writes = makeWrites();
    writes.settle(writes.add({ kind: 'role', userId: 'bob', role: 'org:admin' }, 'pending'), 'org:admin');
    writes.fail(writes.add({ kind: 'role', userId: 'bob', role: 'org:billing' }, 'pending'), refused);
    expect(rolesSeen(writes)['bob']).toBe('org:admin');
  });

  test('there and back is not undone by a list from before both', () => {
    const writes = makeWrites();
    writes.settle(writes.add({ kind: 'role', userId: 'bob', role: 'org:admin' }, 'pending'), 'org:admin');
    writes.settle(writes.add({ kind: 'role', userId: 'bob', role: 'org:member' }, 'pending'), 'org:member');
    // The list lags: it has seen neither, and agrees with the second by chance.
    writes.forgetAgreedMembers(page, true);
    expect(rolesSeen(writes)['bob']).toBe('org:member');
    // Now it has seen the first alone.
    const between = memberPage([ann, { ...bob, role: 'org:admin' }, cid]);
    writes.forgetAgreedMembers(between, true);
    expect(rolesSeen(writes, between)['bob']).toBe('org:member');
    writes.forgetAgreedMembers(page, true);
    expect(writes.read()).toEqual([]);
  });
});

describe('a list that arrives', () => {
  test('ends a role change that it agrees with, and leaves those it does not know of', () => {
    const writes = makeWrites();
    for (const userId of ['bob', 'cid']) {
      writes.settle(writes.add({ kind: 'role', userId, role: 'org:admin' }, 'pending'), 'org:admin');
    }
    writes.forgetAgreedMembers(memberPage([ann, { ...bob, role: 'org:admin' }, cid]), true);
    expect(writes.read()).toMatchObject([{ userId: 'cid' }]);
  });

  test('ends a removal when the person is gone, and not while it still shows them', () => {
    const writes = makeWrites();
    writes.add({ kind: 'removed', userId: 'bob' }, 'done');
    writes.forgetAgreedMembers(page, true);
    expect(writes.read()).toHaveLength(1);
    writes.forgetAgreedMembers(memberPage([ann, cid]), true);
    expect(writes.read()).toEqual([]);
  });

  test('ends an invitation when it shows it, and a revocation when it no longer does', () => {
    const writes = makeWrites();
    writes.add({ kind: 'invited', invitation: anInvitation('new') }, 'done');
    writes.add({ kind: 'revoked', invitationId: 'old' }, 'done');
    writes.forgetAgreedInvitations(invitationPage([anInvitation('old')]), true);
    expect(writes.read()).toHaveLength(2);
    writes.forgetAgreedInvitations(invitationPage([anInvitation('new')]), true);
    expect(writes.read()).toEqual([]);
  });

  test('of members says nothing about invitations, and the other way round', () => {
    const writes = makeWrites();
    writes.add({ kind: 'removed', userId: 'bob' }, 'done');
    writes.add({ kind: 'revoked', invitationId: 'old' }, 'done');
    writes.forgetAgreedInvitations(invitationPage([anInvitation('old')]), true);
    writes.forgetAgreedMembers(page, true);
    expect(writes.read()).toHaveLength(2);
  });

  test('keeps the reason of a failure', () => {
    const writes = makeWrites();
    writes.fail(writes.add({ kind: 'role', userId: 'bob', role: 'org:member' }, 'pending'), refused);
    writes.forgetAgreedMembers(page, true);
    expect(writes.read()).toHaveLength(1);
  });
});

describe('an invitation list with writes laid over it', () => {
  const list = invitationPage([anInvitation('old_1'), anInvitation('old_2')], 7);

  test('is the very same list when nothing was written', () => {
    expect(overlayInvitations(list, [])).toBe(list);
  });

  test('shows the newest first, once, and counts them', () => {
    const writes = makeWrites();
    for (const id of ['new_1', 'old_2', 'new_2']) {
      writes.add({ kind: 'invited', invitation: anInvitation(id) }, 'done');
    }
    expect(invitationsSeen(writes, list)).toEqual(['new_2', 'new_1', 'old_1', 'old_2']);
    expect(overlayInvitations(list, writes.read()).total).toBe(9);
  });

  test('leaves out what was revoked, and counts it out', () => {
    const writes = makeWrites();
    writes.add({ kind: 'revoked', invitationId: 'old_1' }, 'done');
    const overlaid = overlayInvitations(list, writes.read());
    expect(overlaid.invitations).toEqual([list.invitations[1]]);
    expect(overlaid.invitations[0]).toBe(list.invitations[1]);
    expect(overlaid.total).toBe(6);
  });

  test('does not bring back an invitation that was sent and revoked while the list lags', () => {
    const writes = makeWrites();
    writes.add({ kind: 'invited', invitation: anInvitation('new') }, 'done');
    writes.add({ kind: 'revoked', invitationId: 'new' }, 'done');
    expect(invitationsSeen(writes)).toEqual([]);
    // From before both: that it is not there is no agreement with the revocation.
    writes.forgetAgreedInvitations(invitationPage([]), true);
    expect(invitationsSeen(writes)).toEqual([]);
    // From between the two.
    const between = invitationPage([anInvitation('new')]);
    writes.forgetAgreedInvitations(between, true);
    expect(invitationsSeen(writes, between)).toEqual([]);
    writes.forgetAgreedInvitations(invitationPage([]), true);
    expect(writes.read()).toEqual([]);
  });
});

test('that somebody is missing on one page says nothing', () => {
  const writes = makeWrites();
  writes.add({ kind: 'removed', userId: 'bob' }, 'done');
  writes.add({ kind: 'revoked', invitationId: 'inv_1' }, 'done');
  writes.forgetAgreedMembers(memberPage([cid]), false);
  writes.forgetAgreedInvitations(invitationPage([]), false);
  expect(rolesSeen(writes)).not.toHaveProperty('bob');
  expect(writes.read()).toHaveLength(2);
});

describe('time', () => {
  test('a list that never agrees is believed when it comes after 30 s, and not before', async () => {
    const writes = makeWrites();
    writes.add({ kind: 'removed', userId: 'bob' }, 'done');
    writes.settle(writes.add({ kind: 'role', userId: 'cid', role: 'org:admin' }, 'pending'), 'org:admin');
    await vi.advanceTimersByTimeAsync(29_999);
    writes.forgetAgreedMembers(page, true);
    expect(rolesSeen(writes)).toEqual({ ann: 'org:admin', cid: 'org:admin' });
    await vi.advanceTimersByTimeAsync(1);
    // The list at hand is still the one from before.
    expect(rolesSeen(writes)).toEqual({ ann: 'org:admin', cid: 'org:admin' });
    writes.forgetAgreedMembers(page, true);
    expect(rolesSeen(writes)).toEqual({ ann: 'org:admin', bob: 'org:member', cid: 'org:member' });
  });

  test('the 30 s of a role change begin when the server agreed, not when it was asked', async () => {
    const writes = makeWrites();
    const id = writes.add({ kind: 'role', userId: 'bob', role: 'org:admin' }, 'pending');
    await vi.advanceTimersByTimeAsync(29_000);
    writes.settle(id, 'org:admin');
    await vi.advanceTimersByTimeAsync(29_000);
    writes.forgetAgreedMembers(page, true);
    expect(rolesSeen(writes)['bob']).toBe('org:admin');
  });

  test('the end of one write leaves the next on the same row', async () => {
    const writes = makeWrites();
    writes.settle(writes.add({ kind: 'role', userId: 'bob', role: 'org:admin' }, 'pending'), 'org:admin');
    await vi.advanceTimersByTimeAsync(20_000);
    writes.settle(writes.add({ kind: 'role', userId: 'bob', role: 'org:billing' }, 'pending'), 'org:billing');
    await vi.advanceTimersByTimeAsync(20_000);
    writes.forgetAgreedMembers(page, true);
    expect(rolesSeen(writes)['bob']).toBe('org:billing');
  });
});

test('writes are shared by whoever shares client, provider and app, and by nobody else', () => {
  const client = new QueryClient();
  makeWrites(client).add({ kind: 'removed', userId: 'bob' }, 'done');
  expect(makeWrites(client).read()).toHaveLength(1);
  expect(makeWrites(client, 'app_2').read()).toEqual([]);
  expect(makeWrites().read()).toEqual([]);
});

test('taking writes back touches those that are meant, and tells nobody when there are none', () => {
  const client = new QueryClient();
  const writes = makeWrites(client);
  writes.add({ kind: 'role', userId: 'bob', role: 'org:admin' }, 'pending');
  writes.add({ kind: 'role', userId: 'cid', role: 'org:admin' }, 'pending');
  writes.drop((write) => write.kind === 'role' && write.userId === 'bob');
  expect(rolesSeen(writes)).toEqual({ ann: 'org:admin', bob: 'org:member', cid: 'org:admin' });
  const told = vi.fn<() => void>();
  client.getQueryCache().subscribe(told);
  writes.drop(() => false);
  expect(told).not.toHaveBeenCalled();
});
