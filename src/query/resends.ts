import type { QueryClient } from '@tanstack/react-query';
import type { InvitationPage, MemberPage } from '../model/dataProvider.js';
import { emailKey } from '../model/emailKey.js';
import type { UsersError } from '../model/errors.js';
import type { Invitation } from '../model/invitation.js';
import { monotonicNow } from '../model/monotonicNow.js';
import type { Role } from '../model/role.js';
import { usersKeys, type KeyScope } from './keys.js';
import { SETTLE_MS } from './recentWrites.js';

/*
 * An invitation that is sent again is one row, whatever happens to it: the old one, the new one in its place, and what
 * is left when only the old one could be revoked. Kept beside the recent writes, for they end after a while, and a half
 * that failed must not be forgotten. Lasts as long as the page.
 */

/** Which half did not work. */
export interface ResendFailure {
  operation: 'revokeInvitation' | 'inviteMember' | 'resendInvitation';
  error: UsersError;
  /** No answer came, and the lists do not tell either: it may have worked. */
  isUncertain: boolean;
}

/** One row that was sent again. */
export interface Resend {
  /** Names the row: the id of the invitation that it first stood for. */
  rowId: string;
  /** The rows as they stood, by `rowId`: where this one belongs. */
  order: readonly string[];
  /** The old invitation until there is a new one, then that. */
  invitation: Invitation;
  /** The role asked for. */
  role: Role;
  /** `idle`: nothing is under way, and nothing went wrong; what is kept is the place. */
  state: 'idle' | 'sending' | 'failed';
  /** Why the last try failed. Of a half it stays while the other half is tried again. */
  failure: ResendFailure | null;
  /** The invitation is revoked, and there is no new one yet. */
  isRevoked: boolean;
  /** When it was revoked, on the monotonic clock. */
  revokedAt: number;
  /** The list is not known to show the new invitation yet. */
  isLaidOver: boolean;
  /** Invitations that are no more, whatever a list that lags says. */
  gone: readonly string[];
  /** When it came to what it is now, on the monotonic clock. `SETTLE_MS` later the list is trusted, whatever it says. */
  doneAt: number;
}

/** The resends of one app, kept in the query client so that every piece that shares it sees the same. */
export class Resends {
  readonly #client: QueryClient;
  readonly #scope: KeyScope;

  constructor(client: QueryClient, scope: KeyScope) {
    this.#client = client;
    this.#scope = scope;
  }

  read(): readonly Resend[] {
    return this.#client.getQueryData(usersKeys.resends(this.#scope)) ?? [];
  }

  /** The row that an invitation belongs to, or belonged to. */
  of(invitationId: string): Resend | undefined {
    return this.read().find((r) => r.rowId === invitationId || ownsInvitation(r, invitationId));
  }

  /** Whether an invitation is no more, whatever a list that lags says. */
  isGone(invitationId: string): boolean {
    return this.read().some(({ gone }) => gone.includes(invitationId));
  }

  /** Marks a row as being sent. Null when it is so already. Without a role it keeps the one it has. */
  begin(asked: Invitation, role: Role | undefined, order: readonly string[]): Resend | null {
    const before = this.of(asked.invitationId) ?? newResend(asked);
    if (before.state === 'sending') return null;
    const invitation = before.invitation.invitationId === asked.invitationId ? asked : before.invitation;
    // Where only the second half is missing, it is the one that was asked for.
    const wanted = role ?? (before.isRevoked ? before.role : invitation.role);
    const failure = before.isRevoked ? before.failure : null;
    const begun: Resend = { ...before, invitation, role: wanted, order, state: 'sending', failure };
    this.#update((resends) => [...resends.filter((r) => r.rowId !== begun.rowId), begun]);
    return begun;
  }

  /** The first half is done: the old invitation is no more. */
  revoked(rowId: string): void {
    this.#change(rowId, (r) => ({
      ...r,
      isRevoked: true,
      revokedAt: monotonicNow(),
      gone: [...r.gone, r.invitation.invitationId],
    }));
  }

  /** There is a new invitation; with a back end that sends the same one again it may have the id of the old. */
  sent(rowId: string, invitation: Invitation): void {
    const { invitationId } = invitation;
    this.#change(rowId, (r) => ({
      ...r,
      ...idle,
      invitation,
      role: invitation.role,
      isLaidOver: true,
      gone: [...r.gone, r.invitation.invitationId].filter((id) => id !== invitationId),
      doneAt: monotonicNow(),
    }));
  }

  failed(rowId: string, failure: ResendFailure): void {
    this.#change(rowId, (r) => ({ ...r, state: 'failed', failure }));
  }

  /** What was begun is not done. */
  takeBack(rowId: string, before: Resend | undefined): void {
    if (!before) this.drop(rowId);
    else this.#change(rowId, (r) => ({ ...r, state: before.state, role: before.role }));
  }

  /** The row is no more, and stays away as long as a list may lag. */
  forget(rowId: string): void {
    this.#change(rowId, (r) => {
      const { invitationId } = r.invitation;
      const gone = [...r.gone.filter((id) => id !== invitationId), invitationId];
      return { ...r, ...idle, isLaidOver: false, gone, doneAt: monotonicNow() };
    });
  }

  drop(rowId: string): void {
    this.#update((resends) => resends.filter((r) => r.rowId !== rowId));
  }

  /** A list arrived: it may show what was sent, or what was lost on the way and arrived all the same. */
  agreeInvitations({ invitations }: InvitationPage): void {
    for (const resend of this.read()) {
      const { rowId, gone } = resend;
      if (resend.state === 'idle' && monotonicNow() - resend.doneAt >= SETTLE_MS) {
        const isForgotten = gone.includes(resend.invitation.invitationId);
        // What was taken for gone and is not has its own row again.
        if (isForgotten || invitations.some((i) => gone.includes(i.invitationId))) this.drop(rowId);
        // What is kept is the row's name and place.
        else this.#change(rowId, (r) => ({ ...r, isLaidOver: false, gone: [] }));
        continue;
      }
      if (resend.isLaidOver && isListed(resend, invitations)) this.#change(rowId, (r) => ({ ...r, isLaidOver: false }));
      if (resend.state !== 'failed' || !resend.isRevoked) continue;
      const key = emailKey(resend.invitation.email);
      const arrived = invitations.find((i) => emailKey(i.email) === key && !gone.includes(i.invitationId));
      const isStillThere = invitations.some((i) => gone.includes(i.invitationId));
      if (arrived) this.#change(rowId, (r) => ({ ...r, ...idle, invitation: arrived, role: arrived.role }));
      // No list lags for that long: it was not revoked after all.
      else if (isStillThere && monotonicNow() - resend.revokedAt >= SETTLE_MS) this.drop(rowId);
    }
  }

  /** Whoever is a member needs no invitation any more. */
  agreeMembers({ members }: MemberPage): void {
    const halves = this.read().filter((r) => r.state === 'failed' && r.isRevoked);
    if (halves.length === 0) return;
    const addresses = new Set(members.map(({ email }) => email && emailKey(email)));
    for (const half of halves) if (addresses.has(emailKey(half.invitation.email))) this.forget(half.rowId);
  }

  /** Whether a cached list contradicts what was sent or revoked here. */
  isContradicted(): boolean {
    const pages = this.#client.getQueriesData<InvitationPage>({ queryKey: usersKeys.invitations(this.#scope) });
    return this.read().some(
      ({ isLaidOver, gone }) =>
        isLaidOver || pages.some(([, page]) => page?.invitations.some((i) => gone.includes(i.invitationId))),
    );
  }

  #change(rowId: string, change: (resend: Resend) => Resend): void {
    this.#update((resends) => resends.map((r) => (r.rowId === rowId ? change(r) : r)));
  }

  #update(change: (resends: readonly Resend[]) => readonly Resend[]): void {
    this.#client.setQueryData<readonly Resend[]>(usersKeys.resends(this.#scope), (resends) => change(resends ?? []));
  }
}

const idle = { state: 'idle', failure: null, isRevoked: false } as const;

function newResend(invitation: Invitation): Resend {
  const { invitationId: rowId, role } = invitation;
  return {
    ...idle,
    rowId,
    invitation,
    role,
    order: [],
    revokedAt: -Infinity,
    isLaidOver: false,
    gone: [],
    doneAt: -Infinity,
  };
}

/** Whether the old invitation is revoked and the new one could not be sent. */
export function isHalf(resend: Resend): boolean {
  return resend.isRevoked && resend.failure !== null;
}

/** Whether the row stands for this invitation, or stood for it before. */
export function ownsInvitation(resend: Resend, invitationId: string): boolean {
  return resend.invitation.invitationId === invitationId || resend.gone.includes(invitationId);
}

/** Whether the list shows the new invitation, and nothing of the old. */
function isListed({ invitation, gone }: Resend, invitations: readonly Invitation[]): boolean {
  if (invitations.some((i) => gone.includes(i.invitationId))) return false;
  const listed = invitations.find((i) => i.invitationId === invitation.invitationId);
  if (!listed || gone.length > 0) return listed !== undefined;
  // One that kept its id is told from the old by what is new in it.
  return listed.createdAt === invitation.createdAt && listed.expiresAt === invitation.expiresAt;
}
