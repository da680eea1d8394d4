import { createRoot } from 'react-dom/client';
import { UsersPanel } from '@mixpeek/users-panel';
import { createMixpeekDataProvider } from '@mixpeek/users-panel/mixpeek';
import '@mixpeek/users-panel/styles.css';
import './page.css';

const dataProvider = createMixpeekDataProvider({ baseUrl: '/api', canEnableUserManagement: false });

/** After the panel's own sheet, or before it: the order is the page's, and not ours to choose. */
function loadHostileSheet(place: string | null): Promise<unknown> {
  if (place === null) return Promise.resolve();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL('./hostile.css', import.meta.url).href;
  const loaded = new Promise((resolve) => link.addEventListener('load', resolve));
  document.head[place === 'first' ? 'prepend' : 'append'](link);
  return loaded;
}

const page = document.querySelector('#page');
if (!page) throw new Error('index.html has no #page.');
await loadHostileSheet(new URLSearchParams(window.location.search).get('hostile'));
createRoot(page).render(<UsersPanel appId="app_demo" dataProvider={dataProvider} />);
