import { describe, expect, test } from 'vitest';
import { createMixpeekDataProvider } from '../../src/mixpeek/index.js';
import { call, calls, make } from './provider.js';
import { json, rejection } from './stubFetch.js';

const html = (status: number) => () =>
  new Response('<!doctype html><title>Sign in</title>', { status, headers: { 'content-type': 'text/html' } });

describe('a page instead of an answer', () => {
  const expected = [
    [200, 'unexpected_page'],
    [201, 'unexpected_page'],
    [400, 'unexpected_page'],
    [401, 'unexpected_page'],
    [403, 'unexpected_page'],
    [405, 'unexpected_page'],
    [451, 'unexpected_page'],
    [404, 'invalid_response'],
    [410, 'invalid_response'],
    [408, 'timeout'],
    [429, 'rate_limited'],
    [500, 'server_error'],
    [502, 'server_error'],
    [503, 'server_error'],
  ] as const;
  for (const name of Object.keys(calls)) {
    test.each(expected)(`to ${name} under %i is %s`, async (status, code) => {
      expect(await rejection(call(name, make(html(status)).provider))).toMatchObject({ code, status });
    });
  }

  test.each([
    ['XML of a storage', () => new Response('<?xml version="1.0"?><Error/>', { status: 403 })],
    [
      'HTML that says it is JSON',
      () => new Response(' \n<html>', { status: 403, headers: { 'content-type': 'application/json' } }),
    ],
  ])('%s is one too', async (_, answer) => {
    expect(await rejection(call('listMembers', make(answer).provider))).toMatchObject({ code: 'unexpected_page' });
  });

  test('is told with the URL, the content type and the option to set', async () => {
    const error = await rejection(call('listMembers', make(html(200)).provider));
    expect(error).toMatchObject({
      message: expect.stringMatching(/GET https:\/\/example\.com\/api\/v1\/apps\/app_1\/users.*baseUrl/),
    });
    expect(error).toMatchObject({ message: expect.stringContaining('text/html') });
  });

  test('JSON under 401 and 403 keeps its meaning', async () => {
    expect(await rejection(call('listMembers', make(() => json(401, {})).provider))).toMatchObject({
      code: 'unauthenticated',
    });
    expect(await rejection(call('listMembers', make(() => json(403, {})).provider))).toMatchObject({
      code: 'forbidden',
    });
  });
});

describe('a redirect that was not followed', () => {
  test.each(Object.keys(calls))('to %s is unexpected_page', async (name) => {
    for (const status of [301, 302, 303, 307, 308]) {
      const { provider } = make(() => new Response(null, { status, headers: { location: 'https://login.example' } }));
      expect(await rejection(call(name, provider))).toMatchObject({ code: 'unexpected_page' });
    }
    const opaque = Object.defineProperties(new Response(null), {
      type: { value: 'opaqueredirect' },
      status: { value: 0 },
      ok: { value: false },
    });
    expect(await rejection(call(name, make(() => opaque).provider))).toMatchObject({ code: 'unexpected_page' });
  });
});

describe('a route that does not exist', () => {
  const bodies: [string, () => Response][] = [
    ['FastAPI’s', () => json(404, { detail: 'Not Found' })],
    ['an empty one', () => new Response(null, { status: 404 })],
    ['a page', html(404)],
    ['the text of a framework', () => new Response('404 Not Found', { status: 404 })],
    ['the JSON of a framework', () => json(404, { message: 'Route not found', error: 'Not Found', statusCode: 404 })],
  ];
  for (const name of ['removeMember', 'revokeInvitation', 'updateMemberRole']) {
    test.each(bodies)(`answers ${name} with %s: not "already gone", and the remedy is told`, async (_, answer) => {
      const error = await rejection(call(name, make(answer).provider));
      expect(error).toMatchObject({ code: 'invalid_response', status: 404 });
      expect(error).toMatchObject({ message: expect.stringMatching(/route does not exist.*\/api\/v1.*paths/) });
    });
  }

  test('answers a list: the app may exist, and the remedy is told', async () => {
    for (const [, answer] of bodies.slice(1)) {
      expect(await rejection(call('listMembers', make(answer).provider))).toMatchObject({
        code: 'invalid_response',
        message: expect.stringContaining('baseUrl'),
      });
    }
    // FastAPI words both alike.
    const { provider } = make(() => json(404, { detail: 'Not Found' }));
    expect(await rejection(call('listMembers', provider))).toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('baseUrl'),
    });
  });

  test('a 404 in the vendor’s envelope is about the row', async () => {
    const body = { success: false, status: 404, error: { message: 'no', type: 'NotFoundError', details: null } };
    const { provider } = make(() => json(404, body));
    expect(await rejection(call('removeMember', provider))).toMatchObject({ code: 'member_not_found' });
    expect(await rejection(call('revokeInvitation', provider))).toMatchObject({ code: 'invitation_not_found' });
  });
});

describe('Clerk’s errors under 200', () => {
  test.each([
    ['removeMember', 'resource_not_found', 'member_not_found'],
    ['removeMember', 'organization_minimum_permissions_needed', 'last_admin'],
    ['inviteMember', 'duplicate_record', 'already_invited'],
    ['listMembers', 'authentication_invalid', 'unauthenticated'],
    ['revokeInvitation', 'brand_new_code', 'invalid_response'],
    ['enableUserManagement', 'brand_new_code', 'invalid_response'],
  ])('%s with %s is %s', async (name, clerkCode, code) => {
    const { provider } = make(() => json(200, { errors: [{ code: clerkCode, message: 'x' }] }));
    expect(await rejection(call(name, provider))).toMatchObject({ code });
  });
});

test.each(Object.keys(calls))('%s is never answered by a cache', async (name) => {
  const { provider, sent } = make(() => json(500, {}));
  await rejection(call(name, provider));
  expect(sent[0]?.init.cache).toBe('no-store');
});

test('a redirect is looked for in a page only', async () => {
  let count = 0;
  const provider = createMixpeekDataProvider({
    baseUrl: 'https://example.com/api',
    fetch: () => {
      count += 1;
      return Promise.reject(new TypeError('Failed to fetch'));
    },
  });
  expect(await rejection(provider.listMembers({ appId: 'a' }))).toMatchObject({ code: 'network' });
  expect(count).toBe(1);
});
