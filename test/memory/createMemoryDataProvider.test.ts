import { afterEach, describe, expect, it, vi } from 'vitest';
import { createMemoryDataProvider, createSeed } from '../../src/memory/index.js';
import { MEMBER_ROLE } from '../../src/model/role.js';

const appId = 'app_demo';

afterEach(() => {
  vi.useRealTimers();
});

describe('createMemoryDataProvider', () => {
  it('holds a small made-up roster under app_demo when it is given nothing', async () => {
    const provider = createMemoryDataProvider();
    expect((await provider.listMembers({ appId })).total).toBe(12);
    expect((await provider.listInvitations({ appId })).total).toBe(3);
    await expect(provider.listMembers({ appId: 'app_mine' })).rejects.toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('app_demo') as string,
    });
  });

  it('ignores query, role, cursor and limit where paging is whole', async () => {
    const provider = createMemoryDataProvider(createSeed({ members: 60 }));
    const page = await provider.listMembers({ appId, query: 'zzz', role: 'org:x', cursor: 'any', limit: -1 });
    expect(page.members).toHaveLength(60);
    expect(page.nextCursor).toBeNull();
  });

  it('gives pages of 50 where paging is cursor and no limit is named', async () => {
    const provider = createMemoryDataProvider(createSeed({ members: 60 }), { paging: 'cursor' });
    const first = await provider.listMembers({ appId });
    const second = await provider.listMembers({ appId, cursor: first.nextCursor ?? '' });
    expect([first.members.length, second.members.length, second.nextCursor]).toEqual([50, 10, null]);
    expect([first.total, second.total]).toEqual([60, 60]);
  });

  it('refuses a cursor it never gave, or of the other list, and a limit that is none', async () => {
    const provider = createMemoryDataProvider(createSeed({ members: 3, invitations: 3 }), { paging: 'cursor' });
    const { nextCursor } = await provider.listMembers({ appId, limit: 1 });
    const invalid = { code: 'invalid_input' };
    await expect(provider.listMembers({ appId, cursor: 'made up' })).rejects.toMatchObject(invalid);
    await expect(provider.listInvitations({ appId, cursor: nextCursor ?? '' })).rejects.toMatchObject(invalid);
    for (const limit of [0, -1, 1.5, Number.NaN]) {
      await expect(provider.listMembers({ appId, limit })).rejects.toMatchObject(invalid);
    }
  });

  it.each([
    ['names who is looking', 'user_1', { status: 'signed_in', userId: 'user_1' }],
    ['knows that nobody is signed in', null, { status: 'signed_out' }],
  ])('%s, when told', async (_what, currentUserId, expected) => {
    const provider = createMemoryDataProvider(undefined, { currentUserId });
    expect(await provider.getCurrentUser?.()).toEqual(expected);
  });

  it('has the optional methods it can answer, and no others', () => {
    const methods = [
      'getCurrentUser',
      'listRoles',
      'enableUserManagement',
      'getCurrentMember',
      'resendInvitation',
    ] as const;
    const has = (provider: object) => methods.filter((method) => method in provider);
    expect(has(createMemoryDataProvider())).toEqual(['enableUserManagement']);
    const roles = [{ role: MEMBER_ROLE, label: 'Guest' }];
    expect(has(createMemoryDataProvider({ roles }, { currentUserId: 'u' }))).toEqual(methods.slice(0, 3));
  });

  it('answers the roles of the seed', async () => {
    const roles = [{ role: MEMBER_ROLE, label: 'Guest' }];
    expect(await createMemoryDataProvider({ roles }).listRoles?.({ appId })).toEqual(roles);
  });

  it('takes its time, and does nothing when aborted meanwhile', async () => {
    vi.useFakeTimers();
    const provider = createMemoryDataProvider({}, { latencyMs: 500 });
    const controller = new AbortController();
    const sent = provider.inviteMember({ appId, email: 'a@example.com', role: MEMBER_ROLE, signal: controller.signal });
    setTimeout(() => controller.abort(), 400);
    const [outcome] = await Promise.all([Promise.allSettled([sent]), vi.advanceTimersByTimeAsync(400)]);
    expect(outcome).toMatchObject([{ status: 'rejected', reason: { name: 'AbortError' } }]);
    expect(vi.getTimerCount()).toBe(0);
    const listed = vi.fn<(total: number) => void>();
    const read = provider.listInvitations({ appId }).then(({ total }) => listed(total));
    await vi.advanceTimersByTimeAsync(499);
    expect(listed).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    await read;
    expect(listed).toHaveBeenCalledWith(0);
  });

  it('rejects with the reason of the abort as it is', async () => {
    const reason = new Error('No longer wanted');
    const signal = AbortSignal.abort(reason);
    await expect(createMemoryDataProvider().listMembers({ appId, signal })).rejects.toBe(reason);
  });
});
