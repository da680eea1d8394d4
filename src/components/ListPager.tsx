'use client';

import { useMessages } from '../context/useMessages.js';
import type { Page } from '../query/usePages.js';
import { Pager } from '../ui/Pager.js';

export interface ListPagerProps {
  label: string;
  page: Page<unknown>;
  pageSize: number;
  /** Rows on all pages. */
  total: number;
}

/** "11–20 of 143" and the ways to go on; nothing where one page has everything. */
export function ListPager({ label, page, pageSize, total }: ListPagerProps) {
  const { messages, say } = useMessages();
  const { panel } = messages;
  if (total <= pageSize && page.offset === 0) return null;
  return (
    <Pager
      label={label}
      range={say(panel.range, {
        from: page.offset + Math.min(1, page.rows.length),
        to: page.offset + page.rows.length,
        total,
      })}
      previousLabel={panel.previous}
      nextLabel={panel.next}
      onPrevious={page.previous}
      onNext={page.next}
    />
  );
}
