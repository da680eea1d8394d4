'use client';

import { useEffect, useRef, useState } from 'react';
import type { Member } from '../model/member.js';
import type { RecentWrite } from './recentWrites.js';

const none: ReadonlySet<string> = new Set();
/** How long a change made by somebody else stays marked, in milliseconds. */
const MARKED_MS = 6_000;

interface Seen {
  members: readonly Member[];
  recent: readonly RecentWrite[];
}

/** The accounts whose rows somebody else altered since they were last read: marked for a moment. */
export function useChangedMembers(members: readonly Member[], recent: readonly RecentWrite[]): ReadonlySet<string> {
  const seen = useRef<Seen>({ members, recent });
  const [changed, setChanged] = useState(none);
  // Once they are on screen: rows that come for the first time are not held up by it.
  useEffect(() => {
    const before = seen.current;
    seen.current = { members, recent };
    if (before.members === members) return;
    const found = changedBetween(before, seen.current);
    if (found.size) setChanged(found);
  }, [members, recent]);
  useEffect(() => {
    if (!changed.size) return undefined;
    const timer = setTimeout(() => setChanged(none), MARKED_MS);
    return () => clearTimeout(timer);
  }, [changed]);
  return changed;
}

function changedBetween(before: Seen, after: Seen): ReadonlySet<string> {
  const old = new Map(before.members.map((member) => [member.userId, member]));
  // What was written here is no news.
  for (const write of [...before.recent, ...after.recent]) if (write.kind === 'role') old.delete(write.userId);
  const found = after.members.filter((member) => {
    const was = old.get(member.userId);
    return was && (was.role !== member.role || was.name !== member.name || was.email !== member.email);
  });
  return new Set(found.map(({ userId }) => userId));
}
