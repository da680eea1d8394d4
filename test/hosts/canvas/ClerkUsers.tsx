import { useEffect, useMemo, useState } from 'react';
import {
  MembershipRequestList,
  NoticeRegion,
  OrganizationForm,
  OrganizationList,
  UsersPanel,
  UsersProvider,
} from '@mixpeek/users-panel';
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
    const requests = [{ id: 'req_1', email: 'una@example.com', name: 'Una Ask', status: 'pending' as const }];
    void createFakeClerk(seed, { userId: seed.members[0]?.userId ?? null, requests }).then(setFake);
  }, []);
  const dataProvider = useMemo(() => fake && createClerkDataProvider(fake.clerk), [fake]);
  const [chosen, setChosen] = useState(APP);
  if (!dataProvider) return null;
  const props = { appId: chosen, dataProvider, dir: looks.dir, theme: looks.theme };
  return (
    <>
      <UsersPanel {...props} />
      <div className="host-organizations">
        <UsersProvider {...props}>
          <MembershipRequestList />
          <OrganizationList selectedId={chosen} onSelect={({ organizationId }) => setChosen(organizationId)} />
          <OrganizationForm />
          <NoticeRegion />
        </UsersProvider>
      </div>
    </>
  );
}
