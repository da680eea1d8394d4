'use client';

import { useState } from 'react';
import { useAllMessages } from '../context/useAllMessages.js';
import { keepEntries, markEntries, type DraftEntry, type DraftState, type InviteDraft } from '../model/inviteDraft.js';
import { SETTLE_MS } from '../query/recentWrites.js';
import { useCheckInvited } from '../query/useCheckInvited.js';
import type { FoundInvited } from '../query/useFindInvited.js';
import { monotonicNow } from '../model/monotonicNow.js';

export interface CheckUnknown {
  isChecking: boolean;
  /** Why the last look did not settle everything, in words. */
  said: string | null;
  /** Looks for addresses that were perhaps sent. Answers what the lists say of each, by id. */
  check: (entries: readonly DraftEntry[]) => Promise<CheckedEntries>;
}

export interface CheckedEntries {
  absent: ReadonlySet<number>;
  /** The draft without what was sent, and with what else is known now. */
  settle: (draft: InviteDraft) => InviteDraft;
}

/**
 * Settles what was perhaps sent by reading the lists: what is there leaves the field, what is not there counts as not sent
 * as soon as a list can no longer be behind.
 */
export function useCheckUnknown(): CheckUnknown {
  const { messages, say } = useAllMessages();
  const checkInvited = useCheckInvited();
  const [isChecking, setChecking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);

  return {
    isChecking,
    said,
    async check(entries) {
      setChecking(true);
      setSaid(null);
      try {
        const found = await checkInvited(entries.map(({ entry }) => entry.email ?? ''));
        const now = monotonicNow();
        const results = new Map(entries.map(({ id }, index) => [id, found[index] ?? 'unreadable'] as const));
        const absent = entries.filter(({ id }) => results.get(id) === 'absent');
        const leftMs = absent.map(({ state }) => (state?.kind === 'unknown' ? state.since + SETTLE_MS - now : 0));
        const seconds = Math.ceil(Math.max(0, ...leftMs) / 1000);
        if (found.includes('unreadable')) setSaid(messages.invite.checkFailed);
        else if (seconds > 0) setSaid(say(messages.invite.stillUnknown, { count: seconds }));
        return {
          absent: new Set(absent.map(({ id }) => id)),
          settle(draft) {
            const left = keepEntries(draft, ({ id }) => typeof results.get(id) !== 'object');
            return markEntries(left, ({ id, state }) => stateAfter(state, results.get(id), now));
          },
        };
      } finally {
        // Whatever went wrong, the field is not locked for good.
        setChecking(false);
      }
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
