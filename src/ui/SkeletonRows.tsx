'use client';

import type { TableColumn } from './Table.js';
import { useSlot } from './useSlot.js';

/** Rows of the size that the real ones will have, so that nothing moves when they come. */
export function SkeletonRows({ rows, columns }: { rows: number; columns: readonly TableColumn[] }) {
  const slot = useSlot();
  const line = <span {...slot('skeleton')} />;
  const picture = (
    <div {...slot('person')}>
      <span {...slot('avatar')} />
      <div {...slot('person-text')}>{line}</div>
    </div>
  );
  return Array.from({ length: rows }, (_, row) => (
    // oxlint-disable-next-line react/no-array-index-key -- skeletons have no identity
    <tr key={row} {...slot('table-row')} aria-hidden="true">
      {columns.map(({ key, hasPicture }) => (
        <td key={key} {...slot('table-cell', { column: key })}>
          {hasPicture ? picture : line}
        </td>
      ))}
    </tr>
  ));
}
