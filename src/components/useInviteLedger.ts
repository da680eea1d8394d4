'use client';

import { useEffect, useRef, useState } from 'react';
import { emailKey } from '../model/emailKey.js';
import { markEntries, keepEntries, type DraftState, type InviteDraft } from '../model/inviteDraft.js';
import type { JudgedDraft } from '../model/judgeDraft.js';
import type { Role } from '../model/role.js';
import type { InviteOutcome, InviteRequest } from '../query/inviteBatch.js';
import { useInviteMember } from '../query/useInviteMember.js';
import { monotonicNow } from '../model/monotonicNow.js';

/** How far a batch is. */
export interface InviteProgress {
  sent: number;
  total: number;
  /** The server asked for a pause of so many seconds, which has just begun when this object is new. */
  pause: { seconds: number } | null;
  /** Nothing more is sent; what is under way ends. */
  stopping: boolean;
}

export interface InviteLedger {
  /** Null while nothing is being sent. */
  progress: InviteProgress | null;
  /**
   * Sends these entries of `next`, which is the draft from now on. `before` is what the draft is again when the host
   * says no.
   */
  send: (asked: readonly JudgedDraft[], role: Role, next: InviteDraft, before: InviteDraft) => Promise<void>;
  stop: () => void;
}

/** Sends addresses of a draft and writes down at each how it ended. Leaving the page's form stops it. */
export function useInviteLedger(change: (change: (draft: InviteDraft) => InviteDraft) => void): InviteLedger {
  const invite = useInviteMember();
  const [progress, setProgress] = useState<InviteProgress | null>(null);
  const batch = useRef<AbortController>(null);
  useEffect(() => () => batch.current?.abort(), []);

  const update = (part: (progress: InviteProgress) => Partial<InviteProgress>) =>
    setProgress((current) => current && { ...current, ...part(current) });

  const send: InviteLedger['send'] = async (asked, role, next, before) => {
    if (batch.current) return;
    const ids = new Map<string, number>();
    const requests = asked.flatMap(({ draft: { id, entry } }): InviteRequest[] => {
      if (entry.email === null) return [];
      ids.set(emailKey(entry.email), id);
      return [{ email: entry.email, role: entry.role ?? role }];
    });
    if (requests.length === 0) return;
    const mark = ({ email }: InviteRequest, state: DraftState) => {
      const id = ids.get(emailKey(email));
      change((draft) => markEntries(draft, (one) => (one.id === id ? state : one.state)));
    };

    const controller = new AbortController();
    batch.current = controller;
    const waiting = new Set(ids.values());
    change(() => markEntries(next, (one) => (waiting.has(one.id) ? { kind: 'waiting' } : one.state)));
    setProgress({ sent: 0, total: requests.length, pause: null, stopping: false });
    try {
      const outcomes = await invite(requests, {
        signal: controller.signal,
        onStart: (request) => mark(request, { kind: 'sending' }),
        onHold: (request) => mark(request, { kind: 'waiting' }),
        onPause: (until) =>
          update(() => ({ pause: until === null ? null : { seconds: Math.ceil((until - monotonicNow()) / 1000) } })),
        onOutcome(outcome) {
          if (outcome.status !== 'sent') {
            mark(outcome, stateAfter(outcome));
            return;
          }
          const id = ids.get(emailKey(outcome.email));
          change((draft) => keepEntries(draft, (one) => one.id !== id));
          update(({ sent }) => ({ sent: sent + 1 }));
        },
      });
      if (outcomes.length === 0) change(() => before);
    } finally {
      batch.current = null;
      setProgress(null);
      change((draft) => markEntries(draft, ({ state }) => stateAtTheEnd(state)));
    }
  };

  return {
    progress,
    send,
    stop() {
      batch.current?.abort();
      update(() => ({ stopping: true }));
    },
  };
}

function stateAfter(outcome: Exclude<InviteOutcome, { status: 'sent' }>): DraftState {
  if (outcome.status === 'not_sent') return { kind: 'unsent' };
  const { error, uncertain } = outcome;
  if (uncertain) return { kind: 'unknown', since: monotonicNow(), error };
  if (error.code === 'already_member') return { kind: 'known', as: 'member' };
  if (error.code === 'already_invited') return { kind: 'known', as: 'invited' };
  return { kind: 'failed', error };
}

/** What was not begun is not sent. What was begun and not told of is not known. */
function stateAtTheEnd(state: DraftState | undefined): DraftState | undefined {
  if (state?.kind === 'waiting') return { kind: 'unsent' };
  return state?.kind === 'sending' ? { kind: 'unknown', since: monotonicNow() } : state;
}
