import type { QueryClient } from '@tanstack/react-query';
import type { InvitationPage, MemberPage } from '../model/dataProvider.js';
import type { UsersError } from '../model/errors.js';
import type { Invitation } from '../model/invitation.js';
import type { Member } from '../model/member.js';
import type { Role } from '../model/role.js';
import { usersKeys, type KeyScope } from './keys.js';

/*
 * Lists may lag behind a change by some seconds. What was just written is laid over their answers until they agree, or
 * until SETTLE_MS have passed: then the list is read once more, and believed. (The one at hand may be from before the
 * write.) A role change is laid over from the moment it is asked for, which makes it visible at once; when it fails it is
 * taken off again, and what stays is the reason.
 */

/** How long a list may lag before it is believed against what was written here. */
export const SETTLE_MS = 30_000;

interface WriteState {
  id: number;
  /** `pending` and `done` are laid over the list; `failed` is only told. */
  state: 'pending' | 'done' | 'failed';
  error?: UsersError;
  /** When the server agreed, in milliseconds since 1970. */
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

let lastId = 0;

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
    lastId += 1;
    const id = lastId;
    this.#update((writes) => [...writes, { ...write, id, state, ...(state === 'done' && { doneAt: Date.now() }) }]);
    if (state === 'done') this.#askAgain(id);
    return id;
  }

  /** The server agreed to a pending role change, to this role. */
  settle(id: number, role: Role): void {
    const done = { role, state: 'done', doneAt: Date.now() } as const;
    this.#update((writes) => writes.map((w) => (w.id === id && w.kind === 'role' ? { ...w, ...done } : w)));
    this.#askAgain(id);
  }

  fail(id: number, error: UsersError): void {
    this.#update((writes) => writes.map((w) => (w.id === id ? { ...w, state: 'failed', error } : w)));
  }

  drop(isDropped: (write: RecentWrite) => boolean): void {
    if (this.read().some(isDropped)) this.#update((writes) => writes.filter((w) => !isDropped(w)));
  }

  /** A list without those who were removed here: it may lag. */
  withoutRemoved(page: MemberPage): MemberPage {
    const removals = this.read().filter(({ kind }) => kind === 'removed');
    return overlayMembers(page, removals);
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

  /** Where no list has agreed by then, one more is read: that one ends the write. */
  #askAgain(id: number): void {
    setTimeout(() => {
      const write = this.read().find((w) => w.id === id);
      if (!write) return;
      const isOfMembers = write.kind === 'role' || write.kind === 'removed';
      const queryKey = isOfMembers ? usersKeys.members(this.#scope) : usersKeys.invitations(this.#scope);
      void this.#client.invalidateQueries({ queryKey });
    }, SETTLE_MS);
  }

  #update(change: (writes: readonly RecentWrite[]) => readonly RecentWrite[]): void {
    this.#client.setQueryData<readonly RecentWrite[]>(usersKeys.writes(this.#scope), (writes) => change(writes ?? []));
  }
}

/** No list lags for that long. */
function isSettled({ doneAt }: WriteState): boolean {
  return doneAt !== undefined && Date.now() - doneAt >= SETTLE_MS;
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
