import { emailKey } from './emailKey.js';
import type { UsersErrorCode } from './errors.js';
import type { Invitation } from './invitation.js';
import type { DraftEntry } from './inviteDraft.js';
import { judgeEntries, knownAddresses, type KnownAddresses } from './judgeEntries.js';
import type { Member } from './member.js';
import type { Role } from './role.js';
import { domainsInUse } from './suggestEmail.js';

/** Where an address of a draft stands: by the lists, and by what sending has made of it. */
export type DraftStatus =
  | 'new'
  | 'member'
  | 'invited'
  | 'repeated'
  | 'invalid'
  /** What stands in the place of its role names none: it is not sent before one is chosen. */
  | 'needs_role'
  | 'waiting'
  | 'sending'
  | 'resending'
  | 'failed'
  | 'unsent'
  | 'unknown';

/** An entry of a draft, judged. */
export interface JudgedDraft {
  draft: DraftEntry;
  status: DraftStatus;
  /** The role that a member has, where the list says. */
  memberRole?: Role | undefined;
  /** The invitation that is pending, where the list has it. */
  invitation?: Invitation | undefined;
}

/** Who is in already, and the domains they are at. */
export interface KnownPeople extends KnownAddresses {
  pending: ReadonlyMap<string, Invitation>;
  domains: readonly string[];
}

export function knownPeople(members: readonly Member[], invitations: readonly Invitation[]): KnownPeople {
  return {
    ...knownAddresses(members, invitations),
    pending: new Map(invitations.map((invitation) => [emailKey(invitation.email), invitation])),
    domains: domainsInUse(members.map(({ email }) => email)),
  };
}

/** Judges each entry. What the lists say of an address goes before what sending it said: they are newer. */
export function judgeDraft(entries: readonly DraftEntry[], known: KnownPeople): JudgedDraft[] {
  const standings = judgeEntries(
    entries.map(({ entry }) => entry),
    known,
  );
  return standings.map(({ entry, standing }, index): JudgedDraft => {
    const draft = entries[index] ?? { id: 0, entry };
    const { state } = draft;
    if (standing.status === 'invalid' || standing.status === 'repeated') return { draft, status: standing.status };
    if (state?.kind === 'waiting' || state?.kind === 'sending') return { draft, status: state.kind };
    if (standing.status === 'member') return { draft, status: 'member', memberRole: standing.role };
    if (standing.status === 'invited') {
      const invitation = known.pending.get(emailKey(entry.email ?? ''));
      return { draft, status: state?.kind === 'resending' ? 'resending' : 'invited', invitation };
    }
    if (state?.kind === 'known') return { draft, status: state.as };
    if (entry.unknownRole !== undefined && state?.kind !== 'resending') return { draft, status: 'needs_role' };
    return { draft, status: state?.kind ?? 'new' };
  });
}

/** Refusals that belong to one address. It would be refused again: it is sent only when that is asked for. */
const AT_THE_ADDRESS: ReadonlySet<UsersErrorCode> = new Set(['invalid_email', 'email_not_allowed']);

export function isAtTheAddress(code: UsersErrorCode): boolean {
  return AT_THE_ADDRESS.has(code);
}

/** Whether sending the draft sends this entry. What was perhaps sent is never sent again blindly. */
export function isSendable({ draft, status }: JudgedDraft): boolean {
  if (status === 'failed') return draft.state?.kind === 'failed' && !isAtTheAddress(draft.state.error.code);
  return status === 'new' || status === 'unsent';
}

/** Whether there is nothing to do for this entry: who it names is in already, or is named before. */
export function needsNothing({ status }: JudgedDraft): boolean {
  return status === 'member' || status === 'invited' || status === 'repeated';
}
