import type { UsersError } from '../model/errors.js';
import { toUsersError } from '../model/errors.js';
import type { CurrentAccess } from '../context/AccessContext.js';

/** What every list says of itself. */
export interface ListState extends CurrentAccess {
  /** `idle`: not asked for, since whoever looks may not read it. */
  status: 'idle' | 'loading' | 'failed' | 'ready';
  /** Why the list could not be loaded, or (with rows on screen) refreshed. */
  error: UsersError | null;
  isFetching: boolean;
  /** When the list was last answered, in milliseconds since 1970; 0 when it never was. */
  updatedAt: number;
  /** Why the last try failed, while the next one is on its way. */
  retrying: UsersError | null;
  /** How many there are, as the back end says. */
  total: number;
  /** Rows that were there but could not be read. */
  unreadable: number;
  /** Opaque; null on the last page. */
  nextCursor: string | null;
  /** Whether the rows belong to the requested page. False while it loads, also when rows of another page stay visible. */
  isCurrent: boolean;
  /** Fewer rows came than there are. Never so for a list that the back end pages. */
  incomplete: boolean;
  refetch: () => void;
}

interface Page {
  total: number;
  unreadable: number;
  nextCursor: string | null;
}

interface Query {
  error: unknown;
  isFetching: boolean;
  isPlaceholderData: boolean;
  failureReason: unknown;
  dataUpdatedAt: number;
  refetch: () => unknown;
}

/** Sums up a list from its query, its page with recent writes laid over, and who is looking. */
export function listState(
  query: Query,
  page: Page | undefined,
  rows: number,
  { access, mayRead, paging }: { access: CurrentAccess; mayRead: boolean; paging: 'whole' | 'cursor' },
): ListState {
  const error = query.error ? toUsersError(query.error) : access.error;
  const total = page?.total ?? 0;
  const unreadable = page?.unreadable ?? 0;
  let status: ListState['status'] = 'loading';
  if (access.signedOut || access.access === 'none' || (!mayRead && access.mayRead)) status = 'idle';
  else if (page) status = 'ready';
  else if (error) status = 'failed';
  return {
    ...access,
    status,
    error,
    isFetching: query.isFetching,
    updatedAt: query.dataUpdatedAt,
    retrying: query.isFetching && query.failureReason ? toUsersError(query.failureReason) : null,
    total,
    unreadable,
    // The old page that stays on screen says nothing of what comes after the one that is asked for.
    nextCursor: query.isPlaceholderData ? null : (page?.nextCursor ?? null),
    isCurrent: page !== undefined && !query.isPlaceholderData,
    incomplete: paging === 'whole' && rows + unreadable < total,
    refetch: () => {
      if (access.error) access.refetch();
      void query.refetch();
    },
  };
}

/** While a `cursor` back end answers, its old rows stay; those of another app never do. */
export function keepPreviousPage(appKey: readonly unknown[]) {
  return <T>(data: T | undefined, query: { queryKey: readonly unknown[] } | undefined): T | undefined =>
    appKey.every((part, index) => query?.queryKey[index] === part) ? data : undefined;
}
