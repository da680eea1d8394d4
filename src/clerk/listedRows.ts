import type { UsersError } from '../model/errors.js';
import type { ClerkPage, ClerkPaging } from './clerkLike.js';
import { rowOf } from './clerkRows.js';

/** What may be done to a row of Clerk's is a method of the row itself, not of its organization. */
export interface ListedRows {
  /** Remembers the rows of an answer, in place of older ones of the same id. */
  keep(rows: readonly unknown[]): void;
  /**
   * Calls a method of the row with this id. One that was not listed here before is looked for, until the signal ends it.
   * @throws {UsersError} as `missing` says, when there is none.
   */
  act(id: string, method: 'revoke' | 'accept' | 'reject', signal: AbortSignal): Promise<unknown>;
}

export interface ListedRowsOptions {
  /** A page of all rows, also those that are settled. */
  list: (paging: ClerkPaging) => Promise<ClerkPage>;
  missing: (id: string) => UsersError;
}

const ROWS = 500;
/** Rows kept at most; an older one is looked for again. */
const MAX_KEPT = 5000;

/** The rows of one list of one organization, by id. */
export function createListedRows({ list, missing }: ListedRowsOptions): ListedRows {
  const kept = new Map<unknown, unknown>();

  function keep(rows: readonly unknown[]) {
    for (const row of rows) {
      const { id } = rowOf(row);
      kept.delete(id);
      kept.set(id, row);
    }
    for (const id of kept.keys()) {
      if (kept.size <= MAX_KEPT) break;
      kept.delete(id);
    }
  }

  async function find(id: string, signal: AbortSignal): Promise<unknown> {
    for (let initialPage = 1; !kept.has(id); initialPage += 1) {
      const { data, total_count: total } = await list({ initialPage, pageSize: ROWS });
      keep(data);
      signal.throwIfAborted();
      // So that no total at all is an end, too.
      if (data.length === 0 || !(initialPage * ROWS < total)) break;
    }
    if (kept.has(id)) return kept.get(id);
    throw missing(id);
  }

  return {
    keep,
    async act(id, method, signal) {
      const row = (await find(id, signal)) as Record<typeof method, () => Promise<unknown>>;
      try {
        return await row[method]();
      } finally {
        // Whatever came of it, the next one must see how the row stands then.
        kept.delete(id);
      }
    },
  };
}
