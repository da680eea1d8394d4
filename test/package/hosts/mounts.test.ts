import { createServer, type RequestListener } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createFakeMixpeek } from '../../../src/msw/index.js';
import { aMember, anInvitation } from '../../../src/testing/contractCase.js';
import { createClerkSessions, ORGANIZATION, ORIGIN } from '../../server/clerkSessions.js';
import { filesOf, text } from '../dist.js';

const KEY = 'TopSecretKey1234567890';
const APP_ID = 'app_abc123';
const { jwtKey, sign } = createClerkSessions();
const env = {
  MIXPEEK_API_KEY: KEY,
  MIXPEEK_NAMESPACE: 'ns_1',
  CLERK_JWT_KEY: jwtKey,
  CLERK_ORGANIZATION_ID: ORGANIZATION,
};
const mixpeek = createFakeMixpeek(
  {
    appId: APP_ID,
    members: [aMember('user_ada', { role: 'org:admin' }), aMember('user_bo')],
    invitations: [anInvitation('inv_1', 'nina@example.com')],
  },
  { apiKey: KEY, namespace: 'ns_1' },
);
const network = globalThis.fetch;
const log = vi.spyOn(console, 'log').mockImplementation(() => {});
const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});

beforeAll(() => {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  vi.stubGlobal('fetch', (input: string | URL | Request, init?: RequestInit) => {
    const url = input instanceof Request ? input.url : String(input);
    return url.startsWith('https://api.mixpeek.com/') ? mixpeek(new Request(input, init)) : network(input, init);
  });
});
afterEach(() => {
  mixpeek.reset();
  log.mockClear();
  complaints.mockClear();
});
afterAll(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

type Send = (path: string, init?: RequestInit) => Promise<Response>;
const requestTo = (path: string, init?: RequestInit) => new Request(`${ORIGIN}${path}`, init);

/** Each mount of the README, started as its host starts it. */
const MOUNTS: Record<string, () => Promise<{ send: Send; close?: () => void }>> = {
  async next() {
    const route = (await import('../../hosts/mounts/next.js')) as Record<
      string,
      (request: Request) => Promise<Response>
    >;
    return {
      send: async (path, init) => {
        const request = requestTo(path, init);
        return (await route[request.method]?.(request)) ?? new Response('', { status: 405 });
      },
    };
  },
  async hono() {
    const { app } = await import('../../hosts/mounts/hono.js');
    return { send: async (path, init) => app.fetch(requestTo(path, init)) };
  },
  async workers() {
    const { default: worker } = await import('../../hosts/mounts/workers.js');
    return { send: (path, init) => worker.fetch(requestTo(path, init), env) };
  },
  async express() {
    const { app } = await import('../../hosts/mounts/express.js');
    const server = createServer(app);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    return {
      send: (path, init) => network(`http://127.0.0.1:${port}${path}`, init),
      close: () => server.close().closeAllConnections(),
    };
  },
};

const USERS = `/api/v1/apps/${APP_ID}/users`;
const by = (role: string, more: Record<string, string> = {}) => ({
  authorization: `Bearer ${sign({ org_role: role })}`,
  ...more,
});
const json = { 'content-type': 'application/json' };

describe.each(Object.keys(MOUNTS))('mounted in %s', (name) => {
  let send: Send;
  let close: (() => void) | undefined;
  beforeAll(async () => {
    ({ send, close } = (await MOUNTS[name]?.()) ?? { send: () => Promise.reject(new Error(`no mount ${name}`)) });
  });
  afterAll(() => close?.());

  it('does for an admin what an admin asks, and says who did what', async () => {
    const list = await send(USERS, { headers: by('org:admin') });
    expect([list.status, await list.json()]).toEqual([200, expect.objectContaining({ total: 2 })]);
    const body = JSON.stringify({ email_address: 'new@example.com', role: 'org:member' });
    const invited = await send(`${USERS}/invite`, { method: 'POST', headers: by('org:admin', json), body });
    expect([invited.status, await invited.json()]).toMatchObject([200, { email_address: 'new@example.com' }]);
    const role = JSON.stringify({ role: 'org:admin' });
    const changed = await send(`${USERS}/user_bo/role`, {
      method: 'PATCH',
      headers: by('org:admin', json),
      body: role,
    });
    expect(changed.status).toBe(200);
    const removed = await send(`${USERS}/user_bo`, { method: 'DELETE', headers: by('org:admin') });
    expect([removed.status, await removed.text()]).toEqual([204, '']);
    const revoked = await send(`${USERS}/invitations/inv_1`, { method: 'DELETE', headers: by('org:admin') });
    expect(revoked.status).toBe(204);
    const { members, invitations } = mixpeek.read();
    expect(members.map(({ userId }) => userId)).toEqual(['user_ada']);
    expect(invitations.map(({ email, status }) => [email, status])).toEqual([
      ['nina@example.com', 'revoked'],
      ['new@example.com', 'pending'],
    ]);
    expect(log.mock.calls.map(([line]) => (JSON.parse(String(line)) as { action: string }).action)).toEqual([
      'inviteMember',
      'updateMemberRole',
      'removeMember',
      'revokeInvitation',
    ]);
    expect(complaints).not.toHaveBeenCalled();
  });

  it.each<[string, string, RequestInit, number]>([
    ['nobody', USERS, {}, 401],
    ['a member who removes', `${USERS}/user_bo`, { method: 'DELETE', headers: by('org:member') }, 403],
    ['another app', USERS.replace(APP_ID, 'app_2'), { headers: by('org:admin') }, 404],
    ['a path that climbs', `${USERS}/..%2F..%2Forganizations/role`, { headers: by('org:admin') }, 404],
    [
      'a page of another site',
      `${USERS}/user_bo`,
      { method: 'DELETE', headers: by('org:admin', { origin: 'https://evil.example' }) },
      403,
    ],
    [
      'a form',
      `${USERS}/invite`,
      { method: 'POST', headers: by('org:admin'), body: new URLSearchParams({ email_address: 'a@b.co' }) },
      415,
    ],
    [
      'a megabyte',
      `${USERS}/invite`,
      {
        method: 'POST',
        headers: by('org:admin', json),
        body: JSON.stringify({ email_address: 'x'.repeat(1_000_000) }),
      },
      413,
    ],
  ])('refuses %s in the envelope', async (_, path, init, status) => {
    const answer = await send(path, init);
    const told = await answer.text();
    expect([answer.status, JSON.parse(told)]).toMatchObject([status, { success: false, status }]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(mixpeek.requests).toEqual([]);
    expect(told + JSON.stringify([...answer.headers])).not.toContain('TopSecret');
  });

  it('takes no more of a body without a length than it reads', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(8192).fill(32));
      },
    });
    const init = { method: 'POST', headers: by('org:admin', json), body: endless, duplex: 'half' } as RequestInit;
    const ended = await send(`${USERS}/invite`, init).then(
      ({ status }) => status,
      // Node cuts the connection of a body that is not read to its end, which may come before the answer.
      () => 'cut',
    );
    expect([413, 'cut']).toContain(ended);
    expect(pulled).toBeLessThan(2000);
    expect(mixpeek.requests).toEqual([]);
  });
});

describe('what no fetch-style host can be sent, in Express', () => {
  let app: Express;
  beforeAll(async () => {
    ({ app } = await import('../../hosts/mounts/express.js'));
  });

  /** What a server with this app answers to lines on the wire. */
  async function tell(handler: RequestListener, lines: readonly string[]): Promise<string> {
    const server = createServer(handler);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const socket = connect(port, '127.0.0.1');
      socket.end(`${lines.join('\r\n')}\r\n\r\n`);
      return (await socket.toArray()).join('');
    } finally {
      server.close().closeAllConnections();
    }
  }

  it.each<[string, string[]]>([
    ['a Host with a space', [`GET ${USERS} HTTP/1.1`, 'Host: a b', 'Connection: close']],
    ['a Host that is half an address', [`GET ${USERS} HTTP/1.1`, 'Host: [', 'Connection: close']],
    ['an empty Host', [`GET ${USERS} HTTP/1.1`, 'Host:', 'Connection: close']],
    ['a Host with a port that is none', [`GET ${USERS} HTTP/1.1`, 'Host: a:b', 'Connection: close']],
    ['a write with a broken Host', [`DELETE ${USERS}/u HTTP/1.1`, 'Host: [', 'Connection: close']],
    ['TRACE', [`TRACE ${USERS} HTTP/1.1`, 'Host: app.example.com', 'Connection: close']],
  ])('%s is a 400 without a word about the server', async (_, lines) => {
    const answer = await tell(app, lines);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).not.toMatch(/<pre>|node_modules|TypeError|\.js:/);
    expect(complaints).not.toHaveBeenCalled();
  });

  it('takes a body that express.json() has read', async () => {
    const server = createServer(express().use(express.json()).use(app));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const body = JSON.stringify({ email_address: 'new@example.com', role: 'org:member' });
      const init = { method: 'POST', headers: by('org:admin', json), body };
      const answer = await network(`http://127.0.0.1:${port}${USERS}/invite`, init);
      expect([answer.status, await answer.json()]).toMatchObject([200, { email_address: 'new@example.com' }]);
      expect(complaints).not.toHaveBeenCalled();
    } finally {
      server.close().closeAllConnections();
    }
  });
});

describe('the README', () => {
  it.each(filesOf('test/hosts/mounts', /\.js$/))('shows %s as it is run here', (path) => {
    expect(text('README.md')).toContain(text(path).trim());
  });
});
