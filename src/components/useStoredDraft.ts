'use client';

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useUsersContext } from '../context/UsersContext.js';
import { emptyDraft, type InviteDraft } from '../model/inviteDraft.js';
import type { Role } from '../model/role.js';
import { storedDraft } from './storedDraft.js';

export interface KeptDraft {
  draft: InviteDraft;
  change: (change: (draft: InviteDraft) => InviteDraft) => void;
  role: Role | null;
  setRole: (role: Role) => void;
}

/**
 * The draft of this app, which outlives the form for as long as the tab's session lasts. A form of another app is
 * another form: give it a `key`.
 */
export function useStoredDraft(): KeptDraft {
  const { appId, dataProvider } = useUsersContext();
  const storage = useMemo(() => storedDraft(dataProvider.name, appId), [dataProvider.name, appId]);
  const [draft, setDraft] = useState(emptyDraft);
  const [role, setRole] = useState<Role | null>(null);
  const [isLoaded, setLoaded] = useState(false);

  // What a server has rendered is met as it is, and filled after that.
  const isInBrowser = useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
  if (isInBrowser && !isLoaded) {
    const kept = storage.load();
    setLoaded(true);
    if (kept) {
      setDraft(kept.draft);
      setRole(kept.role);
    }
  }
  useEffect(() => {
    if (isLoaded) storage.save({ draft, role });
  }, [storage, isLoaded, draft, role]);

  return { draft, change: setDraft, role, setRole };
}

const subscribeToNothing = () => () => undefined;
