'use client';

import { useState } from 'react';
import { useMessages } from '../context/useMessages.js';
import { keepEntries, markEntries, type DraftEntry, type DraftState, type InviteDraft } from '../model/inviteDraft.js';
import { SETTLE_MS } from '../query/recentWrites.js';
import { useCheckInvited } from '../query/useCheckInvited.js';
import type { FoundInvited } from '../query/useFindInvited.js';

export interface CheckUnknown {
  isChecking: boolean;
  /** Why the last look did not settle everything, in words. */
  said: string | null;
  /** Looks for addresses that were perhaps sent. */
  check: (entries: readonly DraftEntry[]) => Promise<void>;
}

/**
 * Settles what was perhaps sent by reading the lists: what is there leaves the field, what is not there counts as not sent
 * as soon as a list can no longer be behind.
 */
export function useCheckUnknown(change: (change: (draft: InviteDraft) => InviteDraft) => void): CheckUnknown {
  const { messages, say } = useMessages();
  const checkInvited = useCheckInvited();
  const [isChecking, setChecking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);

  return {
    isChecking,
    said,
    async check(entries) {
      setChecking(true);
      setSaid(null);
      const found = await checkInvited(entries.map(({ entry }) => entry.email ?? ''));
      const now = Date.now();
      const results = new Map(entries.map(({ id }, index) => [id, found[index] ?? 'unreadable'] as const));
      change((draft) => {
        const left = keepEntries(draft, ({ id }) => typeof results.get(id) !== 'object');
        return markEntries(left, ({ id, state }) => stateAfter(state, results.get(id), now));
      });
      const leftMs = entries.flatMap(({ id, state }) =>
        results.get(id) === 'absent' && state?.kind === 'unknown' ? state.since + SETTLE_MS - now : [],
      );
      const seconds = Math.ceil(Math.max(0, ...leftMs) / 1000);
      if (found.includes('unreadable')) setSaid(messages.invite.checkFailed);
      else if (seconds > 0) setSaid(say(messages.invite.stillUnknown, { count: seconds }));
      setChecking(false);
    },
  };
}

function stateAfter(
  state: DraftState | undefined,
  found: FoundInvited | undefined,
  now: number,
): DraftState | undefined {
  if (found === 'member') return { kind: 'known', as: 'member' };
  if (found === 'absent' && state?.kind === 'unknown' && now - state.since >= SETTLE_MS) return { kind: 'unsent' };
  return state;
}
