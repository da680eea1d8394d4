import { UsersError } from '../model/errors.js';

/** Which list a cursor belongs to. */
type List = 'members' | 'invitations';

/** The position to go on from, as an opaque text; null when nothing follows. */
export function toCursor(list: List, last: number | null): string | null {
  return last === null ? null : btoa(`${list}:${last}`);
}

/**
 * The position in a cursor; undefined for the first page.
 *
 * @throws UsersError `invalid_input` for a cursor that this list never handed out.
 */
export function fromCursor(list: List, cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  const position = /^(\w+):(\d+)$/.exec(decode(cursor));
  if (position?.[1] === list) return Number(position[2]);
  throw new UsersError(
    'invalid_input',
    `${JSON.stringify(cursor)} is no cursor of this ${list} list. Pass on the nextCursor of its last answer unchanged.`,
  );
}

function decode(cursor: string): string {
  try {
    return atob(cursor);
  } catch {
    return '';
  }
}
