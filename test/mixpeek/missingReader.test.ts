import { expect, test, vi } from 'vitest';
import { createMixpeekDataProvider } from '../../src/mixpeek/index.js';

vi.mock('../../src/mixpeek/answerError.js', () => {
  throw new TypeError('Failed to fetch a module');
});

test.each(['listMembers', 'removeMember'] as const)(
  '%s: a refusal whose reader cannot be loaded is a failure of the connection, and of unknown outcome',
  async (operation) => {
    const dataProvider = createMixpeekDataProvider({
      baseUrl: 'https://app.example.com/api',
      fetch: async () => new Response('{}', { status: 403, headers: { 'x-request-id': 'req_7' } }),
    });
    await expect(dataProvider[operation]({ appId: 'app_demo', userId: 'user_ada' })).rejects.toMatchObject({
      code: 'network',
      status: 403,
      requestId: 'req_7',
      message: expect.stringContaining('failed with status 403') as string,
    });
  },
);
