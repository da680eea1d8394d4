import type { Language } from '../context/language.js';
import type { MemberSortKey } from '../query/sortMembers.js';
import type { MemberView } from '../query/useMemberView.js';
import type { TableColumn } from '../ui/Table.js';
import type { MemberColumn } from './MemberRow.js';

export interface MemberColumnsOptions {
  columns: readonly MemberColumn[] | undefined;
  hasActions: boolean;
}

/** The heads of the member table: ours, the host's, and that of the actions. Sortable where the list can be sorted. */
export function memberColumns(
  { sort, setSort }: Pick<MemberView, 'sort' | 'setSort'>,
  { messages, say }: Language,
  { columns: extra = [], hasActions }: MemberColumnsOptions,
): TableColumn[] {
  const words = messages.members;
  const column = (key: string, by: MemberSortKey, label: string): TableColumn => {
    if (!setSort) return { key, label };
    const isSorted = sort?.by === by;
    const direction = isSorted ? (sort.descending ? 'descending' : 'ascending') : null;
    return {
      key,
      label,
      sort: {
        direction,
        label: say(words.sortBy, { column: label }),
        // Up, down, and back to the order of the back end.
        onSort: () => setSort(isSorted && sort.descending ? null : { by, descending: isSorted }),
      },
    };
  };
  const columns: TableColumn[] = [
    { ...column('person', 'name', words.person), hasPicture: true },
    column('role', 'role', words.role),
    column('joined', 'joined', words.joined),
    ...extra.map(({ key, header }) => ({ key, label: header })),
  ];
  if (hasActions) columns.push({ key: 'actions', label: words.actions, isLabelHidden: true });
  return columns;
}
