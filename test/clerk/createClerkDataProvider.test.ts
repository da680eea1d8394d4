import { afterEach, describe, expect, it, vi } from 'vitest';
import { createClerkDataProvider, type ClerkLike, type ClerkOptions } from '../../src/clerk/index.js';
import { createSeed } from '../../src/memory/index.js';
import type { Member } from '../../src/model/member.js';
import { createFakeClerk, type FakeSdkOptions } from './fakeClerk.js';
import { provideByHand } from './sdkByHand.js';

const appId = 'org_acme';
const member = (userId: string, role: string): Member => ({
  userId,
  membershipId: `orgmem_${userId}`,
  email: `${userId}@example.com`,
  name: null,
  avatarUrl: null,
  role,
  joinedAt: null,
});
const seed = {
  appId,
  members: [member('ada', 'org:admin'), member('bo', 'org:member'), member('cleo', 'org:admin')],
  roles: [
    { role: 'org:admin' },
    { role: 'org:member' },
    { role: 'org:auditor', label: 'Auditor', description: 'Looks' },
  ],
};

async function start(options: FakeSdkOptions = {}, clerkOptions: ClerkOptions = {}, own: object = {}) {
  const fake = await createFakeClerk({ ...seed, ...own }, { userId: 'ada', ...options });
  return { ...fake, provider: createClerkDataProvider(fake.clerk, clerkOptions) };
}

afterEach(() => vi.unstubAllGlobals());

describe('who is looking, and what they may do', () => {
  it.each([
    ['ada', 'manage'],
    ['bo', 'read'],
  ])('%s may %s, by Clerk’s permissions, without a request', async (userId, access) => {
    const { provider, frontend } = await start({ userId });
    frontend.log.length = 0;
    expect(await provider.getCurrentUser?.()).toEqual({ status: 'signed_in', userId });
    expect(await provider.getAccess?.({ appId })).toBe(access);
    expect(await provider.getCurrentMember?.({ appId })).toMatchObject({ userId, email: `${userId}@example.com` });
    expect(frontend.log).toEqual([]);
  });

  it('somebody of another organization may do nothing here', async () => {
    const { provider } = await start({ userId: 'operator' });
    expect(await provider.getAccess?.({ appId })).toBe('none');
    expect(await provider.getCurrentMember?.({ appId })).toBeNull();
  });

  it('nobody signed in is nobody, and no call leaves', async () => {
    const { provider, frontend } = await start({ userId: null });
    frontend.log.length = 0;
    expect(await provider.getCurrentUser?.()).toEqual({ status: 'signed_out' });
    await expect(provider.listMembers({ appId })).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(frontend.log).toEqual([]);
  });

  it.each([
    ['admin', [], 'manage'],
    ['basic_member', [], 'read'],
    ['org:auditor', [], 'none'],
    ['org:auditor', ['org:sys_memberships:read'], 'read'],
    ['org:auditor', ['org:sys_billing:read'], 'none'],
    ['org:member', ['org:sys_memberships:manage', 'org:sys_memberships:read'], 'manage'],
  ])('the role %s with the permissions %j may %s', async (role, permissions, access) => {
    const { clerk } = await start();
    const [own] = clerk.user?.organizationMemberships ?? [];
    const user = { ...clerk.user, organizationMemberships: [{ ...own, role, permissions }] };
    const provider = createClerkDataProvider(Object.create(clerk, { user: { value: user } }) as ClerkLike);
    expect(await provider.getAccess?.({ appId })).toBe(access);
  });

  it('learns after a refusal that rights were taken away: Clerk keeps those its page was loaded with', async () => {
    const { provider, frontend } = await start();
    frontend.store.updateMemberRole({ appId, userId: 'ada', role: 'org:member' });
    expect(await provider.getAccess?.({ appId })).toBe('manage');
    await expect(provider.removeMember({ appId, userId: 'bo' })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await provider.getAccess?.({ appId })).toBe('read');
  });

  it('learns after a refusal that one was removed', async () => {
    const { provider, frontend } = await start();
    frontend.store.removeMember({ appId, userId: 'ada' });
    await expect(provider.listMembers({ appId })).rejects.toMatchObject({ code: 'not_found' });
    expect(await provider.getAccess?.({ appId })).toBe('none');
  });

  it('learns that one has demoted oneself, by asking Clerk anew', async () => {
    const { provider, frontend } = await start();
    await provider.updateMemberRole({ appId, userId: 'bo', role: 'org:admin' });
    await provider.getAccess?.({ appId });
    expect(frontend.log.filter((line) => line.endsWith('/touch'))).toEqual([]);
    await provider.updateMemberRole({ appId, userId: 'ada', role: 'org:member' });
    expect(await provider.getAccess?.({ appId })).toBe('read');
    expect(frontend.log.filter((line) => line.endsWith('/touch'))).toHaveLength(1);
  });

  it('waits for Clerk to be loaded', async () => {
    const { provider, finishLoading } = await start({ loaded: false });
    const asked = provider.getCurrentUser?.();
    finishLoading();
    expect(await asked).toEqual({ status: 'signed_in', userId: 'ada' });
  });

  it('says unknown, and network to a call, when Clerk never loads', async () => {
    const { provider } = await start({ loaded: false }, { timeoutMs: 30 });
    expect(await provider.getCurrentUser?.()).toEqual({ status: 'unknown' });
    await expect(provider.listMembers({ appId })).rejects.toMatchObject({
      code: expect.stringMatching(/network|timeout/) as string,
    });
  });
});

describe('the end of a session', () => {
  it('in the middle of a write is unauthenticated, and nobody is signed in then', async () => {
    const { provider, frontend } = await start();
    frontend.signOut();
    await expect(provider.removeMember({ appId, userId: 'bo' })).rejects.toMatchObject({
      code: 'unauthenticated',
      status: 401,
      message:
        'Clerk refused removeMember with status 401 (authentication_invalid: Refused as authentication_invalid.).',
    });
    expect(await provider.getCurrentUser?.()).toEqual({ status: 'signed_out' });
  });

  it('that is only too old for an act is unauthenticated too', async () => {
    const { provider, frontend } = await start();
    frontend.refuse(/^DELETE/, { status: 403, code: 'session_reverification_required' });
    await expect(provider.removeMember({ appId, userId: 'bo' })).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('is mended by Clerk’s sign-in, or the host’s', async () => {
    const { provider, signIns } = await start();
    provider.signIn?.();
    expect(signIns()).toBe(1);
    const signIn = vi.fn<() => void>();
    const own = await start({}, { signIn });
    own.provider.signIn?.();
    expect([signIn.mock.calls.length, own.signIns()]).toEqual([1, 0]);
  });
});

describe('no answer', () => {
  it('to an act on a row, which Clerk’s SDK resolves with nothing, is network too', async () => {
    vi.stubGlobal('navigator', { webdriver: true });
    const requests = [{ id: 'req_1', email: 'una@example.com', name: 'Una', status: 'pending' as const }];
    const { provider, goDark } = await start({ requests });
    const { invitationId } = await provider.inviteMember({ appId, email: 'new@example.com', role: 'org:member' });
    await provider.listMembershipRequests?.({ appId });
    goDark();
    const network = { code: 'network' };
    await expect(provider.revokeInvitation({ appId, invitationId })).rejects.toMatchObject(network);
    const requestId = 'req_1';
    await expect(provider.acceptMembershipRequest?.({ appId, requestId })).rejects.toMatchObject(network);
    await expect(provider.rejectMembershipRequest?.({ appId, requestId })).rejects.toMatchObject(network);
  });

  it('because Clerk was not there yet: what nobody waits for any more is not sent when it comes', async () => {
    const { provider, frontend, finishLoading } = await start({ loaded: false });
    frontend.log.length = 0;
    const controller = new AbortController();
    const removal = provider.removeMember({ appId, userId: 'bo', signal: controller.signal });
    controller.abort();
    await expect(removal).rejects.toBe(controller.signal.reason);
    finishLoading();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(frontend.log).toEqual([]);
  });

  it('to a write, which Clerk’s SDK resolves with nothing, is network: it may have been applied', async () => {
    vi.stubGlobal('navigator', { webdriver: true });
    const { provider, goDark } = await start();
    goDark();
    const writes: (Promise<unknown> | undefined)[] = [
      provider.inviteMember({ appId, email: 'new@example.com', role: 'org:member' }),
      provider.updateMemberRole({ appId, userId: 'bo', role: 'org:admin' }),
      provider.removeMember({ appId, userId: 'bo' }),
      provider.createOrganization?.({ name: 'New' }),
      provider.renameOrganization?.({ organizationId: appId, name: 'New' }),
    ];
    for (const write of writes) await expect(write).rejects.toMatchObject({ code: 'network' });
  });

  it('to a write but one without anything in it is invalid_response in a browser that a person uses', async () => {
    vi.stubGlobal('navigator', { onLine: true, webdriver: false });
    const { provider, goDark } = await start();
    goDark();
    for (const write of [
      provider.inviteMember({ appId, email: 'new@example.com', role: 'org:member' }),
      provider.updateMemberRole({ appId, userId: 'bo', role: 'org:admin' }),
      provider.removeMember({ appId, userId: 'bo' }),
    ]) {
      await expect(write).rejects.toMatchObject({ code: 'invalid_response' });
    }
  });

  it('is tried for although the browser says that it is offline', async () => {
    const { provider } = await start();
    vi.stubGlobal('navigator', { onLine: false });
    await expect(provider.listMembers({ appId })).resolves.toMatchObject({ total: 3 });
    await expect(provider.removeMember({ appId, userId: 'bo' })).resolves.toBeUndefined();
  });

  it('is told as offline where the browser says so, to reads and writes', async () => {
    const { provider, clerk, goDark } = await start();
    vi.stubGlobal('navigator', { onLine: false });
    goDark();
    await expect(provider.removeMember({ appId, userId: 'bo' })).rejects.toMatchObject({ code: 'offline' });
    const failing = Object.create(clerk, {
      user: { value: { ...clerk.user, organizationMemberships: [] } },
      getOrganization: { value: () => Promise.reject(new TypeError("Cannot read properties of null (reading 'x')")) },
    }) as ClerkLike;
    await expect(createClerkDataProvider(failing).listMembers({ appId })).rejects.toMatchObject({ code: 'offline' });
  });

  it('stays uncertain to a write when the connection goes under way', async () => {
    vi.stubGlobal('navigator', { onLine: true });
    const { provider, goDark } = await start();
    goDark();
    const removal = provider.removeMember({ appId, userId: 'bo' });
    vi.stubGlobal('navigator', { onLine: false });
    await expect(removal).rejects.toMatchObject({ code: 'network' });
  });

  it('is offline within seconds where the browser says so and the SDK hangs', async () => {
    const { clerk } = await start();
    vi.stubGlobal('navigator', { onLine: false });
    vi.useFakeTimers();
    const slow = Object.create(clerk, {
      user: { value: { ...clerk.user, organizationMemberships: [] } },
      getOrganization: { value: () => new Promise(() => undefined) },
    }) as ClerkLike;
    const outcome = createClerkDataProvider(slow)
      .listMembers({ appId })
      .catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(5000);
    expect(await outcome).toMatchObject({ code: 'offline' });
    vi.useRealTimers();
  });

  it('in time is timeout', async () => {
    const { clerk } = await start();
    const slow = Object.create(clerk, {
      user: { value: { ...clerk.user, organizationMemberships: [] } },
      getOrganization: { value: () => new Promise(() => undefined) },
    }) as ClerkLike;
    const provider = createClerkDataProvider(slow, { timeoutMs: 20 });
    await expect(provider.listMembers({ appId })).rejects.toMatchObject({ code: 'timeout' });
  });
});

describe('lists', () => {
  it('are searched without the comma that Clerk would take for a second query', async () => {
    const { provider } = await start();
    for (const query of ['bo,example', ',bo,example', 'bo,example,']) {
      const page = await provider.listMembers({ appId, query });
      expect([query, page.members.map(({ userId }) => userId)]).toEqual([query, ['bo']]);
    }
  });

  it('go on with the page size of their cursor', async () => {
    const { provider } = await start({ userId: 'operator' }, {}, createSeed({ appId, members: 25 }));
    const one = await provider.listMembers({ appId, limit: 10 });
    const two = await provider.listMembers({ appId, limit: 3, cursor: one.nextCursor ?? '' });
    const three = await provider.listMembers({ appId, limit: 10, cursor: two.nextCursor ?? '' });
    expect([one, two, three].map(({ members, total }) => [members.length, total])).toEqual([
      [10, 25],
      [10, 25],
      [5, 25],
    ]);
    expect(three.nextCursor).toBeNull();
  });

  it.each(['', 'x', '0x10', '2x1000', '1x999', '1x501', '1.5x3'])('refuse %j, which is no cursor', async (cursor) => {
    const { provider, frontend } = await start();
    frontend.log.length = 0;
    await expect(provider.listMembers({ appId, cursor })).rejects.toMatchObject({ code: 'invalid_input' });
    expect(frontend.log).toEqual([]);
  });

  it('never ask for more than Clerk gives at once', async () => {
    const { provider } = await start();
    await expect(provider.listMembers({ appId, limit: 9000 })).resolves.toMatchObject({ total: 3 });
    await expect(provider.listMembers({ appId, limit: 0 })).rejects.toMatchObject({ code: 'invalid_input' });
  });
});

describe('roles', () => {
  it('are Clerk’s own; its given names give way to the catalogue’s words', async () => {
    const { provider } = await start();
    expect(await provider.listRoles?.({ appId })).toEqual([
      { role: 'org:admin' },
      { role: 'org:member' },
      { role: 'org:auditor', label: 'Auditor', description: 'Looks' },
    ]);
  });

  it('of an old instance, and renamed ones, are read right', async () => {
    const roles = [
      { role: 'admin', label: 'Admin' },
      { role: 'basic_member', label: 'Member' },
      { role: 'org:admin', label: 'Owner' },
    ];
    const { provider } = await start({}, {}, { roles });
    expect(await provider.listRoles?.({ appId })).toEqual([
      { role: 'admin' },
      { role: 'basic_member' },
      { role: 'org:admin', label: 'Owner' },
    ]);
  });

  it('cannot be given while Clerk moves the organization to others', async () => {
    const { provider, frontend } = await start();
    frontend.isMigratingRoles = true;
    const roles = await provider.listRoles?.({ appId });
    expect(roles?.map(({ unavailable }) => unavailable)).toEqual([true, true, true]);
    await expect(provider.updateMemberRole({ appId, userId: 'bo', role: 'org:admin' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('an invitation', () => {
  it('that was listed is revoked by one request', async () => {
    const { provider, frontend } = await start();
    const { invitationId } = await provider.inviteMember({ appId, email: 'new@example.com', role: 'org:member' });
    frontend.log.length = 0;
    await provider.revokeInvitation({ appId, invitationId });
    expect(frontend.log).toEqual([`POST /organizations/${appId}/invitations/${invitationId}/revoke`]);
  });

  it('that was never listed is looked for', async () => {
    const { provider, frontend } = await start();
    const { invitationId } = frontend.store.inviteMember({ appId, email: 'new@example.com' });
    await provider.revokeInvitation({ appId, invitationId });
    expect((await provider.listInvitations({ appId })).total).toBe(0);
  });
});

describe('people who ask to be let in', () => {
  const requests = () => [
    { id: 'req_1', email: 'una@example.com', name: 'Una Ask', status: 'pending' as const },
    { id: 'req_2', email: 'vic@example.com', name: 'Vic Ask', status: 'pending' as const },
  ];

  it('are listed, accepted and rejected', async () => {
    const { provider, frontend } = await start({ requests: requests() });
    const page = await provider.listMembershipRequests?.({ appId });
    expect(page?.requests.map(({ requestId, email, name }) => [requestId, email, name])).toEqual([
      ['req_1', 'una@example.com', 'Una Ask'],
      ['req_2', 'vic@example.com', 'Vic Ask'],
    ]);
    await provider.acceptMembershipRequest?.({ appId, requestId: 'req_1' });
    await provider.rejectMembershipRequest?.({ appId, requestId: 'req_2' });
    expect((await provider.listMembershipRequests?.({ appId }))?.total).toBe(0);
    expect(frontend.store.read().members.map(({ email }) => email)).toContain('una@example.com');
    await expect(provider.acceptMembershipRequest?.({ appId, requestId: 'req_2' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('are refused where nobody can ask', async () => {
    const { provider } = await start();
    await expect(provider.listMembershipRequests?.({ appId })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('organizations', () => {
  it('are listed with one’s role in them', async () => {
    const { provider } = await start({ userId: 'bo' });
    expect(await provider.listOrganizations?.({})).toEqual({
      organizations: [{ organizationId: appId, name: 'Acme', role: 'org:member', memberCount: 3, canRename: false }],
      total: 1,
      nextCursor: null,
      unreadable: 0,
    });
  });

  it('may be renamed by who has the right to, whatever their role', async () => {
    const organization = (id: string, role: string, permissions: string[]) => ({
      role,
      permissions,
      organization: { id },
    });
    const data = [
      organization('org_1', 'org:office', ['org:sys_profile:manage']),
      organization('org_2', 'org:admin', ['org:sys_memberships:manage']),
      organization('org_3', 'admin', []),
      organization('org_4', 'basic_member', []),
    ];
    const getOrganizationMemberships = async () => ({ data, total_count: 4 });
    const page = await provideByHand({}, { getOrganizationMemberships }).listOrganizations?.({});
    expect(page?.organizations.map(({ canRename }) => canRename)).toEqual([true, false, true, false]);
  });

  it('that could not be had once are asked for anew', async () => {
    const getOrganization = vi
      .fn<() => Promise<unknown>>()
      .mockRejectedValueOnce(Object.assign(new Error('x'), { status: 500, errors: [] }))
      .mockResolvedValue({ id: appId, getMemberships: async () => ({ data: [], total_count: 0 }) });
    const provider = provideByHand({ getOrganization }, { organizationMemberships: [] });
    await expect(provider.listMembers({ appId })).rejects.toMatchObject({ code: 'server_error' });
    await expect(provider.listMembers({ appId })).resolves.toMatchObject({ total: 0 });
    await provider.listMembers({ appId });
    expect(getOrganization).toHaveBeenCalledTimes(2);
  });

  it('are created and renamed', async () => {
    const { provider } = await start();
    const made = await provider.createOrganization?.({ name: ' Widgets ' });
    expect(made).toMatchObject({ name: 'Widgets', canRename: true });
    await provider.renameOrganization?.({ organizationId: made?.organizationId ?? '', name: 'Gadgets' });
    const { organizations = [] } = (await provider.listOrganizations?.({})) ?? {};
    expect(organizations.map(({ name, role }) => [name, role])).toEqual([
      ['Acme', 'org:admin'],
      ['Gadgets', 'org:admin'],
    ]);
    // And are apps like any other.
    const members = await provider.listMembers({ appId: made?.organizationId ?? '' });
    expect(members.members.map(({ userId }) => userId)).toEqual(['ada']);
  });

  it('need a name', async () => {
    const { provider } = await start();
    const refusal = { code: 'invalid_input', fieldErrors: { name: 'Empty' } };
    await expect(provider.createOrganization?.({ name: ' ' })).rejects.toMatchObject(refusal);
    await expect(provider.renameOrganization?.({ organizationId: appId, name: '' })).rejects.toMatchObject(refusal);
  });

  it('may stand under other ids than Clerk’s', async () => {
    const { provider } = await start({}, { organizationOf: (id) => (id === 'app_1' ? appId : id) });
    expect((await provider.listMembers({ appId: 'app_1' })).total).toBe(3);
    await expect(provider.listMembers({ appId: 'app_2' })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a mistake of the host', () => {
  it.each([
    ['no Clerk object', undefined, {}],
    ['another object', {}, {}],
  ])('is told: %s', (_what, clerk, options) => {
    expect(() => createClerkDataProvider(clerk as never, options)).toThrow(/useClerk\(\)/);
  });

  it.each([{ timeoutMs: 0 }, { organizationOf: 'x' }, { signIn: 'x' }])('is told: %j', async (options) => {
    const { clerk } = await createFakeClerk(seed);
    expect(() => createClerkDataProvider(clerk, options as never)).toThrow(/createClerkDataProvider/);
  });
});
