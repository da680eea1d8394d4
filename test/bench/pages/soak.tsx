// Two admins at one app, each with a panel of their own.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { UsersPanel } from '@mixpeek/users-panel';
import { createMixpeekDataProvider } from '@mixpeek/users-panel/mixpeek';
import '@mixpeek/users-panel/styles.css';

/** A desk is left and taken again: the panel is put into the page anew. */
function Desk({ userId }: { userId: string }) {
  const [times, setTimes] = useState(0);
  const [dataProvider] = useState(() => ({ ...createMixpeekDataProvider({ timeoutMs: 5000 }), name: userId }));
  return (
    <section data-desk={userId}>
      <button type="button" onClick={() => setTimes(times + 1)}>
        Sit down anew
      </button>
      <UsersPanel key={times} appId="app_demo" dataProvider={dataProvider} currentUserId={userId} pageSize={100} />
    </section>
  );
}

const people = new URLSearchParams(location.search).get('people')?.split(',') ?? [];
createRoot(document.querySelector('#page')!).render(people.map((userId) => <Desk key={userId} userId={userId} />));
