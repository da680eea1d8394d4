'use client';

import { useEffect, useRef } from 'react';
import type { CurrentAccess } from '../context/AccessContext.js';
import { useUsersContext } from '../context/UsersContext.js';
import { warnOnce } from '../context/warnOnce.js';

/** In development only: warns of a `currentUserId` that is in no row, for such a person may do nothing. */
export function useCurrentUserCheck({ currentMember }: CurrentAccess): void {
  const { appId, access, currentUserId } = useUsersContext();
  const wasMember = useRef(false);
  useEffect(() => {
    if (currentMember) wasMember.current = true;
    // One who was just removed is no mistake.
    if (currentMember !== null || wasMember.current || currentUserId === undefined || access !== undefined) return;
    warnOnce(
      `currentUserId ${JSON.stringify(currentUserId)} is no member of ${JSON.stringify(appId)}, so this person sees "no access". It must be the ` +
        'userId of a row of the member list. With accounts of your own, find the member by email and pass its userId, or ' +
        'pass access="manage".',
    );
  }, [currentMember, currentUserId, access, appId]);
}
