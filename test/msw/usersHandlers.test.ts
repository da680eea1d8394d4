import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createFakeMixpeek, usersHandlers } from '../../src/msw/index.js';
import { anInvite, aRequest, seed } from './seed.js';

/** Answers what the handlers under test leave alone. */
const server = setupServer(http.all('*', () => new HttpResponse(null, { status: 418 })));

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

describe('usersHandlers', () => {
  it('answer below /api of any origin with one fake that remembers', async () => {
    server.use(...usersHandlers({ seed }));
    expect((await fetch(anInvite('new@example.com'))).status).toBe(200);
    const list = await fetch('http://localhost:3000/api/v1/apps/app_1/users/invitations');
    expect(await list.json()).toMatchObject({ total: 2 });
  });

  it.each([
    ['/', 'https://a.example/v1/apps/app_1', 'https://a.example/api/v1/apps/app_1'],
    ['/_api/', 'https://a.example/_api/v1/apps/app_1', 'https://a.example/api/v1/apps/app_1'],
    ['/a.b', 'https://a.example/a.b/v1/apps/app_1', 'https://a.example/aXb/v1/apps/app_1'],
    ['https://api.mixpeek.com', 'https://api.mixpeek.com/v1/apps/app_1', 'https://a.example/v1/apps/app_1'],
  ])('answer below %s alone', async (baseUrl, inside, outside) => {
    server.use(...usersHandlers({ seed, baseUrl }));
    expect((await fetch(inside)).status).toBe(200);
    expect((await fetch(outside)).status).toBe(418);
  });

  it('answer what the contract does not have with its refusals, not with silence', async () => {
    server.use(...usersHandlers({ seed }));
    expect((await fetch(aRequest('PUT /users'))).status).toBe(405);
    expect((await fetch(aRequest('GET /people'))).status).toBe(404);
  });

  it('turn a cut connection into a network error', async () => {
    server.use(...usersHandlers({ seed, faults: [{ operation: 'listMembers', kind: 'cut-before' }] }));
    await expect(fetch(aRequest('GET /users'))).rejects.toThrow(TypeError);
  });

  it('let an abort pass', async () => {
    server.use(...usersHandlers({ seed, latencyMs: 20 }));
    const controller = new AbortController();
    const answer = fetch(aRequest('GET /users', undefined, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 5);
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('answer with a fake of one’s own, and configure it', async () => {
    const fake = createFakeMixpeek(seed);
    server.use(...usersHandlers({ fake, apiKey: 'sk_1' }));
    expect((await fetch(aRequest('GET /users'))).status).toBe(401);
    fake.configure({ apiKey: null });
    expect((await fetch(aRequest('GET /users'))).status).toBe(200);
    expect(fake.requests.map(({ status }) => status)).toEqual([401, 200]);
  });

  it.each([
    ['a seed beside a fake', { seed, fake: createFakeMixpeek(seed) }],
    ['a base that is neither path nor URL', { baseUrl: 'api' }],
  ])('refuse %s', (_what, options) => {
    expect(() => usersHandlers(options)).toThrow(expect.objectContaining({ code: 'invalid_input' }));
  });
});
