// A Canvas page with the panel and nothing else, as a host writes it.
import { createRoot } from 'react-dom/client';
import { UsersPanel } from '@mixpeek/users-panel';
import '@mixpeek/users-panel/styles.css';

createRoot(document.querySelector('#page')!).render(<UsersPanel appId="app_demo" />);
