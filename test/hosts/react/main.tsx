import { StrictMode, version } from 'react';
import { createRoot } from 'react-dom/client';
import { UsersPanel } from '@mixpeek/users-panel';
import { createMixpeekDataProvider } from '@mixpeek/users-panel/mixpeek';
import '@mixpeek/users-panel/styles.css';

const dataProvider = createMixpeekDataProvider({ baseUrl: '/api', canEnableUserManagement: false });

const page = document.querySelector<HTMLElement>('#page');
if (!page) throw new Error('index.html has no #page.');
page.dataset['react'] = version;
createRoot(page).render(
  <StrictMode>
    <UsersPanel appId="app_demo" dataProvider={dataProvider} />
  </StrictMode>,
);
