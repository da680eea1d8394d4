import { screen } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMemoryDataProvider, createSeed } from '../../src/memory/index.js';
import type { DataProvider } from '../../src/model/dataProvider.js';
import { UsersPanel } from '../../src/UsersPanel.js';

const seed = createSeed({ appId: 'app_demo', members: 12, invitations: 3 });

/** The panel as a server rendered it, being hydrated; `calls` says of each call whether React had committed by then. */
function hydrate(currentUserId: string | null | undefined) {
  const memory = createMemoryDataProvider(seed, { currentUserId });
  const calls: boolean[] = [];
  let isCommitted = false;
  const dataProvider: DataProvider = {
    ...memory,
    listMembers: (input) => {
      calls.push(isCommitted);
      return memory.listMembers(input);
    },
    listInvitations: (input) => {
      calls.push(isCommitted);
      return memory.listInvitations(input);
    },
  };
  function Page() {
    useLayoutEffect(() => {
      isCommitted = true;
    }, []);
    return <UsersPanel appId="app_demo" dataProvider={dataProvider} />;
  }
  const box = document.body.appendChild(document.createElement('div'));
  box.innerHTML = renderToString(<Page />);
  const errors: string[] = [];
  const root = hydrateRoot(box, <Page />, { onRecoverableError: (error) => errors.push(String(error)) });
  onTestFinished(() => {
    root.unmount();
    box.remove();
  });
  return { calls, errors };
}

describe('a panel that a server rendered', () => {
  it('reads its lists once it is hydrated: a fast answer would change the markup that is being matched', async () => {
    const { calls, errors } = hydrate(seed.members[0]?.userId);
    await screen.findByText('1–10 of 12');
    expect(calls.length).toBeGreaterThan(0);
    expect(calls).not.toContain(false);
    expect(errors).toEqual([]);
  });

  it('matches the markup of a visitor who is known to be signed out', async () => {
    const { calls, errors } = hydrate(null);
    await screen.findByText('Sign in to see who may use this app');
    expect(calls).toEqual([]);
    expect(errors).toEqual([]);
  });
});
