'use client';

import { useSlot } from './useSlot.js';

/* One grid of 16, one stroke of 1.5, no fill: every icon takes the colour of the text around it. */
const paths = {
  search: 'M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10Zm3.6-1.4L14 14',
  chevron: 'm4 6 4 4 4-4',
  previous: 'm10 3-5 5 5 5',
  next: 'm6 3 5 5-5 5',
  remove: 'M2.5 4.5h11M6 4.5v-2h4v2m-6 0 .6 9h6.8l.6-9M6.7 7v4m2.6-4v4',
  close: 'm4 4 8 8m0-8-8 8',
  check: 'm3 8.5 3.2 3.2L13 5',
  alert: 'M8 1.8 15 14H1L8 1.8Zm0 4.4v3.6m0 2v.1',
  ascending: 'M8 13V3m0 0L4 7m4-4 4 4',
  descending: 'M8 3v10m0 0 4-4m-4 4L4 9',
  unsorted: 'm5 6 3-3 3 3m0 4-3 3-3-3',
  person: 'M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8Zm-5 5.6c.4-2.3 2.2-3.6 5-3.6s4.6 1.3 5 3.6',
  lock: 'M3.5 7h9v6.5h-9zm2 0V5a2.5 2.5 0 0 1 5 0v2',
} as const;

/** What an icon shows: one of those that are here from the first, or the drawing of one that comes later. */
export type IconName = keyof typeof paths | { readonly path: string };

/** Decoration: what it stands for is always also said in words. */
export function Icon({ name }: { name: IconName }) {
  const slot = useSlot();
  return (
    // Without the sheet an SVG of no size would be as wide as the page.
    <svg {...slot('icon')} width={16} height={16} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={typeof name === 'string' ? paths[name] : name.path} />
    </svg>
  );
}
