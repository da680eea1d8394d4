import { describe, it } from 'vitest';
import { createClerkDataProvider } from '../../src/clerk/index.js';
import { describeDataProvider } from '../../src/testing/index.js';
import { createFakeClerk } from './fakeClerk.js';

describeDataProvider(
  'clerk',
  async (seed) => {
    const { clerk } = await createFakeClerk(seed);
    return { provider: createClerkDataProvider(clerk), appId: seed.appId };
  },
  { describe, it, settleMs: 50 },
);
