'use client';
import { MembershipRequestList, OrganizationList, UsersPanel, UsersProvider } from '@mixpeek/users-panel';
import { createMemoryDataProvider, createSeed } from '@mixpeek/users-panel/memory';
import '@mixpeek/users-panel/styles.css';

const seed = createSeed({ appId: 'app_demo', members: 12, invitations: 3 });
const dataProvider = createMemoryDataProvider(seed, { currentUserId: seed.members[0]?.userId });

// Whoever is looking is known on the server already, and every component is there.
export default function Page() {
  return (
    <main>
      <h1>Over ./memory</h1>
      <UsersPanel appId="app_demo" dataProvider={dataProvider} />
      <UsersProvider appId="app_demo" dataProvider={dataProvider}>
        <OrganizationList />
        <MembershipRequestList />
      </UsersProvider>
    </main>
  );
}
