import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFakeMixpeek, type Fault, type MalformedFault } from '../../src/msw/index.js';
import { anInvite, aRequest, seed } from './seed.js';

const withFaults = (...faults: Fault[]) => createFakeMixpeek(seed, { faults });

afterEach(() => {
  vi.useRealTimers();
});

describe('a fault', () => {
  it('befalls its operation alone, as often as told, and stays as it is', async () => {
    const fault: Fault = Object.freeze({ operation: 'listMembers', times: 2, kind: 'status', status: 503 });
    const fake = withFaults(fault);
    const statuses: number[] = [];
    for (const line of ['GET /users', 'GET /users/invitations', 'GET /users', 'GET /users']) {
      statuses.push((await fake(aRequest(line))).status);
    }
    expect(statuses).toEqual([503, 200, 503, 200]);
    fake.configure({ faults: [fault] });
    expect((await fake(aRequest('GET /users'))).status).toBe(503);
  });

  it('befalls requests whose path or body holds a text', async () => {
    const fake = withFaults(
      { operation: 'inviteMember', match: 'bad@', kind: 'status', status: 500 },
      { operation: '*', match: 'user_bo', kind: 'status', status: 500 },
    );
    expect((await fake(anInvite('bad@example.com'))).status).toBe(500);
    expect((await fake(anInvite('good@example.com'))).status).toBe(200);
    expect((await fake(aRequest('DELETE /users/user_bo'))).status).toBe(500);
  });

  it('is the first in the list that fits; the next waits until it is used up', async () => {
    const fake = withFaults(
      { operation: 'listMembers', times: 1, kind: 'status', status: 500 },
      { operation: '*', times: 1, kind: 'status', status: 503 },
    );
    const statuses = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await fake(aRequest('GET /users'))).status);
    expect(statuses).toEqual([500, 503, 200]);
  });
});

describe('a status', () => {
  it('is answered without the request being carried out', async () => {
    const fake = withFaults({ operation: 'inviteMember', kind: 'status', status: 500 });
    expect(await (await fake(anInvite('new@example.com'))).json()).toMatchObject({
      status: 500,
      error: { type: 'InternalServerError' },
    });
    expect(fake.read().invitations).toHaveLength(1);
  });

  it.each([
    [7, '7', { retry_after: 7 }],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT', null],
  ])('says when to come again: %s', async (retryAfter, header, details) => {
    const fake = withFaults({ operation: '*', kind: 'status', status: 429, retryAfter });
    const response = await fake(aRequest('GET /users'));
    expect(response.headers.get('retry-after')).toBe(header);
    expect(await response.json()).toMatchObject({ error: { type: 'TooManyRequestsError', details } });
  });

  it('is worded in its own style, or with a code of its own', async () => {
    const clerk = withFaults({ operation: '*', kind: 'status', status: 429, errorStyle: 'clerk' });
    expect(await (await clerk(aRequest('GET /users'))).json()).toMatchObject({
      errors: [{ code: 'too_many_requests' }],
    });
    const coded = withFaults({
      operation: '*',
      kind: 'status',
      status: 403,
      code: 'not_allowed_access',
      type: 'ForbiddenError',
    });
    expect(await (await coded(anInvite('a@example.com'))).json()).toMatchObject({
      error: { type: 'ForbiddenError', details: { errors: [{ code: 'not_allowed_access' }] } },
    });
  });
});

describe('a cut connection', () => {
  it.each([
    ['cut-before', 1],
    ['cut-after', 2],
  ] as const)('rejects like fetch: %s', async (kind, invitations) => {
    const fake = withFaults({ operation: 'inviteMember', kind, times: 1 });
    await expect(fake(anInvite('new@example.com'))).rejects.toThrow(new TypeError('Failed to fetch'));
    expect(fake.read().invitations).toHaveLength(invitations);
    expect(fake.requests).toMatchObject([{ operation: 'inviteMember', status: null }]);
  });
});

describe('a malformed answer', () => {
  it.each<[MalformedFault['body'], number | undefined, string, RegExp]>([
    ['html', undefined, 'text/html', /^<!doctype html>/],
    ['html', 502, 'text/html', /^<!doctype html>/],
    ['empty', undefined, 'application/json', /^$/],
    ['null', undefined, 'application/json', /^null$/],
    ['broken-json', undefined, 'application/json', /user_$/],
    ['error-envelope', undefined, 'application/json', /"success":false/],
  ])('is %s (%s), after the request was carried out', async (body, status, type, text) => {
    const fake = withFaults({ operation: 'inviteMember', kind: 'malformed', body, status });
    const response = await fake(anInvite('new@example.com'));
    expect([response.status, response.headers.get('content-type')]).toEqual([status ?? 200, type]);
    expect(response.headers.get('x-request-id')).toBe('req_1');
    expect(await response.text()).toMatch(text);
    expect(fake.read().invitations).toHaveLength(2);
  });
});

describe('a slow answer', () => {
  it.each([
    ['after', 1],
    ['before', 2],
  ] as const)(
    'to a request that is carried out %s the wait, and given up meanwhile',
    async (carriedOut, invitations) => {
      vi.useFakeTimers();
      const fake = withFaults({ operation: 'inviteMember', kind: 'slow', ms: 5000, carriedOut });
      const sent = fake(anInvite('new@example.com', { signal: givenUpAfter(1000) }));
      const [outcome] = await Promise.all([Promise.allSettled([sent]), vi.advanceTimersByTimeAsync(1000)]);
      expect(outcome).toMatchObject([{ status: 'rejected', reason: { name: 'AbortError' } }]);
      expect(fake.read().invitations).toHaveLength(invitations);
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  it('arrives when its time has come', async () => {
    vi.useFakeTimers();
    const fake = withFaults({ operation: '*', kind: 'slow', ms: 5000 });
    const [response] = await Promise.all([fake(aRequest('GET /users')), vi.advanceTimersByTimeAsync(5000)]);
    expect(response.status).toBe(200);
  });
});

function givenUpAfter(ms: number): AbortSignal {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), ms);
  return controller.signal;
}
