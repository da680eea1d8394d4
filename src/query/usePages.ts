'use client';

import { useState } from 'react';

/** One page of a list. */
export interface Page<T> {
  rows: readonly T[];
  /** Rows before this page. */
  offset: number;
  /** Absent on the first page. */
  previous?: () => void;
  /** Absent on the last page. */
  next?: () => void;
}

export interface Pages {
  /** What to ask a `cursor` data provider for; absent on its first page. */
  cursor?: string;
  /** Back to the first page: another search, filter or order. */
  restart: () => void;
  /** The page of a list: a slice of a whole one, or the response itself with the cursor of the next. */
  show: <T>(list: readonly T[], response: PageResponse) => Page<T>;
}

/** What `show` needs to know about the response behind a page. */
export interface PageResponse {
  nextCursor: string | null;
  /** Whether the rows belong to the requested page. False while it loads and the rows of another one stay on screen. */
  isCurrent: boolean;
}

/** Pages through a list: in memory when the whole of it is there, by cursors when the back end pages. */
export function usePages(pageSize: number, paging: 'whole' | 'cursor'): Pages {
  const [index, setIndex] = useState(0);
  /** The cursors that led here, so that one can go back: a cursor says nothing of its neighbours. */
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const whole = paging === 'whole';
  const cursor = cursors.at(-1);

  return {
    ...(cursor !== undefined && { cursor }),
    restart() {
      setIndex(0);
      setCursors([]);
    },
    show(list, { nextCursor, isCurrent }) {
      if (!whole) {
        // Rows may go while their page is on screen. An empty last page steps back to the page before it.
        if (isCurrent && list.length === 0 && nextCursor === null && cursors.length > 0)
          setCursors(cursors.slice(0, -1));
        return {
          rows: list,
          offset: cursors.length * pageSize,
          ...(cursors.length > 0 && { previous: () => setCursors(cursors.slice(0, -1)) }),
          ...(nextCursor !== null && { next: () => setCursors([...cursors, nextCursor]) }),
        };
      }
      // Rows may go while one looks at the last page.
      const last = Math.max(0, Math.ceil(list.length / pageSize) - 1);
      const shown = Math.min(index, last);
      const offset = shown * pageSize;
      return {
        rows: list.slice(offset, offset + pageSize),
        offset,
        ...(shown > 0 && { previous: () => setIndex(shown - 1) }),
        ...(shown < last && { next: () => setIndex(shown + 1) }),
      };
    },
  };
}
