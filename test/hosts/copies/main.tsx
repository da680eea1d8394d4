import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import * as one from '@mixpeek/users-panel';
import * as memory from '@mixpeek/users-panel/memory';
import * as two from 'users-panel-again';
import * as memoryAgain from 'users-panel-again/memory';
import '@mixpeek/users-panel/styles.css';

// What a host may well have set for its own queries, and would be the end of ours.
const defaults = { queries: { retry: false, enabled: false, gcTime: 0 } };
const hostClient = new QueryClient({ defaultOptions: defaults });
const clients = new Set<QueryClient>();

/** A part of the host's inside the panel. */
function Team() {
  clients.add(useQueryClient());
  return <span>Blue</span>;
}
const columns = [{ key: 'team', header: 'Team', render: () => <Team /> }];

const person = (appId: string, name: string, role: string) => ({
  userId: `user_${name}`,
  membershipId: `orgmem_${appId}_${name}`,
  email: `${name.toLowerCase()}@example.com`,
  name,
  avatarUrl: null,
  role,
  joinedAt: '2026-03-15T10:30:00Z',
});
const seed = (appId: string, names: string[]) => ({
  appId,
  members: names.map((name, index) => person(appId, name, index === 0 ? 'org:admin' : 'org:member')),
});

// Grace is in both apps.
const left = memory.createMemoryDataProvider(seed('app_left', ['Ada', 'Grace']));
const right = memoryAgain.createMemoryDataProvider(seed('app_right', ['Linus', 'Grace', 'Ken']));
const third = memory.createMemoryDataProvider(seed('app_third', ['Barbara']));

const page = document.querySelector('#page');
if (!page) throw new Error('index.html has no #page.');
createRoot(page).render(
  <QueryClientProvider client={hostClient}>
    <div role="group" aria-label="left">
      <one.UsersPanel appId="app_left" dataProvider={left} columns={columns} />
    </div>
    <div role="group" aria-label="right">
      <two.UsersPanel appId="app_right" dataProvider={right} columns={columns} />
    </div>
    <div role="group" aria-label="third">
      <one.UsersPanel appId="app_third" dataProvider={third} />
    </div>
  </QueryClientProvider>,
);

/** What the test asks of the host. */
Object.assign(window, {
  host: () => ({
    queries: hostClient.getQueryCache().getAll().length,
    mutations: hostClient.getMutationCache().getAll().length,
    sameDefaults:
      hostClient.getDefaultOptions() === defaults || hostClient.getDefaultOptions().queries === defaults.queries,
    childrenSeeOnlyTheHost: clients.size === 1 && clients.has(hostClient),
    copiesKnowEachOther: one.UsersError !== two.UsersError && one.isUsersError(new two.UsersError('network', 'lost')),
  }),
});
