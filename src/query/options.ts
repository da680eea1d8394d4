import { replaceEqualDeep, type QueryClient, type QueryKey } from '@tanstack/react-query';
import type { DataProvider, ListMembersInput, MemberPage } from '../model/dataProvider.js';
import { isUsersError } from '../model/errors.js';
import { checkPage } from './checkPage.js';
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
  // Ten thousand members are megabytes: a panel that has gone lets go of them soon. On a server the timer would keep the
  // process alive.
  gcTime: typeof window === 'undefined' ? Infinity : 60_000,
  // A list from the future was read before the clock of the device was set back, and would count as fresh for hours.
  refetchOnWindowFocus: ({ state }: { state: { dataUpdatedAt: number } }) =>
    state.dataUpdatedAt > Date.now() ? 'always' : true,
  refetchOnReconnect: true,
  refetchOnMount: true,
  // A part that comes later must not ask again for what has just failed.
  retryOnMount: false,
  refetchInterval: false,
  throwOnError: false,
} as const;

/**
 * Who did not change stays the same object wherever the row has moved, and is not rendered again. TanStack Query's own
 * sharing goes by place: a row that is gone would make every one behind it new.
 */
function shareMembers(old: unknown, next: unknown): unknown {
  const shared = replaceEqualDeep(old, next);
  if (!old || shared === old) return shared;
  const known = new Map((old as MemberPage).members.map((member) => [member.userId, member]));
  const page = next as MemberPage;
  return { ...page, members: page.members.map((member) => replaceEqualDeep(known.get(member.userId), member)) };
}

export function membersOptions(scope: QueryScope, filter: MemberFilter = {}) {
  return {
    ...pageOptions(scope, usersKeys.members(scope), filter, async (input) => {
      const page = checkPage('listMembers', 'members', 'userId', await scope.dataProvider.listMembers(input));
      // A provider may ignore the signal. The response of a cancelled query is not shown, so it confirms nothing.
      if (input.signal?.aborted) return page;
      const writes = new RecentWrites(scope.queryClient, scope);
      // Once what was written has been on screen: a back end may agree before anything shows that it was made here.
      setTimeout(() => writes.forgetAgreedMembers(page, isWhole(scope)));
      return page;
    }),
    structuralSharing: shareMembers,
  };
}

export function invitationsOptions(scope: QueryScope, filter: Pick<MemberFilter, 'cursor' | 'limit'> = {}) {
  return pageOptions(scope, usersKeys.invitations(scope), filter, async (input) => {
    const answer = await scope.dataProvider.listInvitations(input);
    const page = checkPage('listInvitations', 'invitations', 'invitationId', answer);
    if (input.signal?.aborted) return page;
    new RecentWrites(scope.queryClient, scope).forgetAgreedInvitations(page, isWhole(scope));
    return page;
  });
}

/** A `whole` provider has one page, asked for as a whole; a `cursor` one has a page for each filter. */
function pageOptions<T>(
  scope: QueryScope,
  key: QueryKey,
  filter: MemberFilter,
  list: (input: ListMembersInput) => Promise<T>,
) {
  const asked = isWhole(scope) ? undefined : filter;
  return {
    ...policy,
    queryKey: asked ? [...key, asked] : key,
    queryFn: ({ signal }: { signal: AbortSignal }) => list({ appId: scope.appId, signal, ...asked }),
  };
}

/** Whether a list has to be kept up to date by whoever asks for it first: always a whole one, a page until it is there. */
export function isMissing(scope: QueryScope, queryKey: QueryKey): boolean {
  return isWhole(scope) || scope.queryClient.getQueryData(queryKey) === undefined;
}

const isWhole = ({ dataProvider }: QueryScope) => dataProvider.paging === 'whole';

/** Who is looking. Pages know it without a request, so it is asked again whenever one comes back to the page. */
export function currentUserOptions(scope: QueryScope, isAsked = true) {
  return {
    ...policy,
    staleTime: 5_000,
    queryKey: usersKeys.currentUser(scope),
    queryFn: async () => (await scope.dataProvider.getCurrentUser?.()) ?? { status: 'unknown' as const },
    initialData: () => scope.dataProvider.peekCurrentUser?.(),
    // A server neither asks nor reads the clock, which Next.js forbids in what it prerenders.
    ...(typeof window === 'undefined' && { initialDataUpdatedAt: 0 }),
    enabled: isAsked && typeof window !== 'undefined',
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
