import { render } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { UsersPanel } from '@mixpeek/users-panel';
import { createSeed } from '@mixpeek/users-panel/memory';
import { createMixpeekDataProvider } from '@mixpeek/users-panel/mixpeek';
import { usersHandlers } from '@mixpeek/users-panel/msw';
import '@mixpeek/users-panel/styles.css';
import { manage } from './panel.js';

const seed = createSeed({ appId: 'app_demo', members: 12, invitations: 2 });
const baseUrl = 'https://app.example.com/api';
const server = setupServer(...usersHandlers({ seed, baseUrl }));
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterAll(() => server.close());

test('the panel works over ./msw', async () => {
  const dataProvider = createMixpeekDataProvider({ baseUrl, canEnableUserManagement: false });
  render(<UsersPanel appId="app_demo" dataProvider={dataProvider} />);
  await manage(seed);
  expect(await dataProvider.listMembers({ appId: 'app_demo' })).toMatchObject({ total: 11 });
});
