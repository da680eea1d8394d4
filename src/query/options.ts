import type { QueryClient } from '@tanstack/react-query';
import type { ListMembersInput } from '../model/dataProvider.js';
import type { DataProvider } from '../model/dataProvider.js';
import { isUsersError } from '../model/errors.js';
import { usersKeys } from './keys.js';
import { RecentWrites } from './recentWrites.js';

/** What every query needs to know. */
export interface QueryScope {
  appId: string;
  dataProvider: DataProvider;
  queryClient: QueryClient;
}

/** What a `cursor` provider is asked for; a `whole` one has everything already. */
export type MemberFilter = Pick<ListMembersInput, 'query' | 'role' | 'cursor' | 'limit'>;

const MAX_RETRIES = 3;
/** Told to wait longer than this, the person decides, not a timer. In seconds. */
const MAX_RETRY_AFTER = 30;

/** Reads only: a write is never sent again blindly. */
function retry(failures: number, error: unknown): boolean {
  if (failures >= MAX_RETRIES || !isUsersError(error)) return false;
  switch (error.code) {
    case 'network':
    case 'timeout':
    case 'server_error':
      return true;
    case 'rate_limited':
      return (error.retryAfter ?? 0) <= MAX_RETRY_AFTER;
    default:
      return false;
  }
}

/** In milliseconds. */
function retryDelay(failures: number, error: unknown): number {
  if (isUsersError(error) && error.retryAfter) return error.retryAfter * 1000;
  // Jitter, so that the visitors of one app do not come back all at once.
  return 1000 * 2 ** failures * (0.5 + Math.random() / 2);
}

/*
 * Set on every query, so that a host's own client and defaults count for nothing here. `networkMode` is 'always' since a
 * paused query would look like loading: the data provider says `offline` at once. `staleTime` keeps refetching on focus
 * and reconnection to one in 30 s: all visitors of a Canvas app share its owner's rate limit.
 */
export const policy = {
  retry,
  retryDelay,
  networkMode: 'always',
  staleTime: 30_000,
  // On a server the timer would keep the process alive for five minutes.
  gcTime: typeof window === 'undefined' ? Infinity : 300_000,
  refetchOnWindowFocus: true,
  refetchOnReconnect: true,
  refetchOnMount: true,
  // A part that comes later must not ask again for what has just failed.
  retryOnMount: false,
  refetchInterval: false,
  throwOnError: false,
} as const;

export function membersOptions(scope: QueryScope, filter: MemberFilter = {}) {
  const { appId, dataProvider, queryClient } = scope;
  return {
    ...policy,
    queryKey: dataProvider.paging === 'whole' ? usersKeys.members(scope) : [...usersKeys.members(scope), filter],
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const asked = dataProvider.paging === 'whole' ? {} : filter;
      const page = await dataProvider.listMembers({ appId, signal, ...asked });
      new RecentWrites(queryClient, scope).forgetAgreedMembers(page, dataProvider.paging === 'whole');
      return page;
    },
  };
}

export function invitationsOptions(scope: QueryScope, filter: Pick<MemberFilter, 'cursor' | 'limit'> = {}) {
  const { appId, dataProvider, queryClient } = scope;
  return {
    ...policy,
    queryKey:
      dataProvider.paging === 'whole' ? usersKeys.invitations(scope) : [...usersKeys.invitations(scope), filter],
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const asked = dataProvider.paging === 'whole' ? {} : filter;
      const page = await dataProvider.listInvitations({ appId, signal, ...asked });
      new RecentWrites(queryClient, scope).forgetAgreedInvitations(page, dataProvider.paging === 'whole');
      return page;
    },
  };
}

/** Who is looking. Pages know it without a request, so it is asked again whenever one comes back to the page. */
export function currentUserOptions(scope: QueryScope) {
  return {
    ...policy,
    staleTime: 5_000,
    queryKey: usersKeys.currentUser(scope),
    queryFn: async () => (await scope.dataProvider.getCurrentUser?.()) ?? { status: 'unknown' as const },
  };
}

/** What the data provider itself says of the person who is looking; null where it says nothing. */
export function accessOptions(scope: QueryScope) {
  const { appId, dataProvider } = scope;
  return {
    ...policy,
    queryKey: usersKeys.access(scope),
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const [access, currentMember] = await Promise.all([
        dataProvider.getAccess?.({ appId, signal }) ?? null,
        dataProvider.getCurrentMember?.({ appId, signal }) ?? null,
      ]);
      return { access, currentMember };
    },
  };
}

export function rolesOptions(scope: QueryScope) {
  const { appId, dataProvider } = scope;
  return {
    ...policy,
    queryKey: usersKeys.roles(scope),
    queryFn: async ({ signal }: { signal: AbortSignal }) => (await dataProvider.listRoles?.({ appId, signal })) ?? null,
  };
}
