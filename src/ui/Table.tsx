'use client';

import type { HTMLAttributes, ReactNode, Ref } from 'react';
import { Icon } from './Icon.js';
import { keepEnter } from './keepEnter.js';
import { SkeletonRows } from './SkeletonRows.js';
import { useSlot, type SlotName, type SlotState } from './useSlot.js';

/*
 * The platform's own table. The roles repeat what the tags say: on a narrow container rows are laid out as cards, and
 * some browsers forget what a table is when it is not displayed as one.
 */

export interface TableColumn {
  key: string;
  label: string;
  /** Read out but not seen: for the column of buttons. */
  isLabelHidden?: boolean;
  /** A picture and two lines stand in each cell: the skeleton of a row is as high. */
  hasPicture?: boolean;
  /** Absent where the column cannot be sorted by. */
  sort?: { direction: 'ascending' | 'descending' | null; label: string; onSort: () => void };
}

export interface TableProps {
  label: string;
  columns: readonly TableColumn[];
  /** How many skeleton rows stand in for the rows, or null when the rows are there. */
  loadingRows: number | null;
  isFetching?: boolean;
  tableRef?: Ref<HTMLTableElement>;
  children: ReactNode;
}

export function Table({ label, columns, loadingRows, isFetching = false, tableRef, children }: TableProps) {
  const slot = useSlot();
  return (
    <table
      ref={tableRef}
      {...slot('table', { fetching: isFetching })}
      role="table"
      aria-label={label}
      aria-busy={loadingRows !== null || undefined}
      tabIndex={-1}
    >
      <thead {...slot('table-head')} role="rowgroup">
        <tr {...slot('table-row')} role="row">
          {columns.map((column) => (
            <HeaderCell key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody {...slot('table-body')} role="rowgroup">
        {loadingRows === null ? children : <SkeletonRows rows={loadingRows} columns={columns} />}
      </tbody>
    </table>
  );
}

function HeaderCell({ column }: { column: TableColumn }) {
  const slot = useSlot();
  const { key, label, isLabelHidden, sort } = column;
  return (
    <th
      {...slot('table-header', { column: key })}
      scope="col"
      role="columnheader"
      aria-sort={sort ? (sort.direction ?? 'none') : undefined}
    >
      {sort ? (
        <button
          type="button"
          {...slot('table-sort', { direction: sort.direction })}
          title={sort.label}
          onClick={sort.onSort}
          onKeyDown={keepEnter}
        >
          {label}
          <Icon name={sort.direction ?? 'unsorted'} />
        </button>
      ) : (
        <span {...(isLabelHidden && slot('hidden'))}>{label}</span>
      )}
    </th>
  );
}

export interface TableRowProps {
  /** Class and state of the row, beside those that every row has. */
  name: SlotName;
  state?: SlotState;
  children: ReactNode;
}

export function TableRow({ name, state, children }: TableRowProps) {
  const slot = useSlot();
  const { className, ...data } = slot(name, state);
  return (
    <tr {...data} className={`${slot('table-row').className} ${className}`} role="row">
      {children}
    </tr>
  );
}

export interface TableCellProps extends Omit<HTMLAttributes<HTMLTableCellElement>, 'className'> {
  column: string;
  /** What the column is called, for the card layout, where its header is out of sight. */
  label?: string;
  /** The cell that names its row. */
  isRowHeader?: boolean;
}

export function TableCell({ column, label, isRowHeader = false, children, ...rest }: TableCellProps) {
  const slot = useSlot();
  const props = { ...rest, ...slot('table-cell', { column, label }) };
  return isRowHeader ? (
    <th {...props} scope="row" role="rowheader">
      {children}
    </th>
  ) : (
    <td {...props} role="cell">
      {children}
    </td>
  );
}
