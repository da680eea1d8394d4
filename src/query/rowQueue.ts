import type { QueryClient } from '@tanstack/react-query';
import type { Role } from '../model/role.js';
import { usersKeys, type KeyScope } from './keys.js';

/*
 * The writes of one row run one after another; of several that wait, only the last is sent. Rows do not wait for each
 * other.
 */

/** Runs tasks one at a time for each key. */
export interface RowQueue {
  /**
   * Runs the task when the key is free. A task that still waits is replaced: `superseded` of the older one is called and
   * it never runs.
   */
  push(key: string, task: () => Promise<void>, superseded: () => void): void;
  /** Whether a task waits behind the one that runs. */
  hasNext(key: string): boolean;
}

export function createRowQueue(): RowQueue {
  const rows = new Map<string, { next: { task: () => Promise<void>; superseded: () => void } | null }>();

  async function run(key: string, task: () => Promise<void>): Promise<void> {
    const row: { next: { task: () => Promise<void>; superseded: () => void } | null } = { next: null };
    rows.set(key, row);
    await task();
    while (row.next) {
      const { task: next } = row.next;
      row.next = null;
      await next();
    }
    rows.delete(key);
  }

  return {
    push(key, task, superseded) {
      const row = rows.get(key);
      if (!row) {
        void run(key, task);
        return;
      }
      row.next?.superseded();
      row.next = { task, superseded };
    },
    hasNext: (key) => Boolean(rows.get(key)?.next),
  };
}

/** The role changes of one query client, whichever component asks for them. */
export interface RoleChanges {
  queue: RowQueue;
  /** What the server last confirmed, by row key: the row on screen may show a choice that was never sent. */
  confirmedRoles: Map<string, Role>;
  /** Row keys of members who are being removed, or were: how a change of their role ends no longer matters. */
  removedRows: Set<string>;
}

const roleChanges = new WeakMap<QueryClient, RoleChanges>();

/** One queue for all components that share a client, so that two tables of one app do not send at the same time. */
export function roleChangesOf(client: QueryClient): RoleChanges {
  const known = roleChanges.get(client) ?? {
    queue: createRowQueue(),
    confirmedRoles: new Map<string, Role>(),
    removedRows: new Set<string>(),
  };
  roleChanges.set(client, known);
  return known;
}

/** Names the row of a member among all rows of a query client. */
export function rowKeyOf(scope: KeyScope, userId: string): string {
  return JSON.stringify([...usersKeys.app(scope), userId]);
}
