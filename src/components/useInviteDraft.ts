'use client';

import { useMemo, useRef, useState } from 'react';
import { useMessages } from '../context/useMessages.js';
import { parseEmails } from '../model/emails.js';
import type { UsersError, UsersErrorCode } from '../model/errors.js';
import { judgeEntries, type KnownAddresses } from '../model/judgeEntries.js';
import type { Role } from '../model/role.js';
import type { InviteOutcome, InviteRequest } from '../query/inviteBatch.js';
import { useInviteMember } from '../query/useInviteMember.js';
import { useKnownAddresses } from '../query/useKnownAddresses.js';

/** One address in the field. */
export interface Chip {
  id: number;
  /** What was typed. */
  text: string;
  /** The address, or what was typed where there is none. */
  label: string;
  status: 'new' | 'member' | 'invited' | 'repeated' | 'invalid' | 'sending' | 'failed';
  /** Where it stands, in words; nothing for an address that is simply new. */
  note?: string;
}

interface Draft {
  id: number;
  text: string;
  state?: 'sending' | { error: UsersError; uncertain: boolean };
}

/** Failures that belong to one address, and are told there. All others are told at the form. */
const AT_THE_ADDRESS: ReadonlySet<UsersErrorCode> = new Set([
  'already_member',
  'already_invited',
  'invalid_email',
  'email_not_allowed',
]);

export interface InviteDraft {
  chips: readonly Chip[];
  text: string;
  setText: (text: string) => void;
  add: (texts: readonly string[]) => void;
  remove: (id: number) => void;
  /** How many would be sent now, what is still being typed included. */
  sendable: number;
  isSending: boolean;
  /** Why the last sending left addresses in the field. */
  failures: readonly string[];
  send: (role: Role) => Promise<void>;
}

/** What is in the invite field: its addresses judged, sent, and kept when they could not be. */
export function useInviteDraft(): InviteDraft {
  const { messages, say, explain, roleLabel } = useMessages();
  const known = useKnownAddresses();
  const invite = useInviteMember();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [text, setText] = useState('');
  const [isSending, setSending] = useState(false);
  const [failures, setFailures] = useState<readonly string[]>([]);
  const lastId = useRef(0);
  const words = messages.invite;

  const withTyped = (): Draft[] => [...drafts, ...draftsOf(parseEmails(text).map((entry) => entry.text))];
  const draftsOf = (texts: readonly string[]): Draft[] =>
    texts.map((typed) => {
      lastId.current += 1;
      return { id: lastId.current, text: typed };
    });

  const judged = useMemo(() => judgeDrafts(drafts, known), [drafts, known]);
  const chips = judged.map(({ draft, entry, standing }): Chip => {
    const chip = { id: draft.id, text: draft.text, label: entry.email ?? draft.text };
    if (draft.state === 'sending') return { ...chip, status: 'sending', note: words.status.sending };
    if (draft.state) {
      const { error, uncertain } = draft.state;
      const note = AT_THE_ADDRESS.has(error.code) ? explain(error) : words.status.failed;
      return { ...chip, status: 'failed', note: uncertain ? words.status.unknown : note };
    }
    const { status } = standing;
    if (status === 'new') return { ...chip, status };
    const note =
      standing.status === 'member'
        ? say(words.status.member, { role: roleLabel(standing.role) })
        : words.status[standing.status];
    return { ...chip, status, note };
  });

  const typed = judgeDrafts([...drafts, ...parseEmails(text).map((entry) => ({ id: 0, text: entry.text }))], known);
  const sendable = typed.filter(({ standing }) => standing.status === 'new').length;

  const send = async (role: Role) => {
    if (isSending) return;
    const all = withTyped();
    const asked = judgeDrafts(all, known).filter(({ standing }) => standing.status === 'new');
    if (asked.length === 0) return;
    const ids = new Map<string, number>();
    const requests = asked.flatMap(({ draft, entry }): InviteRequest[] => {
      if (entry.email === null) return [];
      ids.set(entry.email, draft.id);
      return [{ email: entry.email, role }];
    });
    const sending = new Set(ids.values());
    setDrafts(all.map((draft) => (sending.has(draft.id) ? { ...draft, state: 'sending' } : draft)));
    setText('');
    setFailures([]);
    setSending(true);
    const outcomes = await invite(requests, (outcome) => {
      const id = ids.get(outcome.email);
      setDrafts((current) => current.flatMap((draft) => (draft.id === id ? afterOutcome(draft, outcome) : [draft])));
    });
    setDrafts((current) =>
      current.map(({ state, ...draft }) => (state && state !== 'sending' ? { ...draft, state } : draft)),
    );
    setSending(false);
    setFailures(summary(outcomes));
  };

  const summary = (outcomes: readonly InviteOutcome[]): string[] => {
    // Nothing was tried: the host said no, and that needs no word.
    if (outcomes.every((outcome) => outcome.status === 'not_sent')) return [];
    const unknown = outcomes.filter((outcome) => outcome.status === 'failed' && outcome.uncertain).length;
    const kept = outcomes.filter((outcome) => outcome.status !== 'sent').length - unknown;
    const reasons = outcomes.flatMap((outcome) =>
      outcome.status === 'failed' && !AT_THE_ADDRESS.has(outcome.error.code) ? [explain(outcome.error)] : [],
    );
    return [
      ...(kept > 0 ? [say(words.keptFailed, { count: kept })] : []),
      ...(unknown > 0 ? [say(words.unknown, { count: unknown })] : []),
      ...new Set(reasons),
    ];
  };

  return {
    chips,
    text,
    setText,
    add(texts) {
      const added = draftsOf(texts);
      setDrafts((current) => [...current, ...added]);
    },
    remove: (id) => setDrafts((current) => current.filter((draft) => draft.id !== id)),
    sendable,
    isSending,
    failures,
    send,
  };
}

function judgeDrafts(drafts: readonly Draft[], known: KnownAddresses) {
  const entries = drafts.map(({ text }) => readOne(text));
  return judgeEntries(entries, known).map((judged, index) => ({
    ...judged,
    draft: drafts[index] ?? { id: 0, text: '' },
  }));
}

/** What one chip says, which parsing the whole list has cut out already. */
function readOne(text: string) {
  const [entry] = parseEmails(text);
  return entry ?? { text, email: null, name: null, problem: 'not_an_address' as const };
}

function afterOutcome(draft: Draft, outcome: InviteOutcome): Draft[] {
  if (outcome.status === 'sent') return [];
  const { id, text } = draft;
  if (outcome.status === 'not_sent') return [{ id, text }];
  return [{ id, text, state: { error: outcome.error, uncertain: outcome.uncertain } }];
}
