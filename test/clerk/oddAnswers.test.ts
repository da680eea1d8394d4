import { describe, expect, it, vi } from 'vitest';
import type { DataProvider } from '../../src/model/dataProvider.js';
import { ORGANIZATION, provideByHand, type Answers } from './sdkByHand.js';

const appId = ORGANIZATION;
type Ask = () => Promise<unknown>;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('an answer of Clerk’s SDK that is none is invalid_response, never a TypeError', () => {
  const calls: [name: string, answers: (answer: unknown) => Answers, act: (provider: DataProvider) => unknown][] = [
    ['members', (answer) => ({ getMemberships: async () => answer }), (one) => one.listMembers({ appId })],
    ['invitations', (answer) => ({ getInvitations: async () => answer }), (one) => one.listInvitations({ appId })],
    ['roles', (answer) => ({ getRoles: async () => answer }), (one) => one.listRoles?.({ appId })],
    [
      'requests',
      (answer) => ({ getMembershipRequests: async () => answer }),
      (one) => one.listMembershipRequests?.({ appId }),
    ],
    [
      'what an invitation is looked for in',
      (answer) => ({ getInvitations: async () => answer }),
      (one) => one.revokeInvitation({ appId, invitationId: 'inv_1' }),
    ],
    [
      'what a request is looked for in',
      (answer) => ({ getMembershipRequests: async () => answer }),
      (one) => one.acceptMembershipRequest?.({ appId, requestId: 'req_1' }),
    ],
  ];
  it.each(calls)('%s', async (_, answers, act) => {
    for (const answer of [undefined, null, {}, { total_count: 3 }, { data: null }, { data: {} }, 'x', []]) {
      const provider = provideByHand(answers(answer));
      await expect(act(provider)).rejects.toMatchObject({ code: 'invalid_response' });
    }
  });

  it.each([undefined, {}, { data: 'x' }])('one’s own organizations: %j', async (answer) => {
    const user = { organizationMemberships: undefined, getOrganizationMemberships: async () => answer };
    const provider = provideByHand({}, user);
    const invalid = { code: 'invalid_response' };
    await expect(provider.listOrganizations?.({})).rejects.toMatchObject(invalid);
    await expect(provider.getAccess?.({ appId })).rejects.toMatchObject(invalid);
  });

  it('a membership without permissions', async () => {
    const membership = { id: 'mem_1', role: 'org:admin', organization: { id: appId } };
    const provider = provideByHand({}, { organizationMemberships: [membership] });
    await expect(provider.getAccess?.({ appId })).rejects.toMatchObject({ code: 'invalid_response' });
  });

  it.each([undefined, null])('an organization that is %s', async (found) => {
    const provider = provideByHand({ getOrganization: async () => found }, { organizationMemberships: [] });
    await expect(provider.listMembers({ appId })).rejects.toMatchObject({ code: 'invalid_response' });
  });

  it('rows that are nothing are passed over', async () => {
    const user = { organizationMemberships: [null, {}, { organization: null }] };
    await expect(provideByHand({}, user).getAccess?.({ appId })).resolves.toBe('none');
  });
});

describe('a search through pages comes to an end', () => {
  const endless = (total: unknown, ms = 0) => {
    let count = 0;
    return vi.fn<() => Promise<unknown>>(async () => {
      await pause(ms);
      count += 1;
      return { data: [{ id: `row_${count}`, organization: { id: 'org_other' } }], total_count: total };
    });
  };
  const searches: [
    name: string,
    provide: (ask: Ask) => DataProvider,
    act: (one: DataProvider, signal?: AbortSignal) => unknown,
  ][] = [
    [
      'one’s own membership',
      (ask) => provideByHand({}, { organizationMemberships: [], getOrganizationMemberships: ask }, { timeoutMs: 60 }),
      (one, signal) => one.getAccess?.({ appId, ...(signal && { signal }) }),
    ],
    [
      'an invitation',
      (ask) => provideByHand({ getInvitations: ask }, {}, { timeoutMs: 60 }),
      (one, signal) => one.revokeInvitation({ appId, invitationId: 'inv_1', ...(signal && { signal }) }),
    ],
  ];

  it.each(searches)('of %s: no total is an end', async (_, provide, act) => {
    for (const total of [undefined, Number.NaN, null]) {
      const ask = endless(total);
      await Promise.resolve(act(provide(ask))).catch(() => {});
      expect(ask).toHaveBeenCalledOnce();
    }
  });

  it.each(searches)('of %s: so is the time limit', async (_, provide, act) => {
    const ask = endless(1e9, 5);
    await expect(act(provide(ask))).rejects.toMatchObject({ code: 'timeout' });
    const asked = ask.mock.calls.length;
    await pause(40);
    expect(ask.mock.calls.length - asked).toBeLessThanOrEqual(1);
  });

  it.each(searches)('of %s: so is that nobody waits any more', async (_, provide, act) => {
    const ask = endless(1e9, 5);
    const controller = new AbortController();
    const outcome = act(provide(ask), controller.signal);
    setTimeout(() => controller.abort(), 20);
    await expect(outcome).rejects.toMatchObject({ name: 'AbortError' });
    const asked = ask.mock.calls.length;
    await pause(40);
    expect(ask.mock.calls.length - asked).toBeLessThanOrEqual(1);
  });

  it('and finds what stands on a later page', async () => {
    const own = { role: 'org:admin', permissions: ['org:sys_memberships:read'], organization: { id: appId } };
    const ask = vi.fn<(params?: unknown) => Promise<unknown>>(async (params) => {
      const { initialPage } = params as { initialPage: number };
      return { data: [initialPage === 3 ? own : { organization: { id: 'org_other' } }], total_count: 250 };
    });
    const provider = provideByHand({}, { organizationMemberships: [], getOrganizationMemberships: ask });
    await expect(provider.getAccess?.({ appId })).resolves.toBe('read');
    expect(ask.mock.calls).toEqual([1, 2, 3].map((initialPage) => [{ initialPage, pageSize: 100 }]));
  });
});
