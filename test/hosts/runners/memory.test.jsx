import { render } from '@testing-library/react';
import { UsersPanel } from '@mixpeek/users-panel';
import { createMemoryDataProvider, createSeed } from '@mixpeek/users-panel/memory';
import '@mixpeek/users-panel/styles.css';
import { manage } from './panel.js';

const seed = createSeed({ appId: 'app_demo', members: 12, invitations: 2 });

test('the panel works over ./memory', async () => {
  const dataProvider = createMemoryDataProvider(seed, { currentUserId: seed.members[0]?.userId });
  render(<UsersPanel appId="app_demo" dataProvider={dataProvider} tokens={{ accent: '#0f766e', radius: '4px' }} />);
  await manage(seed);
  expect(await dataProvider.listMembers({ appId: 'app_demo' })).toMatchObject({ total: 11 });
});
