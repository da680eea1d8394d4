import { afterEach, describe, expect, it, vi } from 'vitest';
import { ADMIN_ROLE } from '../../src/model/role.js';
import { createFakeMixpeek, type FakeMixpeekOptions } from '../../src/msw/index.js';
import { anInvite, aRequest, seed } from './seed.js';

afterEach(() => {
  vi.useRealTimers();
});

describe('what goes over the wire', () => {
  it('is the contract’s words, and nothing the contract does not have', async () => {
    const fake = createFakeMixpeek(seed);
    expect(await (await fake(aRequest('GET /users'))).json()).toEqual({
      users: [
        {
          user_id: 'user_ada',
          membership_id: 'mem_ada',
          email: 'ada@example.com',
          name: 'Ada Lovelace',
          avatar_url: null,
          role: 'org:admin',
          joined_at: '2026-03-15T10:30:00.000Z',
        },
        {
          user_id: 'user_bo',
          membership_id: 'mem_bo',
          email: 'bo@example.com',
          name: null,
          avatar_url: null,
          role: 'org:member',
          joined_at: null,
        },
      ],
      total: 2,
    });
    expect(await (await fake(aRequest('GET /users/invitations'))).json()).toEqual({
      invitations: [
        {
          invitation_id: 'inv_nina',
          email_address: 'nina@example.com',
          role: 'org:member',
          status: 'pending',
          created_at: '2026-10-01T00:00:00.000Z',
        },
      ],
      total: 1,
    });
  });

  it.each([
    'https://api.mixpeek.com/v1/apps/app_1/users',
    'http://localhost:5173/api/v1/apps/app_1/users',
    'https://host.example/some/where/v1/apps/app%5F1/users',
  ])('is answered under any prefix: %s', async (url) => {
    expect((await createFakeMixpeek(seed)(new Request(url))).status).toBe(200);
  });

  it('invites as a member where no role is named', async () => {
    const fake = createFakeMixpeek(seed, { now: () => new Date('2026-11-01T00:00:00Z') });
    const response = await fake(aRequest('POST /users/invite', { email_address: 'new@example.com' }));
    expect(await response.json()).toMatchObject({ role: 'org:member', created_at: '2026-11-01T00:00:00.000Z' });
  });

  it('answers both forms of a revoke', async () => {
    for (const line of ['DELETE /users/invitations/inv_nina', 'POST /users/invitations/inv_nina/revoke']) {
      const fake = createFakeMixpeek(seed);
      expect((await fake(aRequest(line))).status).toBe(204);
      expect(fake.read().invitations).toMatchObject([{ status: 'revoked' }]);
    }
  });

  it.each<[FakeMixpeekOptions['successStyle'], number, string | null, string]>([
    ['204', 204, null, ''],
    ['200-empty', 200, null, ''],
    ['200-message', 200, 'application/json', '"success":true'],
    ['200-html', 200, 'text/html', '<p>'],
    ['200-resource', 200, 'application/json', '"user_id":"user_bo"'],
  ])('ends a removal as told: %s', async (successStyle, status, type, text) => {
    const response = await createFakeMixpeek(seed, { successStyle })(aRequest('DELETE /users/user_bo'));
    expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
    expect(await response.text()).toContain(text);
  });

  it('numbers its answers, refusals too', async () => {
    const fake = createFakeMixpeek(seed);
    const ids = [];
    for (const line of ['GET /users', 'GET /nowhere'])
      ids.push((await fake(aRequest(line))).headers.get('x-request-id'));
    expect(ids).toEqual(['req_1', 'req_2']);
    fake.configure({ requestId: () => 'mine' });
    expect((await fake(aRequest('GET /users'))).headers.get('x-request-id')).toBe('mine');
  });
});

describe('a request that fits nothing', () => {
  it.each<[string, Request, number, unknown]>([
    ['no such route', aRequest('GET /people'), 404, { type: 'NotFoundError' }],
    ['an empty id', aRequest('DELETE /users/'), 404, { type: 'NotFoundError' }],
    ['another API', new Request('https://api.mixpeek.com/v1/retrievers'), 404, { type: 'NotFoundError' }],
    ['a method the route has not', aRequest('POST /users', {}), 405, { type: 'MethodNotAllowedError' }],
    ['a method named like a property', aRequest('constructor /users'), 405, { type: 'MethodNotAllowedError' }],
    ['an id that cannot be decoded', aRequest('DELETE /users/%E0%A4%A'), 400, { type: 'BadRequestError' }],
    [
      'a body that is no JSON',
      aRequest('POST /users/invite', undefined, { body: '{"email_', headers: { 'content-type': 'application/json' } }),
      400,
      { type: 'BadRequestError' },
    ],
    ['a body that is no object', aRequest('POST /users/invite', ['a@example.com']), 422, { type: 'ValidationError' }],
    [
      'a body not sent as JSON',
      aRequest('POST /users/invite', undefined, { body: '{"email_address":"a@example.com"}' }),
      422,
      { message: expect.stringContaining('content-type') as string },
    ],
    [
      'a missing field',
      aRequest('POST /users/invite', { email: 'a@example.com' }),
      422,
      { details: { validation_errors: [{ type: 'missing', location: ['body', 'email_address'] }] } },
    ],
    [
      'fields of a wrong type',
      aRequest('POST /users/invite', { email_address: 7, role: null }),
      422,
      { details: { validation_errors: [{ location: ['body', 'email_address'] }, { location: ['body', 'role'] }] } },
    ],
    [
      'an auth mode there is not',
      aRequest('PATCH ', { auth_config: { mode: 'open' } }),
      422,
      { details: { validation_errors: [{ type: 'enum', location: ['body', 'auth_config', 'mode'] }] } },
    ],
  ])('%s is refused in the envelope, and changes nothing', async (_what, request, status, error) => {
    const fake = createFakeMixpeek(seed);
    const before = fake.read();
    const response = await fake(request);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ success: false, status, error });
    expect(fake.read()).toEqual(before);
  });

  it('is told which methods the route has', async () => {
    expect((await createFakeMixpeek(seed)(aRequest('PUT '))).headers.get('allow')).toBe('GET, PATCH');
  });
});

/** Invites to an app that has room for three, and is full. */
async function invite(options: FakeMixpeekOptions, email: string): Promise<{ status: number; body: unknown }> {
  const response = await createFakeMixpeek({ ...seed, memberLimit: 3 }, options)(anInvite(email));
  return { status: response.status, body: await response.json() };
}

describe('how refusals are worded', () => {
  it('is Mixpeek’s envelope, with Clerk’s error in its details', async () => {
    expect(await invite({}, 'bo@example.com')).toMatchObject({
      status: 409,
      body: {
        success: false,
        status: 409,
        error: { type: 'AlreadyExistsError', details: { errors: [{ code: 'already_a_member_in_organization' }] } },
      },
    });
  });

  it('is the envelope alone where Clerk’s codes are lost', async () => {
    expect(await invite({ clerkCodes: false }, 'bo@example.com')).toMatchObject({
      body: { error: { type: 'AlreadyExistsError', details: null } },
    });
  });

  it('is a text or a list of faults in FastAPI’s style', async () => {
    expect(await invite({ errorStyle: 'fastapi' }, 'bo@example.com')).toEqual({
      status: 409,
      body: { detail: expect.stringContaining('bo@example.com') as string },
    });
    expect(await invite({ errorStyle: 'fastapi' }, 'nobody')).toMatchObject({
      status: 422,
      body: { detail: [{ loc: ['body', 'email_address'], type: 'value_error' }] },
    });
  });

  it.each([
    ['bo@example.com', 400, 'already_a_member_in_organization', {}],
    ['NINA@example.com', 400, 'organization_invitation_not_unique', {}],
    ['nobody', 422, 'form_param_format_invalid', { param_name: 'email_address' }],
    ['new@example.com', 403, 'organization_membership_quota_exceeded', {}],
  ])('is Clerk’s own status and code in Clerk’s style: %s', async (email, status, code, meta) => {
    expect(await invite({ errorStyle: 'clerk' }, email)).toMatchObject({
      status,
      body: { errors: [{ code, meta }], clerk_trace_id: expect.any(String) as string },
    });
  });

  it('names the limit and how far it is used up', async () => {
    expect(await invite({}, 'new@example.com')).toMatchObject({
      body: { error: { type: 'QuotaExceededError', details: { limit: 3, current: 3 } } },
    });
  });
});

describe('key and namespace', () => {
  it.each<[string, FakeMixpeekOptions, Record<string, string>, number]>([
    ['nothing is checked behind the proxy', {}, {}, 200],
    ['a key that is missing', { apiKey: 'sk_1' }, {}, 401],
    ['a wrong key', { apiKey: 'sk_1' }, { authorization: 'Bearer sk_2' }, 401],
    ['the right key', { apiKey: 'sk_1' }, { authorization: 'Bearer sk_1' }, 200],
    ['a namespace that is missing', { namespace: 'ns_1' }, {}, 403],
    ['the right namespace', { namespace: 'ns_1' }, { 'x-namespace': 'ns_1' }, 200],
  ])('%s', async (_what, options, headers, status) => {
    expect((await createFakeMixpeek(seed, options)(aRequest('GET /users', undefined, { headers }))).status).toBe(
      status,
    );
  });
});

describe('turning user management on', () => {
  const off = { ...seed, mode: 'public' } as const;
  const clerk = { auth_config: { mode: 'clerk' } };

  it('stays a draft until it is published', async () => {
    const fake = createFakeMixpeek(off);
    expect((await fake(aRequest('GET /users'))).status).toBe(403);
    expect(await (await fake(aRequest('PATCH ', clerk))).json()).toMatchObject({ auth_config: { mode: 'clerk' } });
    expect([fake.read().mode, (await fake(aRequest('GET /users'))).status]).toEqual(['public', 403]);
    expect(await (await fake(aRequest('GET '))).json()).toMatchObject({ auth_config: { mode: 'public' } });
    await fake(aRequest('PATCH ', { publish: true }));
    expect([fake.read().mode, (await fake(aRequest('GET /users'))).status]).toEqual(['clerk', 200]);
  });

  it('takes effect at once when published with it, or where there are no drafts', async () => {
    const published = createFakeMixpeek(off);
    await published(aRequest('PATCH ', { ...clerk, publish: true }));
    const undrafted = createFakeMixpeek(off, { drafts: false });
    await undrafted(aRequest('PATCH ', clerk));
    expect([published.read().mode, undrafted.read().mode]).toEqual(['clerk', 'clerk']);
  });
});

describe('time', () => {
  it('passes before an answer, and a request aborted meanwhile is not carried out', async () => {
    vi.useFakeTimers();
    const fake = createFakeMixpeek(seed, { latencyMs: 300 });
    const controller = new AbortController();
    const aborted = fake(anInvite('new@example.com', { signal: controller.signal }));
    setTimeout(() => controller.abort(), 200);
    const answered = vi.fn<(status: number) => void>();
    void fake(aRequest('GET /users')).then(({ status }) => answered(status));
    const [outcome] = await Promise.all([Promise.allSettled([aborted]), vi.advanceTimersByTimeAsync(299)]);
    expect(outcome).toMatchObject([{ status: 'rejected', reason: { name: 'AbortError' } }]);
    expect(answered).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(answered).toHaveBeenCalledWith(200);
    expect(fake.read().invitations).toHaveLength(1);
    expect(fake.requests.map(({ status }) => status)).toEqual([null, 200]);
  });

  it('lets lists lag behind the truth, while writes act on the truth', async () => {
    vi.useFakeTimers();
    const fake = createFakeMixpeek(seed, { lagMs: 1000 });
    const listed = async () => {
      const { users } = (await (await fake(aRequest('GET /users'))).json()) as { users: { user_id: string }[] };
      const open = (await (await fake(aRequest('GET /users/invitations'))).json()) as { total: number };
      return [users.map((user) => user.user_id).join(' '), open.total];
    };
    await fake(aRequest('DELETE /users/user_bo'));
    vi.advanceTimersByTime(400);
    await fake(anInvite('new@example.com'));
    expect(fake.read().members).toHaveLength(1);
    expect((await fake(aRequest('DELETE /users/user_bo'))).status).toBe(404);
    expect(await listed()).toEqual(['user_ada user_bo', 1]);
    vi.advanceTimersByTime(600);
    expect(await listed()).toEqual(['user_ada', 1]);
    vi.advanceTimersByTime(400);
    expect(await listed()).toEqual(['user_ada', 2]);
    fake.configure({ lagMs: 0 });
    await fake(aRequest('DELETE /users/invitations/inv_nina'));
    expect(await listed()).toEqual(['user_ada', 1]);
  });

  it('does not begin a request that is aborted already', async () => {
    const fake = createFakeMixpeek(seed);
    const reason = new Error('No longer wanted');
    await expect(fake(aRequest('GET /users', undefined, { signal: AbortSignal.abort(reason) }))).rejects.toBe(reason);
    expect(fake.requests).toHaveLength(0);
  });
});

describe('what a test sees', () => {
  it('is the log of the requests: operation, headers, body and the status of the answer', async () => {
    const fake = createFakeMixpeek(seed, { apiKey: 'sk_1' });
    await fake(aRequest('GET /users?x=1', undefined, { headers: { authorization: 'Bearer sk_1' } }));
    await fake(anInvite('new@example.com'));
    await fake(aRequest('GET /people'));
    expect(fake.requests).toMatchObject([
      {
        method: 'GET',
        path: '/api/v1/apps/app_1/users?x=1',
        operation: 'listMembers',
        headers: { authorization: 'Bearer sk_1' },
        body: null,
        status: 200,
      },
      { operation: 'inviteMember', body: { email_address: 'new@example.com', role: 'org:member' }, status: 401 },
      { operation: null, status: 404 },
    ]);
  });

  it('is the truth, as a copy', async () => {
    const fake = createFakeMixpeek(seed, { lagMs: 60_000 });
    await fake(aRequest('PATCH /users/user_bo/role', { role: ADMIN_ROLE }));
    const truth = fake.read();
    expect(truth).toMatchObject({ appId: 'app_1', mode: 'clerk', members: [{}, { role: ADMIN_ROLE }] });
    truth.members.length = 0;
    expect(fake.read().members).toHaveLength(2);
  });

  it('is what it tampers with, in answers that succeed', async () => {
    const fake = createFakeMixpeek(seed, {
      tamper: (operation, body) => ({ operation, rows: Object.keys(body as object) }),
    });
    expect(await (await fake(aRequest('GET /users'))).json()).toEqual({
      operation: 'listMembers',
      rows: ['users', 'total'],
    });
    expect(await (await fake(anInvite('nobody'))).json()).toHaveProperty('error');
    expect(await (await fake(aRequest('DELETE /users/user_bo'))).text()).toBe('');
  });

  it('is a person who accepts', async () => {
    const fake = createFakeMixpeek(seed);
    const member = fake.accept('inv_nina', 'Nina');
    expect(member).toMatchObject({ email: 'nina@example.com', name: 'Nina' });
    expect(await (await fake(aRequest('GET /users'))).json()).toMatchObject({ total: 3 });
    expect(() => fake.accept('inv_nina')).toThrow(expect.objectContaining({ code: 'invitation_not_pending' }));
  });
});

describe('configure and reset', () => {
  it('change what is named, and leave the rest', async () => {
    const fake = createFakeMixpeek(seed, { apiKey: 'sk_1', errorStyle: 'fastapi' });
    fake.configure({ errorStyle: undefined });
    expect(await (await fake(aRequest('GET /users'))).json()).toMatchObject({ error: { type: 'UnauthorizedError' } });
    fake.configure({ apiKey: null });
    expect((await fake(aRequest('GET /users'))).status).toBe(200);
  });

  it('go back to the seed, the first options and an empty log', async () => {
    const fake = createFakeMixpeek(seed, { successStyle: '200-empty' });
    const { requests } = fake;
    fake.configure({ successStyle: '204', faults: [{ operation: 'listMembers', kind: 'status', status: 500 }] });
    await fake(aRequest('DELETE /users/user_bo'));
    fake.reset();
    expect(requests).toEqual([]);
    expect(fake.read().members).toHaveLength(2);
    expect((await fake(aRequest('GET /users'))).status).toBe(200);
    expect((await fake(aRequest('DELETE /users/user_bo'))).status).toBe(200);
  });

  it('keep a request that was under way at the reset out of the new state', async () => {
    vi.useFakeTimers();
    const fake = createFakeMixpeek(seed, { latencyMs: 100 });
    const late = fake(aRequest('DELETE /users/user_bo'));
    await vi.advanceTimersByTimeAsync(50);
    fake.reset();
    await vi.advanceTimersByTimeAsync(50);
    expect((await late).status).toBe(204);
    expect(fake.read().members).toHaveLength(2);
  });

  it.each<[string, FakeMixpeekOptions]>([
    ['a negative latency', { latencyMs: -1 }],
    ['a lag that is no number', { lagMs: Number.NaN }],
    ['a fault that is a success', { faults: [{ operation: '*', kind: 'status', status: 200 }] }],
    [
      'a malformed answer without a status',
      { faults: [{ operation: '*', kind: 'malformed', body: 'html', status: 0 }] },
    ],
    ['a fault that is faster than light', { faults: [{ operation: '*', kind: 'slow', ms: -5 }] }],
  ])('refuse %s', (_what, options) => {
    const invalid = expect.objectContaining({ code: 'invalid_input' }) as Error;
    expect(() => createFakeMixpeek(seed, options)).toThrow(invalid);
    expect(() => createFakeMixpeek(seed).configure(options)).toThrow(invalid);
  });

  it('stand on a made-up roster when no seed is given', () => {
    const { appId, members, invitations } = createFakeMixpeek().read();
    expect([appId, members.length, invitations.length]).toEqual(['app_demo', 12, 3]);
  });
});
