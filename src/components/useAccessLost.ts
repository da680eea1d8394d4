'use client';

import { useEffect, useRef } from 'react';
import { useUsersContext } from '../context/UsersContext.js';
import type { MemberList } from '../query/useMembers.js';

/** Tells why the controls go when somebody else takes the right to manage away while the panel is open. */
export function useAccessLost({ access, currentUserId, recentWrites }: MemberList): void {
  const { appId, notices, language } = useUsersContext();
  const before = useRef({ appId, access });
  // Who gave up their own role was asked, and knows.
  const byOwnHand = recentWrites.some(
    (write) => write.kind === 'role' && write.state !== 'failed' && write.userId === currentUserId,
  );
  useEffect(() => {
    const lost = before.current.appId === appId && before.current.access === 'manage' && access === 'read';
    if (lost && !byOwnHand) notices.tell('error', language.messages.notices.accessLost);
    before.current = { appId, access };
  }, [appId, access, byOwnHand, notices, language]);
}
