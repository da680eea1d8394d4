import type { Role } from '../model/role.js';

/** What part of a list is wanted. */
export interface ListWish {
  appId: string;
  query?: string | undefined;
  role?: Role | undefined;
  /** Rows behind this position only. */
  after?: number | undefined;
  /** Default: all rows. */
  limit?: number | undefined;
}

/** Part of a list. `total` counts all matches; `last` is the position to go on from, null when nothing follows. */
export interface Rows<T> {
  rows: T[];
  total: number;
  last: number | null;
}

/** A row and its place, which never changes and is never used again: cursors survive writes. */
export interface Placed<T> {
  position: number;
  row: T;
}

/** The part of the matches that was wished for, as copies. */
export function cut<T extends object>(
  matches: readonly Placed<T>[],
  { after = 0, limit = Infinity }: ListWish,
): Rows<T> {
  const following = matches.filter(({ position }) => position > after);
  const page = following.slice(0, limit);
  return {
    rows: page.map(({ row }) => ({ ...row })),
    total: matches.length,
    last: following.length > page.length ? (page.at(-1)?.position ?? null) : null,
  };
}
