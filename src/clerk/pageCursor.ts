import { UsersError } from '../model/errors.js';

/** Clerk's lists go by pages of one size, counted from 1: a cursor says which comes next. */
export interface PageCursor {
  initialPage: number;
  pageSize: number;
}

/** Source: the limit of the Frontend API's lists. */
const MAX_ROWS = 500;
const ROWS = 50;

/**
 * The page that is asked for. A cursor brings the size of its pages along: with another one rows would be left out.
 * @throws {UsersError} `invalid_input` for a cursor that no list handed out, or a limit that is no count.
 */
export function readPageCursor(cursor: string | undefined, limit: number = ROWS): PageCursor {
  if (!Number.isSafeInteger(limit) || limit < 1) {
    throw new UsersError('invalid_input', `A page of ${limit} rows cannot be made. Give a whole limit of 1 or more.`);
  }
  if (cursor === undefined) return { initialPage: 1, pageSize: Math.min(limit, MAX_ROWS) };
  const found = /^([1-9]\d{0,8})x([1-9]\d{0,2})$/.exec(cursor);
  if (found && Number(found[2]) <= MAX_ROWS) return { initialPage: Number(found[1]), pageSize: Number(found[2]) };
  throw new UsersError(
    'invalid_input',
    `${JSON.stringify(cursor)} is no cursor of this list. Pass on the nextCursor of its last answer unchanged.`,
  );
}

/** The cursor of the page behind this one; null when this is the last. */
export function nextPageCursor({ initialPage, pageSize }: PageCursor, rows: number, total: number): string | null {
  // An empty page is the last one, whatever the total says: it must come to an end.
  return rows > 0 && initialPage * pageSize < total ? `${initialPage + 1}x${pageSize}` : null;
}
