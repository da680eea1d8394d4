import type { QueryClient } from '@tanstack/react-query';
import type { InvitationPage, MemberPage } from '../model/dataProvider.js';
import type { UsersError } from '../model/errors.js';
import type { Invitation } from '../model/invitation.js';
import type { Member } from '../model/member.js';
import { monotonicNow } from '../model/monotonicNow.js';
import type { Role } from '../model/role.js';
import { usersKeys, type KeyScope } from './keys.js';

/*
 * The list endpoints are eventually consistent. Recent writes are re-applied on top of list responses until a response
 * reflects them, or for SETTLE_MS: then `useRecentWrites` refetches once, and that response is trusted. A role change is
 * applied from the moment it is requested (optimistic); when it fails it is rolled back and only the reason stays.
 */

/** How long a list may lag before it is believed against what was written here. */
export const SETTLE_MS = 30_000;

interface WriteState {
  id: number;
  /** `pending` and `done` are applied on top of the list; `failed` only carries the reason. */
  state: 'pending' | 'done' | 'failed';
  error?: UsersError;
  /** When the server confirmed it, on the monotonic clock. */
  doneAt?: number;
}
export interface RoleWrite extends WriteState {
  kind: 'role';
  userId: string;
  role: Role;
}
export type RecentWrite =
  | RoleWrite
  | (WriteState & { kind: 'removed'; userId: string })
  | (WriteState & { kind: 'revoked'; invitationId: string })
  | (WriteState & { kind: 'invited'; invitation: Invitation });

type WithoutState<T> = T extends unknown ? Omit<T, 'id' | 'state'> : never;

/** The writes of one app, kept in the query client so that every piece that shares it sees the same. */
export class RecentWrites {
  readonly #client: QueryClient;
  readonly #scope: KeyScope;

  constructor(client: QueryClient, scope: KeyScope) {
    this.#client = client;
    this.#scope = scope;
  }

  read(): readonly RecentWrite[] {
    return this.#client.getQueryData(usersKeys.writes(this.#scope)) ?? [];
  }

  /** Lays a write over the lists and answers its id. */
  add(write: WithoutState<RecentWrite>, state: 'pending' | 'done'): number {
    // Random, since two copies of this package may share a query client.
    const id = Math.random();
    this.#update((writes) => [...writes, { ...write, id, state, ...(state === 'done' && { doneAt: monotonicNow() }) }]);
    return id;
  }

  /** The server confirmed a pending write; a role change with this role. */
  settle(id: number, role?: Role): void {
    const done = { state: 'done', doneAt: monotonicNow() } as const;
    this.#update((writes) =>
      writes.map((w) =>
        w.id === id ? { ...w, ...done, ...(w.kind === 'role' && role !== undefined && { role }) } : w,
      ),
    );
  }

  fail(id: number, error: UsersError): void {
    this.#update((writes) => writes.map((w) => (w.id === id ? { ...w, state: 'failed', error } : w)));
  }

  drop(isDropped: (write: RecentWrite) => boolean): void {
    if (this.read().some(isDropped)) this.#update((writes) => writes.filter((w) => !isDropped(w)));
  }

  /**
   * A list arrived: what it agrees with needs no laying over any more. That somebody is missing says something in a whole
   * list only, not on a page of it.
   */
  forgetAgreedMembers({ members }: MemberPage, isWhole: boolean): void {
    if (this.read().length === 0) return;
    const roles = new Map(members.map((member) => [member.userId, member.role]));
    // Of several changes of a row only the first may be agreed with: a list from before it holds the last by chance.
    const changed = new Set<string>();
    const agreed = this.read().filter((w) => {
      if (w.state !== 'done') return false;
      if (w.kind === 'removed') return isSettled(w) || (isWhole && !roles.has(w.userId));
      if (w.kind !== 'role' || changed.has(w.userId)) return false;
      changed.add(w.userId);
      return isSettled(w) || roles.get(w.userId) === w.role;
    });
    this.#dropAll(agreed);
  }

  forgetAgreedInvitations({ invitations }: InvitationPage, isWhole: boolean): void {
    if (this.read().length === 0) return;
    const ids = new Set(invitations.map((invitation) => invitation.invitationId));
    // Sent and revoked within the lag: that it is missing means nothing until it has been seen.
    const unseen = new Set<string>();
    const agreed = this.read().filter((w) => {
      if (w.kind === 'revoked')
        return isSettled(w) || (isWhole && !ids.has(w.invitationId) && !unseen.has(w.invitationId));
      if (w.kind !== 'invited') return false;
      unseen.add(w.invitation.invitationId);
      return isSettled(w) || ids.has(w.invitation.invitationId);
    });
    this.#dropAll(agreed);
  }

  #dropAll(dropped: readonly RecentWrite[]): void {
    const ids = new Set(dropped.map(({ id }) => id));
    this.drop((w) => ids.has(w.id));
  }

  #update(change: (writes: readonly RecentWrite[]) => readonly RecentWrite[]): void {
    this.#client.setQueryData<readonly RecentWrite[]>(usersKeys.writes(this.#scope), (writes) => change(writes ?? []));
  }
}

/** No list lags for that long. A time to come is from a persisted cache of another page, whose clock is not ours. */
function isSettled({ doneAt }: WriteState): boolean {
  if (doneAt === undefined) return false;
  const age = monotonicNow() - doneAt;
  return age >= SETTLE_MS || age < 0;
}

/** Milliseconds until each confirmed write expires: a list that is read then is trusted. */
export function timeLeft(writes: readonly { doneAt?: number }[]): number[] {
  const now = monotonicNow();
  return writes.flatMap(({ doneAt = -Infinity }) => (doneAt > -Infinity ? [SETTLE_MS - now + doneAt] : []));
}

/** A member list with the recent writes laid over it. Rows that no write touches stay the same objects. */
export function overlayMembers(page: MemberPage, writes: readonly RecentWrite[]): MemberPage {
  const roles = new Map<string, Role>();
  const removed = new Set<string>();
  for (const write of writes) {
    if (write.state === 'failed') continue;
    if (write.kind === 'role') roles.set(write.userId, write.role);
    if (write.kind === 'removed') removed.add(write.userId);
  }
  if (roles.size === 0 && removed.size === 0) return page;
  const members: Member[] = [];
  for (const member of page.members) {
    if (removed.has(member.userId)) continue;
    const role = roles.get(member.userId);
    members.push(role === undefined || role === member.role ? member : { ...member, role });
  }
  return { ...page, members, total: page.total - (page.members.length - members.length) };
}
