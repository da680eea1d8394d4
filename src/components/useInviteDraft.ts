'use client';

import { useMemo, useState } from 'react';
import { useAllMessages } from '../context/useAllMessages.js';
import { parseEmails } from '../model/parseEmails.js';
import type { UsersError } from '../model/errors.js';
import {
  cancelEdit,
  chooseRole,
  editEntry,
  emptyDraft,
  finishText,
  insertList,
  keepEntries,
  markEntries,
  replaceEntry,
  typeText,
  type DraftState,
} from '../model/inviteDraft.js';
import { isAtTheAddress, isSendable, judgeDraft, needsNothing } from '../model/judgeDraft.js';
import { isAdminRole, MEMBER_ROLE, type Role } from '../model/role.js';
import { readRoleWord, roleWords } from '../model/roleWords.js';
import { useKnownPeople } from '../query/useKnownPeople.js';
import { useResendInvitation } from '../query/useResendInvitation.js';
import { useRoles } from '../query/useRoles.js';
import { inviteChips, suggestionFor } from './inviteChips.js';
import { useCheckUnknown } from './useCheckUnknown.js';
import { useInviteLedger } from './useInviteLedger.js';
import { useStoredDraft } from './useStoredDraft.js';
import { monotonicNow } from '../model/monotonicNow.js';

/** What the invite form shows and does. */
export type InviteDraftState = ReturnType<typeof useInviteDraft>;

/** What is in the invite field: its addresses judged, sent, and kept when they could not be. */
export function useInviteDraft(defaultRole: Role | undefined) {
  const language = useAllMessages();
  const known = useKnownPeople();
  const roles = useRoles();
  const { resend } = useResendInvitation();
  const { draft, change } = useStoredDraft();
  const [chosen, setRole] = useState<Role | null>(null);
  const { progress, send: sendBatch, stop } = useInviteLedger(change);
  const { isChecking, said, check } = useCheckUnknown();

  // Where a back end calls it otherwise, the first that is no admin's: nobody becomes one because nobody chose.
  const preset =
    roles.find((option) => option.role === MEMBER_ROLE) ??
    roles.find((option) => !isAdminRole(option.role)) ??
    roles[0];
  const role = chosen ?? defaultRole ?? preset?.role ?? MEMBER_ROLE;
  const words = useMemo(() => roleWords(roles, language.roleLabel), [roles, language]);
  const judged = useMemo(() => judgeDraft(draft.entries, known), [draft.entries, known]);
  const chips = useMemo(() => inviteChips(judged, role, known.domains, language), [judged, role, known, language]);
  // What is still being typed is sent, too.
  const finished = finishText(draft, words);
  const whole = draft.text.trim() ? judgeDraft(finished.entries, known) : judged;
  const sendable = whole.filter(isSendable);
  const failed = judged.filter(({ status }) => status === 'failed');
  const unknown = judged.filter(({ status }) => status === 'unknown');
  const reasons = new Map<string, UsersError>();
  for (const {
    draft: { state },
  } of judged) {
    const error = state?.kind === 'failed' || state?.kind === 'unknown' ? state.error : undefined;
    if (error && !isAtTheAddress(error.code)) reasons.set(error.code, error);
  }
  const isSending = progress !== null;
  const isBusy = isSending || isChecking;
  const isResending = judged.some(({ status }) => status === 'resending');

  const mark = (id: number, state: DraftState | undefined) =>
    change((current) => markEntries(current, (one) => (one.id === id ? state : one.state)));
  const keep = (isKept: (id: number) => boolean) => change((current) => keepEntries(current, ({ id }) => isKept(id)));

  return {
    chips,
    text: draft.text,
    /** Before which chip the text stands; null for the end. */
    at: draft.at,
    /** Something is being typed, complete or not. */
    hasText: draft.text.trim() !== '',
    isEditing: draft.edited !== null,
    role,
    setRole,
    /** How many would be sent now, what is still being typed included. */
    sendable: sendable.length || unknown.length,
    settled: judged.filter(needsNothing).length,
    failed: failed.length,
    unknown: unknown.length,
    progress,
    isSending,
    /** Something is under way that the field must not change under. */
    isBusy,
    isResending,
    isChecking,
    failures: isSending ? [] : sentences(),
    /** What addresses failed of, each told once; not what concerns one address, which is told there. */
    reasons: isSending ? [] : [...reasons.values()],

    type: (text: string) => change((current) => typeText(current, text, words)),
    /** The text as an input method has it so far. */
    compose: (text: string) => change((current) => ({ ...current, text })),
    finish: () => change((current) => finishText(current, words)),
    /** The focus has left the form. What is no address yet may still become one. */
    leave() {
      const isMeant = draft.edited !== null || parseEmails(draft.text).some(({ email }) => email !== null);
      if (isMeant) change((current) => finishText(current, words));
    },
    insert: (list: string) => change((current) => insertList(current, list, words)),
    edit: (id: number) => change((current) => editEntry(current, id, words)),
    cancelEdit: () => change(cancelEdit),
    remove: (id: number) => keep((other) => other !== id),
    removeSettled: () => {
      const settled = new Set(judged.filter(needsNothing).map((one) => one.draft.id));
      keep((id) => !settled.has(id));
    },
    clear: () => change(({ lastId }) => ({ ...emptyDraft, lastId })),
    acceptSuggestion(id: number) {
      const one = judged.find((other) => other.draft.id === id);
      const email = one && suggestionFor(one, known.domains);
      if (!email) return;
      const { text, email: old } = one.draft.entry;
      const [read] = parseEmails(old === null ? email : text.replace(old, email), words);
      if (read) change((current) => replaceEntry(current, id, read));
    },
    /** Gives a role to an address that waits for one, and to all that wait with the same word. */
    chooseRole(unknownRole: string, wanted: Role) {
      const label = language.roleLabel(wanted);
      const word = readRoleWord(label, words) === wanted ? label : wanted;
      change((current) => chooseRole(current, unknownRole, wanted, word));
    },
    async sendAgain(id: number) {
      const one = judged.find((other) => other.draft.id === id);
      if (!one?.invitation) return;
      mark(id, { kind: 'resending' });
      const result = await resend(one.invitation, one.draft.entry.role ?? one.invitation.role);
      if (result.status === 'done') keep((other) => other !== id);
      else if (result.status === 'stopped') mark(id, undefined);
      else if (result.isUncertain) mark(id, { kind: 'unknown', since: monotonicNow() });
      else mark(id, { kind: 'failed', error: result.error });
    },
    async send() {
      if (isBusy || isResending) return;
      if (sendable.length > 0) await sendBatch(sendable, role, finished, draft);
      else if (unknown.length > 0) await sendUnknown();
      // Why it cannot be sent is said at its chip.
      else if (draft.text.trim()) change(() => finished);
    },
    /** Sends those that failed, and nothing else. */
    retryFailed: () => sendBatch(failed, role, draft, draft),
    checkUnknown: async () => {
      const { settle } = await check(unknown.map((one) => one.draft));
      change(settle);
    },
    stop,
  };

  /** Sends again what was perhaps sent, where the lists do not show it. */
  async function sendUnknown() {
    const { absent, settle } = await check(unknown.map((one) => one.draft));
    const missing = unknown.filter((one) => absent.has(one.draft.id));
    if (missing.length > 0) await sendBatch(missing, role, settle(finished), settle(draft));
    else change(settle);
  }

  /** Why addresses are still in the field. */
  function sentences(): string[] {
    const { messages, say } = language;
    const kept = judged.filter(({ status }) => status === 'failed' || status === 'unsent').length;
    return [
      ...(kept > 0 ? [say(messages.invite.keptFailed, { count: kept })] : []),
      ...(unknown.length > 0 ? [say(messages.invite.unknown, { count: unknown.length })] : []),
      ...(said !== null && unknown.length > 0 ? [said] : []),
    ];
  }
}
