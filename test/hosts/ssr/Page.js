import { createElement } from 'react';
import { UsersPanel } from '@mixpeek/users-panel';
import { createMixpeekDataProvider } from '@mixpeek/users-panel/mixpeek';

const dataProvider = createMixpeekDataProvider({ baseUrl: '/api', canEnableUserManagement: false });

/** The page, the same on the server and in the browser. */
export function Page() {
  return createElement(
    'main',
    null,
    createElement('h1', null, 'Rendered on a server'),
    createElement(UsersPanel, { appId: 'app_demo', dataProvider, locale: 'en' }),
  );
}
