import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMixpeekDataProvider, type MixpeekOptions } from '../../src/mixpeek/index.js';
import { ok } from './provider.js';
import { rejection, stubFetch } from './stubFetch.js';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const urlOf = async (options: MixpeekOptions) => {
  const { fetch, sent } = stubFetch(ok);
  await createMixpeekDataProvider({ fetch, ...options }).listMembers({ appId: 'a' });
  return sent[0]?.url.replace('/v1/apps/a/users', '');
};

describe('base URL', () => {
  beforeEach(() => {
    vi.stubGlobal('location', { href: 'https://example.com/' });
  });

  test('is the option, else what the Canvas runtime says, else /api', async () => {
    await expect(urlOf({})).resolves.toBe('/api');
    vi.stubGlobal('__MIXPEEK__', { apiBaseUrl: '/_api/' });
    await expect(urlOf({})).resolves.toBe('/_api');
    await expect(urlOf({ baseUrl: 'https://a.example/x//' })).resolves.toBe('https://a.example/x');
    await expect(urlOf({ baseUrl: '/' })).resolves.toBe('');
  });

  test.each([null, {}, { apiBaseUrl: 5 }, { apiBaseUrl: ' ' }, 'text'])(
    'a runtime of %j says nothing',
    async (runtime) => {
      vi.stubGlobal('__MIXPEEK__', runtime);
      await expect(urlOf({})).resolves.toBe('/api');
    },
  );

  test('is read at each call, for the runtime may come after the provider', async () => {
    const { fetch, sent } = stubFetch(ok);
    const provider = createMixpeekDataProvider({ fetch });
    vi.stubGlobal('__MIXPEEK__', { apiBaseUrl: '/late' });
    await provider.listMembers({ appId: 'a' });
    expect(sent[0]?.url).toBe('/late/v1/apps/a/users');
  });

  test.each([
    'javascript:alert(1)',
    'ftp://example.com',
    'https://user:pass@example.com',
    'https://',
    '/api?x=1',
    '/api#x',
    '/a b',
    '\\\\host',
  ])('%s is refused', async (text) => {
    expect(await rejection(urlOf({ baseUrl: text }))).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('baseUrl'),
    });
  });

  test('a relative one needs a page', async () => {
    vi.stubGlobal('location', undefined);
    expect(await rejection(urlOf({}))).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('Pass an absolute URL'),
    });
  });
});
