import { describe, it } from 'vitest';
import { createMixpeekDataProvider } from '../../../src/mixpeek/index.js';
import { createUsersHandler } from '../../../src/server/index.js';
import { describeDataProvider } from '../../../src/testing/index.js';
import { watch } from '../../contract/watch.js';
import { provide } from './provide.js';

describeDataProvider('clerk/backend', (seed) => ({ provider: provide(seed).provider, appId: seed.appId }), {
  describe,
  it,
});

describeDataProvider(
  'mixpeek, in front of a handler over clerk/backend',
  (seed) => {
    const { provider } = provide(seed);
    const watched = watch(
      createUsersHandler({
        dataProvider: provider,
        allowedApps: [seed.appId],
        authorize: () => ({ userId: 'user_operator', role: 'org:admin' }),
      }),
    );
    const client = createMixpeekDataProvider({
      baseUrl: 'https://app.example.com/api',
      fetch: (url, init) => watched(new Request(url, init)),
      canEnableUserManagement: false,
    });
    return { provider: client, appId: seed.appId, dispose: () => watched.verify() };
  },
  { describe, it },
);
