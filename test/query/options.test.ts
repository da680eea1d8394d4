import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import type { DataProvider } from '../../src/model/dataProvider.js';
import { UsersError, type UsersErrorCode } from '../../src/model/errors.js';
import {
  accessOptions,
  currentUserOptions,
  invitationsOptions,
  membersOptions,
  rolesOptions,
  type QueryScope,
} from '../../src/query/options.js';
import { RecentWrites } from '../../src/query/recentWrites.js';
import { aMember } from './rows.js';

const seed = { appId: 'app_1', members: [aMember('ann', { role: 'org:admin' })], invitations: [] };
const makeScope = (dataProvider: DataProvider = createMemoryDataProvider(seed)): QueryScope => ({
  appId: 'app_1',
  dataProvider,
  queryClient: new QueryClient(),
});
const { retry, retryDelay } = membersOptions(makeScope());
const fault = (code: UsersErrorCode, retryAfter?: number) => new UsersError(code, code, { retryAfter });

afterEach(() => void vi.restoreAllMocks());

describe('a read that failed', () => {
  const table: Record<UsersErrorCode, boolean> = {
    network: true,
    timeout: true,
    server_error: true,
    rate_limited: true,
    offline: false,
    unauthenticated: false,
    forbidden: false,
    not_enabled: false,
    not_found: false,
    member_not_found: false,
    invitation_not_found: false,
    invitation_not_pending: false,
    already_member: false,
    already_invited: false,
    invalid_email: false,
    email_not_allowed: false,
    last_admin: false,
    limit_reached: false,
    managed_elsewhere: false,
    invalid_response: false,
    unexpected_page: false,
    invalid_input: false,
  };

  test.each(Object.entries(table) as [UsersErrorCode, boolean][])('with %s is tried again: %s', (code, expected) => {
    expect([0, 1, 2, 3].map((failures) => retry(failures, fault(code)))).toEqual([expected, expected, expected, false]);
  });

  test('for a reason that nobody knows is not tried again', () => {
    expect(retry(0, new Error('boom'))).toBe(false);
    expect(retry(0, undefined)).toBe(false);
  });

  test.each([
    [30, true],
    [31, false],
    [3600, false],
  ])('with "too many requests, wait %s s" is tried again: %s', (seconds, expected) => {
    expect(retry(0, fault('rate_limited', seconds))).toBe(expected);
  });
});

describe('the wait before the next try', () => {
  test.each([0, 1, 2])('is what the server said, after %s failures', (failures) => {
    expect(retryDelay(failures, fault('rate_limited', 12))).toBe(12_000);
    expect(retryDelay(failures, fault('server_error', 3))).toBe(3000);
  });

  test.each([
    [0, 500, 1000],
    [1, 1000, 2000],
    [2, 2000, 4000],
  ])('doubles and is spread, after %s failures: %s to %s ms', (failures, least, most) => {
    vi.spyOn(Math, 'random').mockReturnValueOnce(0).mockReturnValueOnce(1);
    expect(retryDelay(failures, fault('network'))).toBe(least);
    expect(retryDelay(failures, fault('network'))).toBe(most);
  });
});

describe.each([
  ['members', membersOptions(makeScope()), 30_000],
  ['invitations', invitationsOptions(makeScope()), 30_000],
  ['access', accessOptions(makeScope()), 30_000],
  ['roles', rolesOptions(makeScope()), 30_000],
  // The page knows it without a request, and somebody may have signed in meanwhile.
  ['the current user', currentUserOptions(makeScope()), 1_000],
])('the query of %s', (_name, options, least) => {
  test('asks for nothing on a timer, never throws into the page, and is no slave of the browser being online', () => {
    expect(options).toMatchObject({ refetchInterval: false, throwOnError: false, networkMode: 'always' });
    expect(options.staleTime).toBeGreaterThanOrEqual(least);
  });
});

describe('what is asked of a data provider', () => {
  const filter = { query: 'ann', role: 'org:admin', limit: 10, cursor: undefined };

  test('with paging `whole` has no filter, and every filter is one key', async () => {
    const scope = makeScope();
    const listMembers = vi.spyOn(scope.dataProvider, 'listMembers');
    const options = membersOptions(scope, filter);
    expect(options.queryKey).toEqual(membersOptions(scope).queryKey);
    await scope.queryClient.fetchQuery(options);
    expect(listMembers).toHaveBeenCalledExactlyOnceWith({ appId: 'app_1', signal: expect.any(AbortSignal) as unknown });
  });

  test('with paging `cursor` is the filter, and every filter is a key of its own', async () => {
    const scope = makeScope(createMemoryDataProvider(seed, { paging: 'cursor' }));
    const listMembers = vi.spyOn(scope.dataProvider, 'listMembers');
    const options = membersOptions(scope, filter);
    expect(options.queryKey).not.toEqual(membersOptions(scope, { ...filter, query: 'bob' }).queryKey);
    expect(invitationsOptions(scope, { limit: 5 }).queryKey).not.toEqual(invitationsOptions(scope).queryKey);
    await scope.queryClient.fetchQuery(options);
    expect(listMembers).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ query: 'ann', role: 'org:admin' }));
  });

  test('is nothing at all where it cannot say', async () => {
    const scope = makeScope();
    expect(scope.dataProvider.getCurrentUser).toBeUndefined();
    expect(scope.dataProvider.listRoles).toBeUndefined();
    expect(await scope.queryClient.fetchQuery(currentUserOptions(scope))).toEqual({ status: 'unknown' });
    expect(await scope.queryClient.fetchQuery(rolesOptions(scope))).toBeNull();
    expect(await scope.queryClient.fetchQuery(accessOptions(scope))).toEqual({ access: null, currentMember: null });
  });
});

test('a list that arrives takes off what it agrees with', async () => {
  vi.useFakeTimers();
  const scope = makeScope();
  const writes = new RecentWrites(scope.queryClient, scope);
  writes.add({ kind: 'removed', userId: 'gone' }, 'done');
  writes.add({ kind: 'revoked', invitationId: 'gone' }, 'done');
  const members = scope.queryClient.fetchQuery(membersOptions(scope));
  await vi.advanceTimersByTimeAsync(1);
  await members;
  expect(writes.read()).toMatchObject([{ kind: 'revoked' }]);
  const invitations = scope.queryClient.fetchQuery(invitationsOptions(scope));
  await vi.advanceTimersByTimeAsync(1);
  await invitations;
  expect(writes.read()).toEqual([]);
  vi.useRealTimers();
});
