import { describe, expect, test } from 'vitest';
import type { Member } from '../../src/model/member.js';
import {
  accessOf,
  countAdmins,
  isLastAdmin,
  isSelfDemotion,
  removalRefusal,
  roleChangeRefusal,
  type Access,
  type AccessFacts,
  type Refusal,
} from '../../src/model/permissions.js';

const aMember = (over: Partial<Member> = {}): Member => ({
  userId: 'user_1',
  membershipId: 'mem_1',
  email: null,
  name: null,
  avatarUrl: null,
  role: 'org:member',
  joinedAt: null,
  ...over,
});

describe('counting admins', () => {
  test.each([
    [[], true, 0],
    [['org:member', 'org:admin', 'admin', 'org:billing'], true, 2],
    [['org:admin'], false, null],
    [[], false, null],
  ])('of %j (complete: %s) gives %s', (roles, complete, count) => {
    expect(
      countAdmins(
        roles.map((role) => ({ role })),
        complete,
      ),
    ).toBe(count);
  });

  test.each([
    ['org:admin', 1, true],
    ['admin', 1, true],
    ['org:admin', 2, false],
    ['org:admin', 0, false],
    ['org:admin', null, false],
    ['org:member', 1, false],
  ])('%s of %s is the last: %s', (role, adminCount, last) => {
    expect(isLastAdmin({ role }, { adminCount })).toBe(last);
  });
});

describe('refusals', () => {
  // access, whose row, role, managed, admins → role change, removal
  const table: [Access, 'own' | 'other', string, boolean, number | null, Refusal | null, Refusal | null][] = [
    ['none', 'other', 'org:member', false, 2, 'read_only', 'read_only'],
    ['none', 'own', 'org:admin', true, 1, 'read_only', 'read_only'],
    ['read', 'other', 'org:member', false, 2, 'read_only', 'read_only'],
    ['read', 'own', 'org:member', false, 2, 'read_only', 'read_only'],
    ['manage', 'other', 'org:member', false, 1, null, null],
    ['manage', 'other', 'org:member', false, null, null, null],
    ['manage', 'other', 'org:unknown', false, 1, null, null],
    ['manage', 'other', 'org:admin', false, 2, null, null],
    ['manage', 'other', 'org:admin', false, 1, 'last_admin', 'last_admin'],
    ['manage', 'other', 'admin', false, 1, 'last_admin', 'last_admin'],
    ['manage', 'other', 'org:admin', false, null, null, null],
    ['manage', 'other', 'org:member', true, 2, 'managed', 'managed'],
    ['manage', 'other', 'org:admin', true, 1, 'managed', 'managed'],
    ['manage', 'own', 'org:admin', false, 2, null, 'self'],
    ['manage', 'own', 'org:admin', false, 1, 'last_admin', 'self'],
    ['manage', 'own', 'org:admin', true, 2, 'managed', 'self'],
    ['manage', 'own', 'org:member', false, 2, null, 'self'],
  ];
  test.each(table)('%s, %s row, %s, managed %s, %s admins: change %s, remove %s', (...row) => {
    const [access, whose, role, managed, adminCount, change, removal] = row;
    const roster = { access, adminCount, currentUserId: whose === 'own' ? 'user_1' : 'user_2' };
    const member = aMember({ role, ...(managed && { managed }) });
    expect([roleChangeRefusal(member, roster), removalRefusal(member, roster)]).toEqual([change, removal]);
  });

  test('when nobody is named no row is one’s own', () => {
    const roster = { access: 'manage', adminCount: 2, currentUserId: null } as const;
    expect(removalRefusal(aMember(), roster)).toBeNull();
  });
});

describe('access', () => {
  const admin = { role: 'org:admin' };
  const member = { role: 'org:member' };
  const table: [Partial<AccessFacts>, Access | undefined][] = [
    [{ currentUserId: null, currentMember: null }, 'manage'],
    [{ currentUserId: null, currentMember: 'loading' }, 'manage'],
    [{ currentUserId: 'u', currentMember: 'loading' }, undefined],
    [{ currentUserId: 'u', currentMember: 'unknown' }, 'manage'],
    [{ currentUserId: 'u', currentMember: null }, 'none'],
    [{ currentUserId: 'u', currentMember: member }, 'read'],
    [{ currentUserId: 'u', currentMember: { role: 'basic_member' } }, 'read'],
    [{ currentUserId: 'u', currentMember: { role: 'org:unknown' } }, 'read'],
    [{ currentUserId: 'u', currentMember: admin }, 'manage'],
    [{ currentUserId: 'u', currentMember: { role: 'admin' } }, 'manage'],
    [{ currentUserId: 'u', currentMember: admin, providerAccess: 'read' }, 'read'],
    [{ currentUserId: 'u', currentMember: null, providerAccess: 'manage' }, 'manage'],
    [{ currentUserId: null, currentMember: null, providerAccess: 'none' }, 'none'],
    [{ currentUserId: 'u', currentMember: 'loading', providerAccess: 'read' }, 'read'],
    [{ currentUserId: 'u', currentMember: admin, providerAccess: 'manage', access: 'none' }, 'none'],
    [{ currentUserId: 'u', currentMember: null, providerAccess: 'none', access: 'manage' }, 'manage'],
    [{ currentUserId: 'u', currentMember: 'loading', access: 'read' }, 'read'],
  ];
  test.each(table)('%j gives %s', (facts, access) => {
    expect(accessOf({ currentMember: null, currentUserId: null, ...facts })).toBe(access);
  });
});

describe('taking the admin role from oneself', () => {
  test.each([
    ['org:admin', 'org:member', 'user_1', true],
    ['admin', 'basic_member', 'user_1', true],
    ['org:admin', 'org:unknown', 'user_1', true],
    ['org:admin', 'org:admin', 'user_1', false],
    ['org:admin', 'admin', 'user_1', false],
    ['org:member', 'org:member', 'user_1', false],
    ['org:admin', 'org:member', 'user_2', false],
    ['org:admin', 'org:member', null, false],
  ])('from %s to %s as %s: %s', (from, to, currentUserId, asked) => {
    expect(isSelfDemotion(aMember({ role: from }), to, currentUserId)).toBe(asked);
  });
});
