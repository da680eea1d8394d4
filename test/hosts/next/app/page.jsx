import { UsersPanel } from '@mixpeek/users-panel';
import '@mixpeek/users-panel/styles.css';

// A server component: the panel itself says where the browser begins.
export default function Page() {
  return (
    <main>
      <h1>A page of Next.js</h1>
      <UsersPanel appId="app_demo" />
    </main>
  );
}
