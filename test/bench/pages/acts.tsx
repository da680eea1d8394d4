// The panel with a count of what an act renders. React is its profiling build.
import { Profiler } from 'react';
import { createRoot } from 'react-dom/client';
import { UsersPanel } from '@mixpeek/users-panel';
import '@mixpeek/users-panel/styles.css';

/** What was rendered since it was last set to nothing. */
const renders = { commits: 0, ms: 0, rows: [] as string[] };
Object.assign(window, { renders });

// A host's column is called whenever its row is rendered, and at no other time.
const columns = [
  {
    key: 'counted',
    header: 'Id',
    render: ({ userId }: { userId: string }) => {
      renders.rows.push(userId);
      return null;
    },
  },
];

createRoot(document.querySelector('#page')!).render(
  <Profiler
    id="panel"
    onRender={(_id, _phase, actualDuration) => {
      renders.commits += 1;
      renders.ms += actualDuration;
    }}
  >
    <UsersPanel appId="app_demo" pageSize={25} columns={columns} />
  </Profiler>,
);
