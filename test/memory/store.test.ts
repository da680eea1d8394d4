import { describe, expect, it } from 'vitest';
import { createStore } from '../../src/memory/store.js';
import type { Invitation } from '../../src/model/invitation.js';
import type { Member } from '../../src/model/member.js';
import { ADMIN_ROLE, MEMBER_ROLE } from '../../src/model/role.js';

const appId = 'app_s';
const now = () => new Date('2026-11-01T00:00:00Z');
const member = (userId: string, changes: Partial<Member> = {}): Member => ({
  userId,
  membershipId: `m_${userId}`,
  email: `${userId}@example.com`,
  name: null,
  avatarUrl: null,
  role: MEMBER_ROLE,
  joinedAt: null,
  ...changes,
});
const nina: Invitation = {
  invitationId: 'i1',
  email: 'nina@example.com',
  role: ADMIN_ROLE,
  status: 'pending',
  createdAt: null,
};

describe('createStore', () => {
  it('copies its seed and its answers', () => {
    const ada = member('ada');
    const store = createStore({ appId, members: [ada] });
    ada.name = 'Altered';
    store.read().members[0]!.name = 'Altered';
    store.listMembers({ appId }).rows[0]!.name = 'Altered';
    expect(store.read().members[0]!.name).toBeNull();
  });

  it.each([
    ['a member twice', { members: [member('a'), member('a')] }, /a twice/],
    ['an invitation twice', { invitations: [nina, nina] }, /i1 twice/],
    ['a limit that is no count', { memberLimit: -1 }, /memberLimit/],
    ['half a limit', { memberLimit: 1.5 }, /memberLimit/],
  ])('refuses a seed with %s', (_what, seed, message) => {
    expect(() => createStore({ appId, ...seed })).toThrow(expect.objectContaining({ code: 'invalid_input' }));
    expect(() => createStore({ appId, ...seed })).toThrow(message);
  });

  it('starts a seat that is over its limit as it is, and only refuses more', () => {
    const store = createStore({ appId, members: [member('a'), member('b')], memberLimit: 1 });
    expect(store.listMembers({ appId }).total).toBe(2);
    expect(() => store.inviteMember({ appId, email: 'c@example.com' })).toThrow(
      expect.objectContaining({ code: 'limit_reached', limit: 1 }),
    );
  });

  it('makes a member of an invited person who accepts, with the role and address of the invitation', () => {
    const store = createStore({ appId, invitations: [nina] }, { now, newId: (prefix) => `${prefix}_1` });
    expect(store.acceptInvitation({ appId, invitationId: 'i1', name: 'Nina' })).toEqual({
      userId: 'user_1',
      membershipId: 'orgmem_1',
      email: 'nina@example.com',
      name: 'Nina',
      avatarUrl: null,
      role: ADMIN_ROLE,
      joinedAt: '2026-11-01T00:00:00.000Z',
    });
    expect(store.listInvitations({ appId }).total).toBe(0);
    expect(() => store.acceptInvitation({ appId, invitationId: 'i1' })).toThrow(
      expect.objectContaining({ code: 'invitation_not_pending' }),
    );
  });

  it('trims an address, and otherwise keeps how it was written', () => {
    const store = createStore({ appId }, { now });
    expect(store.inviteMember({ appId, email: '  New.Person@Example.com ' })).toMatchObject({
      email: 'New.Person@Example.com',
      role: MEMBER_ROLE,
      createdAt: '2026-11-01T00:00:00.000Z',
    });
  });

  it('counts the admins of old organizations, whose slug is plain admin', () => {
    const store = createStore({ appId, members: [member('a', { role: 'admin' }), member('b')] });
    expect(() => store.removeMember({ appId, userId: 'a' })).toThrow(expect.objectContaining({ code: 'last_admin' }));
  });

  it('gives the roles of the seed, and no others', () => {
    const store = createStore({ appId, members: [member('a')], roles: [{ role: 'basic_member' }] });
    expect(store.updateMemberRole({ appId, userId: 'a', role: 'basic_member' }).role).toBe('basic_member');
    expect(() => store.updateMemberRole({ appId, userId: 'a', role: ADMIN_ROLE })).toThrow(
      expect.objectContaining({ code: 'invalid_input', fieldErrors: { role: 'Not one of basic_member' } }),
    );
  });

  it('makes ids that look like Clerk’s, each its own', () => {
    const store = createStore({ appId });
    const ids = Array.from(
      { length: 50 },
      (_, i) => store.inviteMember({ appId, email: `p${i}@example.com` }).invitationId,
    );
    expect(new Set(ids).size).toBe(50);
    for (const id of ids) expect(id).toMatch(/^orginv_[0-9A-Za-z]{27}$/);
  });
});
