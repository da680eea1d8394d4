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
