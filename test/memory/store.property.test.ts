import { array, assert, boolean, constantFrom, integer, nat, property, record, type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStore, type Store } from '../../src/memory/store.js';
import { emailKey } from '../../src/model/emailKey.js';
import { isUsersError } from '../../src/model/errors.js';
import type { Member } from '../../src/model/member.js';
import { ADMIN_ROLE, isAdminRole, MEMBER_ROLE } from '../../src/model/role.js';

const appId = 'app_p';
const LIMIT = 7;
const ADDRESSES = [
  'ada@example.com',
  'ADA@example.com',
  'bo@example.com',
  'bo+1@example.com',
  ' Cy@example.com ',
  'dee@example.com',
  'nobody',
];

/** One thing somebody may try. `at` picks a member or an invitation, also one that is gone. */
interface Act {
  kind: 'invite' | 'accept' | 'role' | 'remove' | 'revoke' | 'mode';
  email: string;
  role: string;
  at: number;
}

const acts: Arbitrary<Act[]> = array(
  record<Act>({
    // Switching the mode off blocks everything else, so it is rare.
    kind: constantFrom('invite', 'invite', 'accept', 'accept', 'role', 'role', 'remove', 'remove', 'revoke', 'mode'),
    email: constantFrom(...ADDRESSES),
    role: constantFrom(ADMIN_ROLE, MEMBER_ROLE, 'org:x'),
    at: nat(12),
  }),
  { maxLength: 60 },
);

const seeds = array(record({ role: constantFrom(ADMIN_ROLE, MEMBER_ROLE), managed: boolean() }), {
  maxLength: 5,
});

const aRow = (userId: string, role: string, managed: boolean): Member => ({
  userId,
  membershipId: `m_${userId}`,
  email: `${userId}@example.com`,
  name: null,
  avatarUrl: null,
  role,
  joinedAt: null,
  managed,
});

function makeStore(others: { role: string; managed: boolean }[]): Store {
  const members = [aRow('first', ADMIN_ROLE, false), ...others.map((one, i) => aRow(`u${i}`, one.role, one.managed))];
  return createStore({ appId, members, memberLimit: LIMIT });
}

/** Tries an act. Answers whether it was done; a refusal has to be a `UsersError`. */
function attempt(store: Store, { kind, email, role, at }: Act): boolean {
  const { members, invitations, mode } = store.read();
  const userId = members[at]?.userId ?? 'nobody';
  const invitationId = invitations[at]?.invitationId ?? 'nothing';
  try {
    if (kind === 'invite') store.inviteMember({ appId, email, role });
    if (kind === 'accept') store.acceptInvitation({ appId, invitationId });
    if (kind === 'role') store.updateMemberRole({ appId, userId, role });
    if (kind === 'remove') store.removeMember({ appId, userId });
    if (kind === 'revoke') store.revokeInvitation({ appId, invitationId });
    if (kind === 'mode') store.setMode(appId, mode === 'clerk' ? 'public' : 'clerk');
    return true;
  } catch (error) {
    if (isUsersError(error)) return false;
    throw error;
  }
}

function checkInvariants(store: Store): void {
  const { members, invitations, mode } = store.read();
  const pending = invitations.filter((row) => row.status === 'pending');
  expect(members.filter((row) => isAdminRole(row.role)).length).toBeGreaterThan(0);
  expect(members.length + pending.length).toBeLessThanOrEqual(LIMIT);
  const addresses = [...members, ...pending].map((row) => emailKey(row.email ?? ''));
  expect(new Set(addresses).size).toBe(addresses.length);
  const ids = [...members.map((row) => row.userId), ...invitations.map((row) => row.invitationId)];
  expect(new Set(ids).size).toBe(ids.length);
  expect(members.every((row) => row.role !== 'org:x')).toBe(true);
  if (mode !== 'clerk') return;
  const listed = store.listMembers({ appId });
  expect([listed.rows, listed.total]).toEqual([members, members.length]);
  expect(store.listInvitations({ appId })).toEqual({ rows: pending, total: pending.length, last: null });
}

describe('a store, whatever is done to it', () => {
  it('keeps an admin, the limit, one row per address and id, and lists the truth', () => {
    expect.hasAssertions();
    assert(
      property(seeds, acts, (others, sequence) => {
        const store = makeStore(others);
        checkInvariants(store);
        for (const act of sequence) {
          attempt(store, act);
          checkInvariants(store);
        }
      }),
    );
  });

  it('is as it was after an act that it refused', () => {
    expect.hasAssertions();
    assert(
      property(seeds, acts, (others, sequence) => {
        const store = makeStore(others);
        for (const act of sequence) {
          const before = store.read();
          const done = attempt(store, act);
          expect(done || store.read()).toEqual(done || before);
        }
      }),
    );
  });

  it('gives every row that stays exactly once to somebody who pages while others write', () => {
    expect.hasAssertions();
    assert(
      property(seeds, acts, integer({ min: 1, max: 4 }), (others, sequence, limit) => {
        const store = makeStore(others);
        const start = store.read().members.map((row) => row.userId);
        const seen: string[] = [];
        const writes = sequence.filter(({ kind }) => kind !== 'mode').values();
        for (let after: number | null = 0; after !== null;) {
          const page = store.listMembers({ appId, after, limit });
          expect(page.rows.length).toBeLessThanOrEqual(limit);
          seen.push(...page.rows.map((row) => row.userId));
          const write = writes.next();
          if (!write.done) attempt(store, write.value);
          after = page.last;
        }
        const left = new Set(store.read().members.map((row) => row.userId));
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen).toEqual(expect.arrayContaining(start.filter((userId) => left.has(userId))));
      }),
    );
  });
});
