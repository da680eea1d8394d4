import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createFakeMixpeek } from '@mixpeek/users-panel/msw';
import { createSeed } from '@mixpeek/users-panel/memory';
import { serve } from '../hosts/canvas/nodeHttp.js';
import { startHost, type DemoState, type Host } from './host.js';

const JSON_TYPE = { 'content-type': 'application/json' };
/** So that a key on the machine that runs this cannot turn the demo into the real thing. */
function withoutSettings() {
  for (const name of ['MIXPEEK_API_KEY', 'MIXPEEK_NAMESPACE', 'MIXPEEK_APP_ID', 'MIXPEEK_BASE_URL'])
    vi.stubEnv(name, '');
}
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the demo', () => {
  let host: Host;
  beforeAll(async () => {
    withoutSettings();
    host = await startHost();
  });
  afterAll(() => host.close());

  const post = (path: string, body: object, headers: Record<string, string> = {}) =>
    fetch(host.url + path, { method: 'POST', headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) });
  const users = (suffix = '', init: RequestInit = {}) => fetch(`${host.url}/api/v1/apps/app_demo/users${suffix}`, init);
  const state = async () => (await (await fetch(`${host.url}/demo/state`)).json()) as DemoState;
  const signIn = async (who: string) => {
    const response = await post('/demo/session', { who });
    return { cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  };

  it('puts the Canvas runtime into the page', async () => {
    const html = await (await fetch(host.url)).text();
    expect(html).toContain('"apiBaseUrl":"/api"');
    expect(html).toContain('/_auth/sdk.js');
  });

  it('lists members to whoever is signed in, and to nobody else', async () => {
    expect((await users()).status).toBe(401);
    const answer = await users('', { headers: await signIn('member') });
    expect(answer.status).toBe(200);
    expect(((await answer.json()) as { users: unknown[] }).users).toHaveLength((await state()).members.length);
  });

  it('refuses the hand-made write of a member, and nothing changes', async () => {
    const headers = { ...JSON_TYPE, ...(await signIn('member')) };
    const before = await state();
    const admin = before.people.admin ?? '';
    const writes = [
      users('/invite', { method: 'POST', headers, body: JSON.stringify({ email_address: 'a@example.com' }) }),
      users(`/${admin}/role`, { method: 'PATCH', headers, body: JSON.stringify({ role: 'org:member' }) }),
      users(`/${admin}`, { method: 'DELETE', headers }),
      users(`/invitations/${before.invitations[0]?.invitationId}`, { method: 'DELETE', headers }),
    ];
    expect((await Promise.all(writes)).map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    const after = await state();
    expect([after.members, after.invitations]).toEqual([before.members, before.invitations]);
  });

  it('carries out the write of an admin', async () => {
    const headers = { ...JSON_TYPE, ...(await signIn('admin')) };
    const body = JSON.stringify({ email_address: 'new@example.com', role: 'org:member' });
    const answer = await users('/invite', { method: 'POST', headers, body });
    expect(answer.status).toBeLessThan(300);
    expect((await state()).invitations.map(({ email }) => email)).toContain('new@example.com');
  });

  it('refuses a write that another site makes the browser send', async () => {
    const { people } = await state();
    const headers = { ...(await signIn('admin')), origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await users(`/${people.member}`, { method: 'DELETE', headers })).status).toBe(403);
    expect((await state()).members.map(({ userId }) => userId)).toContain(people.member);
  });

  it('takes the session back when the visitor signs out', async () => {
    const answer = await fetch(`${host.url}/_auth/sign-out`, { method: 'POST' });
    const [cookie = ''] = answer.headers.getSetCookie()[0]?.split(';') ?? [];
    expect((await fetch(`${host.url}/_auth/me`, { headers: { cookie } })).status).toBe(401);
    // Whoever signed out is not welcomed as the admin again, as a first visitor is.
    expect((await fetch(`${host.url}/`, { headers: { cookie } })).headers.getSetCookie()).toEqual([]);
  });

  it('makes whoever opens the page for the first time the admin', async () => {
    const [cookie = ''] = (await fetch(`${host.url}/`)).headers.getSetCookie()[0]?.split(';') ?? [];
    expect((await fetch(`${host.url}/_auth/me`, { headers: { cookie } })).status).toBe(200);
  });

  it.each([
    [{ fault: 'meteor' }, /fault is meteor; it may be none/],
    [{ weather: 'rain' }, /weather is rain; it may be no setting at all/],
  ])('refuses the setting %j in words', async (settings, words) => {
    const answer = await post('/demo/settings', settings);
    expect(answer.status).toBe(422);
    expect(((await answer.json()) as { detail: string }).detail).toMatch(words);
  });

  it('plays a session that has ended and an admin who is none any more', async () => {
    const headers = await signIn('admin');
    await post('/demo/settings', { fault: 'http-401', operation: '*' });
    expect((await users('', { headers })).status).toBe(401);
    await post('/demo/settings', { fault: 'http-403', operation: 'listInvitations' });
    expect((await users('/invitations', { headers })).status).toBe(403);
    await post('/demo/settings', { fault: 'none', operation: '*' });
    expect((await users('/invitations', { headers })).status).toBe(200);
  });

  it('plays faults: a status, and a connection that breaks', async () => {
    const headers = await signIn('admin');
    await post('/demo/settings', { fault: 'http-429' });
    const limited = await users('', { headers });
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '5']);
    await post('/demo/settings', { fault: 'cut-before' });
    expect((await users('', { headers })).status).toBeGreaterThanOrEqual(500);
    await post('/demo/settings', { fault: 'none' });
    expect((await users('', { headers })).status).toBe(200);
  });
});

describe('the real app', () => {
  const key = 'sk_secret_of_the_owner';
  const fake = createFakeMixpeek(createSeed({ members: 3, appId: 'app_real' }), { apiKey: key, namespace: 'ns_real' });
  let upstream: Host;
  let host: Host;
  beforeAll(async () => {
    upstream = await serve((request) => fake(request));
    withoutSettings();
    vi.stubEnv('MIXPEEK_API_KEY', key);
    vi.stubEnv('MIXPEEK_NAMESPACE', 'ns_real');
    vi.stubEnv('MIXPEEK_APP_ID', 'app_real');
    vi.stubEnv('MIXPEEK_BASE_URL', upstream.url);
    host = await startHost();
  });
  afterAll(async () => {
    await host.close();
    await upstream.close();
  });

  it('is managed with the key, which stays on the server', async () => {
    const answer = await fetch(`${host.url}/api/v1/apps/app_real/users`);
    const body = await answer.text();
    expect((JSON.parse(body) as { total: number }).total).toBe(3);
    const html = await (await fetch(host.url)).text();
    expect(html).toContain('"mode":"live"');
    for (const text of [body, html, JSON.stringify([...answer.headers])]) expect(text).not.toContain(key);
  });

  it('is the one app that was named: another is refused before the key is used', async () => {
    const before = fake.requests.length;
    expect((await fetch(`${host.url}/api/v1/apps/app_other/users`)).status).toBeGreaterThanOrEqual(400);
    expect(fake.requests).toHaveLength(before);
  });

  it('has no switchboard', async () => {
    const answer = await fetch(`${host.url}/demo/settings`, { method: 'POST', headers: JSON_TYPE, body: '{}' });
    expect(answer.status).toBe(404);
  });

  it('answers this machine alone, under its own name', async () => {
    expect(new URL(host.url).hostname).toBe('127.0.0.1');
    const { request } = await import('node:http');
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const url = `${host.url}/api/v1/apps/app_real/users`;
      request(url, { headers: { host: 'evil.example' } }, (answer) => resolve(answer.statusCode))
        .once('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

describe('half of the settings', () => {
  it('start neither the demo nor the real app, and the page is told what is missing', async () => {
    withoutSettings();
    vi.stubEnv('MIXPEEK_API_KEY', 'sk_secret_of_the_owner');
    const host = await startHost();
    const html = await (await fetch(host.url)).text();
    const answer = await fetch(`${host.url}/api/v1/apps/app_demo/users`);
    await host.close();
    expect(html).toContain('"missing":["MIXPEEK_NAMESPACE","MIXPEEK_APP_ID"]');
    expect(html).not.toContain('sk_secret_of_the_owner');
    expect(html).not.toContain('__MIXPEEK__');
    expect(answer.status).toBe(503);
  });
});
