import { describe, expect, it, test, vi } from 'vitest';
import { createMemoryDataProvider, createSeed } from '../../src/memory/index.js';
import { createMixpeekDataProvider } from '../../src/mixpeek/index.js';
import type { DataProvider } from '../../src/model/dataProvider.js';
import { UsersError, type UsersErrorCode, type UsersErrorOptions } from '../../src/model/errors.js';
import { createUsersHandler, type UsersActionEvent, type UsersHandlerRules } from '../../src/server/index.js';
import { describeDataProvider } from '../../src/testing/index.js';
import { watch } from '../contract/watch.js';
import { rejection } from '../mixpeek/stubFetch.js';
import { ADMIN, ask, asks, ORIGIN, read } from './harness.js';

/** A handler over a data provider, and the Mixpeek client in front of it. */
function connect(dataProvider: DataProvider, rules: Partial<UsersHandlerRules> = {}) {
  const errors: unknown[] = [];
  const handle = createUsersHandler({
    dataProvider,
    allowedApps: () => true,
    authorize: () => ADMIN,
    onError: (error) => errors.push(error),
    ...rules,
  });
  const watched = watch(handle);
  const client = createMixpeekDataProvider({
    baseUrl: `${ORIGIN}/api`,
    fetch: (url, init) => watched(new Request(url, init)),
    canEnableUserManagement: false,
  });
  return { handle, client, errors, watched };
}

for (const paging of ['whole', 'cursor'] as const) {
  describeDataProvider(
    `mixpeek, in front of a handler over another back end (${paging})`,
    (seed) => {
      const { client, watched } = connect(createMemoryDataProvider(seed, { paging }));
      return { provider: client, appId: seed.appId, dispose: () => watched.verify() };
    },
    { describe, it },
  );
}

/** A data provider of which every method does the same. */
function every(act: () => Promise<never>): DataProvider {
  const provider = createMemoryDataProvider();
  for (const name of Object.keys(asks)) Object.assign(provider, { [name]: act });
  return provider;
}

const calls: Record<string, (client: DataProvider) => Promise<unknown>> = {
  listMembers: (client) => client.listMembers({ appId: 'app_1' }),
  inviteMember: (client) => client.inviteMember({ appId: 'app_1', email: 'a@b.co', role: 'org:member' }),
  updateMemberRole: (client) => client.updateMemberRole({ appId: 'app_1', userId: 'u', role: 'org:member' }),
  removeMember: (client) => client.removeMember({ appId: 'app_1', userId: 'u' }),
  revokeInvitation: (client) => client.revokeInvitation({ appId: 'app_1', invitationId: 'i' }),
};

describe('what the back end refuses keeps its meaning on the way to the panel', () => {
  test.each<[UsersErrorCode, string, UsersErrorOptions?, UsersErrorCode?]>([
    ['forbidden', 'inviteMember'],
    ['not_enabled', 'listMembers'],
    ['not_found', 'removeMember'],
    ['member_not_found', 'updateMemberRole'],
    ['member_not_found', 'removeMember'],
    ['invitation_not_found', 'revokeInvitation'],
    ['invitation_not_pending', 'revokeInvitation'],
    ['already_member', 'inviteMember'],
    ['already_invited', 'inviteMember'],
    ['invalid_email', 'inviteMember'],
    ['invalid_input', 'inviteMember', { fieldErrors: { role: 'unknown' } }],
    ['email_not_allowed', 'inviteMember'],
    ['last_admin', 'updateMemberRole'],
    ['limit_reached', 'inviteMember', { limit: 5 }],
    ['managed_elsewhere', 'updateMemberRole'],
    ['rate_limited', 'inviteMember', { retryAfter: 7 }],
    // Between this server and its back end, not between the caller and this server.
    ['unauthenticated', 'inviteMember', {}, 'server_error'],
    ['timeout', 'inviteMember', {}, 'server_error'],
    ['network', 'inviteMember', {}, 'server_error'],
    ['server_error', 'inviteMember', {}, 'server_error'],
    ['invalid_response', 'inviteMember', {}, 'server_error'],
  ])('%s of %s', async (code, name, options = {}, seen = code) => {
    const thrown = new UsersError(code, 'said by the back end: hunter2', { ...options, requestId: 'trace_1' });
    const { client, handle } = connect(every(() => Promise.reject(thrown)));
    const { limit, retryAfter } = options;
    const error = await rejection(calls[name]?.(client) ?? Promise.resolve());
    expect(error).toMatchObject({ code: seen, limit, retryAfter });
    const { whole } = await read(await handle(ask(asks[name as keyof typeof asks])));
    expect(whole).not.toContain('hunter2');
  });

  test('a fault that is no UsersError says nothing to the caller, and all to onError', async () => {
    const { handle, errors } = connect(every(() => Promise.reject(new Error('db hunter2'))));
    for (const request of Object.values(asks)) {
      const answer = await read(await handle(ask(request)));
      expect(answer.status).toBe(502);
      expect(answer.whole).not.toContain('hunter2');
    }
    expect(errors).toHaveLength(6);
    expect(errors[0]).toMatchObject({ message: 'db hunter2' });
  });

  test('that the back end forbids an admin something is told to the operator', async () => {
    const thrown = new UsersError('forbidden', 'the key may not');
    const { handle, errors } = connect(every(() => Promise.reject(thrown)));
    expect((await handle(ask(asks.removeMember))).status).toBe(403);
    expect(errors).toEqual([thrown]);
  });

  test.each<[string, () => Promise<never>, boolean]>([
    ['hangs', () => new Promise(() => {}), true],
    ['lost the connection', () => Promise.reject(new UsersError('network', 'x')), true],
    ['had a fault', () => Promise.reject(new UsersError('server_error', 'x')), true],
    ['said something unreadable', () => Promise.reject(new UsersError('invalid_response', 'x')), true],
    ['threw something else', () => Promise.reject(new Error('x')), true],
    ['said no', () => Promise.reject(new UsersError('last_admin', 'x')), false],
    ['refused our key', () => Promise.reject(new UsersError('unauthenticated', 'x')), false],
  ])('a write over a back end that %s is recorded as unknown: %s', async (_, act, isRecorded) => {
    const events: UsersActionEvent[] = [];
    const { handle } = connect(every(act), { timeoutMs: 20, onAction: (event) => events.push(event) });
    const { status } = await handle(ask(asks.removeMember));
    const expected = { action: 'removeMember', outcome: 'unknown', target: { userId: 'user_1' }, status };
    expect(events).toMatchObject(isRecorded ? [expected] : []);
    expect(events).toHaveLength(isRecorded ? 1 : 0);
  });

  test('a field that only sounds like one of ours is not named', async () => {
    const fieldErrors = { toString: 'x', constructor: 'x', role: 'x' };
    const { handle } = connect(every(() => Promise.reject(new UsersError('invalid_input', 'x', { fieldErrors }))));
    const { status, body } = await read(await handle(ask(asks.inviteMember)));
    expect([status, body]).toMatchObject([
      422,
      { error: { details: { validation_errors: [{ location: ['body', 'role'] }] } } },
    ]);
  });

  test('a request id that is no id is not made a header', async () => {
    const thrown = new UsersError('rate_limited', 'x', { requestId: 'a\r\nset-cookie: b=1' });
    const { handle } = connect(every(() => Promise.reject(thrown)));
    const { status, headers } = await read(await handle(ask(asks.listMembers)));
    expect([status, headers.get('x-request-id'), headers.get('set-cookie')]).toEqual([429, null, null]);
  });

  test('a back end that hangs is a 504, and is let go', async () => {
    const signals: (AbortSignal | undefined)[] = [];
    const provider = createMemoryDataProvider();
    provider.listMembers = ({ signal }) => {
      signals.push(signal);
      return new Promise(() => {});
    };
    const { handle } = connect(provider, { timeoutMs: 20 });
    expect((await handle(ask(asks.listMembers))).status).toBe(504);
    expect(signals[0]?.aborted).toBe(true);
  });
});

test('pages of the back end become one list, and what is missing of it shows', async () => {
  const seed = createSeed({ members: 1200, appId: 'app_1' });
  const provider = createMemoryDataProvider(seed, { paging: 'cursor' });
  const list = vi.spyOn(provider, 'listMembers');
  const { client } = connect(provider);
  const page = await client.listMembers({ appId: 'app_1' });
  expect([page.members.length, page.total, list.mock.calls.length]).toEqual([1200, 1200, 3]);
  // Unreadable rows are not made up: the total stays, and the panel says that the list is incomplete.
  provider.listMembers = async () => ({ members: [], total: 4, unreadable: 4, nextCursor: null });
  await expect(client.listMembers({ appId: 'app_1' })).resolves.toMatchObject({ members: [], total: 4 });
});

test('a back end whose pages never end is asked a hundred times', async () => {
  const provider = createMemoryDataProvider();
  let cursor = 0;
  provider.listMembers = async () => ({ members: [], total: 9, unreadable: 0, nextCursor: String((cursor += 1)) });
  const { handle } = connect(provider);
  expect((await handle(ask(asks.listMembers))).status).toBe(200);
  expect(cursor).toBe(100);
});

test('roles, self-harm and apps are judged before the back end is asked', async () => {
  const provider = createMemoryDataProvider();
  const spies = Object.keys(asks).map((name) => vi.spyOn(provider, name as keyof typeof asks));
  const member = connect(provider, { authorize: () => ({ userId: 'u', role: 'org:member' }) });
  const self = connect(provider, { authorize: () => ({ userId: 'user_1', role: 'org:admin' }) });
  const elsewhere = connect(provider, { allowedApps: ['app_2'] });
  expect((await member.handle(ask(asks.inviteMember))).status).toBe(403);
  expect((await self.handle(ask(asks.removeMember))).status).toBe(403);
  expect((await self.handle(ask(asks.updateMemberRole))).status).toBe(403);
  expect((await elsewhere.handle(ask(asks.listMembers))).status).toBe(404);
  expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([]);
});

test.each([
  ['beside a key', { dataProvider: createMemoryDataProvider(), apiKey: 'secret-key-1', namespace: 'n' }],
  ['that is none', { dataProvider: {} }],
  ['that is null', { dataProvider: null }],
])('a data provider %s is refused, without the key in the words', (_, options) => {
  const make = () => createUsersHandler({ allowedApps: ['app_1'], authorize: () => ADMIN, ...options } as never);
  expect(make).toThrow(/^createUsersHandler: (?!.*secret)/);
});
