import { createClerkBackendDataProvider, type ClerkBackendOptions } from '../../../src/clerk/backend/index.js';
import type { Seed } from '../../../src/memory/index.js';
import { createFakeClerkBackend, SECRET_KEY } from './fakeClerkBackend.js';

/** A data provider over a fake of Clerk's Backend API. */
export function provide(seed: Seed & { appId: string }, options: Partial<ClerkBackendOptions> = {}) {
  const clerk = createFakeClerkBackend(seed);
  const provider = createClerkBackendDataProvider({
    secretKey: SECRET_KEY,
    fetch: (url, init) => clerk(new Request(url, init)),
    ...options,
  });
  return { clerk, provider };
}
