import { UsersError } from '../../model/errors.js';

/** Clerk's largest page. */
const MAX_LIMIT = 500;

/** Which part of a list is wanted. */
export interface Slice {
  limit: number;
  offset: number;
}

/**
 * The slice that a cursor and a limit mean; a larger limit than Clerk's largest is cut to it.
 * @throws {UsersError} `invalid_input` for a cursor that this list never handed out, or a limit that is no count
 */
export function sliceOf(list: string, cursor: string | undefined, limit = 50): Slice {
  if (!Number.isSafeInteger(limit) || limit < 1) {
    throw new UsersError('invalid_input', `A page of ${limit} rows cannot be made. Give a whole limit of 1 or more.`);
  }
  const [name, offset = ''] = (cursor ?? `${list}:0`).split(':');
  if (name !== list || !/^\d{1,9}$/.test(offset)) {
    throw new UsersError('invalid_input', `${JSON.stringify(cursor)} is no cursor of the list of ${list}.`);
  }
  return { limit: Math.min(limit, MAX_LIMIT), offset: Number(offset) };
}

/** Where the list goes on behind `count` rows of a slice; null at its end. `total` is what Clerk counts. */
export function nextOffsetCursor(list: string, { offset }: Slice, count: number, total: number): string | null {
  const next = offset + count;
  return count > 0 && next < total ? `${list}:${next}` : null;
}
