'use client';

import { useSlot } from './useSlot.js';

/** Rows of the size that the real ones will have, so that nothing moves when they come. */
export function SkeletonRows({ rows, columns }: { rows: number; columns: readonly string[] }) {
  const slot = useSlot();
  return Array.from({ length: rows }, (_, row) => (
    // oxlint-disable-next-line react/no-array-index-key -- skeletons have no identity
    <tr key={row} {...slot('table-row')} aria-hidden="true">
      {columns.map((column) => (
        <td key={column} {...slot('table-cell', { column })}>
          <span {...slot('skeleton')} />
        </td>
      ))}
    </tr>
  ));
}
