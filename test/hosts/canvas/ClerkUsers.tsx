import { useEffect, useMemo, useState } from 'react';
import { UsersPanel } from '@mixpeek/users-panel';
import { createClerkDataProvider } from '@mixpeek/users-panel/clerk';
import { createSeed } from '@mixpeek/users-panel/memory';
import { createFakeClerk, type FakeClerk } from '../../clerk/fakeClerk.js';
import type { Looks } from './looks.js';

const APP = 'org_demo';
const ROSTER = { appId: APP, members: 34, invitations: 3 };

/**
 * The same panel over Clerk: a stand-in for its browser SDK, with the fake of Clerk's Frontend API behind it in this very
 * page. What is done here is forgotten when the page is loaded anew.
 */
export function ClerkUsers({ looks }: { looks: Looks }) {
  const [fake, setFake] = useState<FakeClerk>();
  useEffect(() => {
    const seed = createSeed(ROSTER);
    void createFakeClerk(seed, { userId: seed.members[0]?.userId ?? null }).then(setFake);
  }, []);
  const dataProvider = useMemo(() => fake && createClerkDataProvider(fake.clerk), [fake]);
  return dataProvider && <UsersPanel appId={APP} dataProvider={dataProvider} dir={looks.dir} theme={looks.theme} />;
}
