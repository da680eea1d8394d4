import { describe, expect, it } from 'vitest';
import { ADMIN_ROLE, MEMBER_ROLE } from '../../src/model/role.js';
import { createFakeMixpeek, type FakeMixpeekOptions, type FakeOperation } from '../../src/msw/index.js';
import { ContractError } from './validate.js';
import { watch } from './watch.js';

const member = { email: null, name: null, avatarUrl: null, joinedAt: null };
const seed = {
  appId: 'app_1',
  memberLimit: 5,
  members: [
    { ...member, userId: 'user_1', membershipId: 'mem_1', role: ADMIN_ROLE },
    { ...member, userId: 'user_2', membershipId: 'mem_2', email: 'two@example.com', role: MEMBER_ROLE },
    { ...member, userId: 'user_3', membershipId: 'mem_3', role: MEMBER_ROLE, managed: true },
  ],
  invitations: [
    { invitationId: 'inv_1', email: 'one@example.com', role: MEMBER_ROLE, status: 'pending', createdAt: null },
    { invitationId: 'inv_0', email: 'old@example.com', role: MEMBER_ROLE, status: 'revoked', createdAt: null },
  ],
};

function request(line: string, body?: unknown): Request {
  const [method = '', path = ''] = line.split(' ');
  return new Request(`https://api.mixpeek.com/v1/apps/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
}

type Case = [operation: FakeOperation, line: string, body: unknown, ok: boolean];
const invite = (email: string, role = MEMBER_ROLE as string): unknown => ({ email_address: email, role });
const cases: Case[] = [
  ['getApp', 'GET app_1', undefined, true],
  ['getApp', 'GET app_2', undefined, false],
  ['updateApp', 'PATCH app_1', { auth_config: { mode: 'clerk' }, publish: true }, true],
  ['updateApp', 'PATCH app_2', { publish: true }, false],
  ['listMembers', 'GET app_1/users', undefined, true],
  ['listMembers', 'GET app_2/users', undefined, false],
  ['inviteMember', 'POST app_1/users/invite', invite('new@example.com'), true],
  ['inviteMember', 'POST app_1/users/invite', invite('two@example.com'), false],
  ['inviteMember', 'POST app_1/users/invite', invite('ONE@example.com'), false],
  ['inviteMember', 'POST app_1/users/invite', invite('nobody'), false],
  ['inviteMember', 'POST app_1/users/invite', invite('new@example.com', 'org:x'), false],
  ['listInvitations', 'GET app_1/users/invitations', undefined, true],
  ['listInvitations', 'GET app_2/users/invitations', undefined, false],
  ['revokeInvitation', 'DELETE app_1/users/invitations/inv_1', undefined, true],
  ['revokeInvitation', 'DELETE app_1/users/invitations/inv_0', undefined, false],
  ['revokeInvitation', 'DELETE app_1/users/invitations/inv_2', undefined, false],
  ['removeMember', 'DELETE app_1/users/user_2', undefined, true],
  ['removeMember', 'DELETE app_1/users/user_1', undefined, false],
  ['removeMember', 'DELETE app_1/users/user_3', undefined, false],
  ['removeMember', 'DELETE app_1/users/user_4', undefined, false],
  ['updateMemberRole', 'PATCH app_1/users/user_2/role', { role: ADMIN_ROLE }, true],
  ['updateMemberRole', 'PATCH app_1/users/user_1/role', { role: MEMBER_ROLE }, false],
  ['updateMemberRole', 'PATCH app_1/users/user_2/role', { role: 'org:x' }, false],
];

const styles: FakeMixpeekOptions[] = [
  { errorStyle: 'mixpeek' },
  { errorStyle: 'mixpeek', clerkCodes: false, successStyle: '200-message', inviteStatus: 201 },
  { errorStyle: 'fastapi', successStyle: '200-empty' },
  { errorStyle: 'clerk', successStyle: '200-resource' },
  { errorStyle: 'clerk', successStyle: '200-html' },
];

describe.each(styles)('the fake keeps the contract, set up as %j', (options) => {
  it.each(cases)('%s: %s %j', async (operation, line, body, ok) => {
    const fake = createFakeMixpeek(seed, options);
    const fetch = watch(fake);
    const response = await fetch(request(line, body));
    expect(response.ok).toBe(ok);
    expect(fake.requests).toMatchObject([{ operation }]);
    expect(fetch.judged).toEqual({ requests: 1, responses: 1 });
    fetch.verify();
  });

  it.each([401, 402, 403, 404, 408, 409, 422, 429, 500, 503])('a fault of status %i', async (status) => {
    const faults = [{ operation: '*', kind: 'status', status } as const];
    const fetch = watch(createFakeMixpeek(seed, { ...options, faults }));
    expect((await fetch(request('GET app_1/users'))).status).toBe(status);
    fetch.verify();
  });

  it('a wrong key, a wrong namespace, management off, a full app', async () => {
    const key = watch(createFakeMixpeek(seed, { ...options, apiKey: 'sk_1' }));
    expect((await key(request('GET app_1/users'))).status).toBe(401);
    const namespace = watch(createFakeMixpeek(seed, { ...options, namespace: 'ns_1' }));
    expect((await namespace(request('GET app_1/users'))).status).toBe(403);
    const off = watch(createFakeMixpeek({ ...seed, mode: 'public' }, options));
    expect((await off(request('GET app_1/users'))).status).toBe(403);
    const full = watch(createFakeMixpeek({ ...seed, memberLimit: 4 }, options));
    expect((await full(request('POST app_1/users/invite', invite('new@example.com')))).status).toBe(403);
    for (const fetch of [key, namespace, off, full]) fetch.verify();
  });
});

describe('watch', () => {
  it('rejects a request that leaves the contract, never sends it, and remembers it', async () => {
    const fake = createFakeMixpeek(seed);
    const fetch = watch(fake);
    await expect(fetch(request('POST app_1/users/invite', { email: 'new@example.com' }))).rejects.toThrow(
      ContractError,
    );
    expect(fake.requests).toHaveLength(0);
    expect(() => fetch.verify()).toThrow(/email_address/);
  });

  it('rejects an answer that leaves the contract', async () => {
    const fetch = watch(createFakeMixpeek(seed, { tamper: () => ({ users: [{ user_id: 'u' }], total: '1' }) }));
    await expect(fetch(request('GET app_1/users'))).rejects.toThrow(/total must be integer/);
    expect(fetch.violations).toHaveLength(1);
  });

  it('rejects an answer that is malformed, unless it is excepted', async () => {
    const faults = [{ operation: '*', kind: 'malformed', body: 'broken-json' } as const];
    const fake = createFakeMixpeek(seed, { faults });
    await expect(watch(fake)(request('GET app_1/users'))).rejects.toThrow(ContractError);
    const fetch = watch(fake, { exceptResponse: () => true });
    expect(await (await fetch(request('GET app_1/users'))).text()).toContain('user_id');
    fetch.verify();
  });

  it('lets a request be excepted', async () => {
    const fetch = watch(createFakeMixpeek(seed), { exceptRequest: ({ url }) => url.endsWith('/revoke') });
    expect((await fetch(request('POST app_1/users/invitations/inv_1/revoke'))).status).toBe(204);
    expect(fetch.judged).toEqual({ requests: 0, responses: 0 });
  });

  it('lets an address that is none go to the server, which must refuse it', async () => {
    const line = 'POST app_1/users/invite';
    const fetch = watch(createFakeMixpeek(seed));
    expect((await fetch(request(line, invite('nobody')))).status).toBe(422);
    fetch.verify();
    await expect(watch(() => Promise.resolve(new Response()))(request(line, invite('nobody')))).rejects.toThrow(
      /format/,
    );
  });

  it('lets a cut connection through as it is', async () => {
    const fetch = watch(createFakeMixpeek(seed, { faults: [{ operation: '*', kind: 'cut-before' }] }));
    await expect(fetch(request('GET app_1/users'))).rejects.toThrow('Failed to fetch');
    fetch.verify();
  });
});
