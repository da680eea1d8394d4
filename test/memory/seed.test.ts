import { describe, expect, it } from 'vitest';
import { createSeed } from '../../src/memory/index.js';
import { emailKey } from '../../src/model/emailKey.js';
import { isEmail } from '../../src/model/emails.js';
import { ADMIN_ROLE, isAdminRole } from '../../src/model/role.js';

describe('createSeed', () => {
  it('makes the same roster of the same options, and another of another seed', () => {
    const options = { members: 40, invitations: 5 };
    expect(createSeed(options)).toEqual(createSeed({ ...options, seed: 1 }));
    expect(createSeed({ ...options, seed: 2 }).members).not.toEqual(createSeed(options).members);
  });

  it('makes as many members and invitations as asked, under the app asked for', () => {
    const seed = createSeed({ members: 3, invitations: 2, appId: 'app_x' });
    expect([seed.appId, seed.members.length, seed.invitations.length]).toEqual(['app_x', 3, 2]);
    expect(createSeed({ members: 0 })).toEqual({ appId: 'app_demo', members: [], invitations: [] });
  });

  it('looks like a real roster of ten thousand', () => {
    const { members, invitations } = createSeed({ members: 10_000, invitations: 50 });
    const share = (count: number) => count / members.length;
    expect(members[0]?.role).toBe(ADMIN_ROLE);
    expect(members[0]?.name).not.toBeNull();
    expect(share(members.filter(({ role }) => isAdminRole(role)).length)).toBeCloseTo(1 / 12, 2);
    expect(share(members.filter(({ name }) => name === null).length)).toBeCloseTo(0.04, 2);
    expect(members.every(({ avatarUrl }) => avatarUrl === null)).toBe(true);
    expect(share(members.filter(({ name }) => /[^\p{Script=Latin}\P{L}]/u.test(name ?? '')).length)).toBeGreaterThan(
      0.2,
    );
    const addresses = [...members, ...invitations].map(({ email }) => email ?? '');
    expect(new Set(addresses.map(emailKey)).size).toBe(addresses.length);
    expect(addresses.filter((address) => !isEmail(address) || !/@example\.(com|org|net)$/.test(address))).toEqual([]);
    const ids = members.flatMap(({ userId, membershipId }) => [userId, membershipId]);
    expect(new Set(ids).size).toBe(ids.length);
    const dates = [...members.map(({ joinedAt }) => joinedAt), ...invitations.map(({ createdAt }) => createdAt)];
    expect(dates.filter((date) => new Date(date ?? '').toISOString() !== date)).toEqual([]);
    expect(invitations.every(({ status }) => status === 'pending')).toBe(true);
  });

  it.each([-1, 1.5, Number.NaN])('refuses to count %s members', (members) => {
    expect(() => createSeed({ members })).toThrow(expect.objectContaining({ code: 'invalid_input' }));
  });
});
