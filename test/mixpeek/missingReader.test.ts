import { expect, test, vi } from 'vitest';
import { createMixpeekDataProvider } from '../../src/mixpeek/index.js';

vi.mock('../../src/mixpeek/answerError.js', () => {
  throw new TypeError('Failed to fetch a module');
});

const operations = ['listMembers', 'removeMember'] as const;
const meanings = [
  [401, 'unauthenticated'],
  [403, 'forbidden'],
  [404, 'network'],
  [429, 'rate_limited'],
  [503, 'server_error'],
] as const;

test.each(operations.flatMap((operation) => meanings.map((meaning) => [operation, ...meaning] as const)))(
  '%s: status %d, of which no more can be read because that code does not come, is %s',
  async (operation, status, code) => {
    const dataProvider = createMixpeekDataProvider({
      baseUrl: 'https://app.example.com/api',
      fetch: async () => new Response('{}', { status, headers: { 'x-request-id': 'req_7' } }),
    });
    await expect(dataProvider[operation]({ appId: 'app_demo', userId: 'user_ada' })).rejects.toMatchObject({
      code,
      status,
      requestId: 'req_7',
    });
  },
);

test('a page in place of an answer is unexpected_page without it, too', async () => {
  const dataProvider = createMixpeekDataProvider({
    baseUrl: 'https://app.example.com/api',
    fetch: async () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }),
  });
  await expect(dataProvider.listMembers({ appId: 'app_demo' })).rejects.toMatchObject({
    code: 'unexpected_page',
    status: 200,
  });
});
