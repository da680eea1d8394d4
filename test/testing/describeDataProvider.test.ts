import { describe, it } from 'vitest';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import { describeDataProvider } from '../../src/testing/index.js';

describeDataProvider('memory, whole', (seed) => ({ provider: createMemoryDataProvider(seed), appId: seed.appId }), {
  describe,
  it,
});
describeDataProvider(
  'memory, cursor',
  (seed) => ({
    provider: createMemoryDataProvider(seed, { paging: 'cursor', currentUserId: 'user_ada' }),
    appId: seed.appId,
  }),
  { describe, it },
);
