'use client';

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useUsersContext } from '../context/UsersContext.js';
import { emptyDraft, type InviteDraft } from '../model/inviteDraft.js';
import { useAccess } from '../query/useAccess.js';
import { storedDraft } from './storedDraft.js';

export interface KeptDraft {
  draft: InviteDraft;
  change: (change: (draft: InviteDraft) => InviteDraft) => void;
}

/**
 * The draft of this person in this app, which outlives the form for as long as the tab's session lasts. A form of another
 * app or person is another form: give it a `key`.
 */
export function useStoredDraft(): KeptDraft {
  const { appId, dataProvider } = useUsersContext();
  const { name } = dataProvider;
  const { currentUserId: userId } = useAccess();
  const storage = useMemo(() => storedDraft({ name, appId, userId }), [name, appId, userId]);
  const [draft, setDraft] = useState(emptyDraft);
  const [isLoaded, setLoaded] = useState(false);

  // What a server has rendered is met as it is, and filled after that.
  const isInBrowser = useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
  if (isInBrowser && !isLoaded) {
    setLoaded(true);
    setDraft(storage.load() ?? emptyDraft);
  }
  // A session that has ended leaves nothing behind, though the addresses stay on screen for whoever signs in again.
  const hasEnded = draft.entries.some(
    ({ state }) => state?.kind === 'failed' && state.error.code === 'unauthenticated',
  );
  useEffect(() => {
    if (isLoaded) storage.save(hasEnded ? emptyDraft : draft);
  }, [storage, isLoaded, hasEnded, draft]);

  return { draft, change: setDraft };
}

const subscribeToNothing = () => () => undefined;
