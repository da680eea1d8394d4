'use client';

import { useQuery } from '@tanstack/react-query';
import { toUsersError, type UsersError } from '../model/errors.js';
import type { MembershipRequest } from '../model/membershipRequest.js';
import { usersKeys } from './keys.js';
import { policy } from './options.js';
import { useAccess } from './useAccess.js';
import { useQueryScope } from './useQueryScope.js';
import { useReport, useReportedError } from './useReport.js';

export interface MembershipRequestsState {
  /** `absent`: nobody can ask to be let in, or whoever looks may not answer. */
  status: 'absent' | 'loading' | 'failed' | 'ready';
  requests: readonly MembershipRequest[];
  total: number;
  error: UsersError | null;
  isFetching: boolean;
  refetch: () => void;
  /** Rejects with a `UsersError`; answers `gone` when somebody else was faster. */
  settle: (request: MembershipRequest, answer: 'accept' | 'reject') => Promise<'done' | 'gone'>;
}

const none: readonly MembershipRequest[] = [];
/** With what a back end says that nobody can ask. */
const OFF: ReadonlySet<string> = new Set(['forbidden', 'not_enabled', 'not_found']);

/** People who ask to be let in. Source: `DataProvider.listMembershipRequests`. */
export function useMembershipRequests(limit: number): MembershipRequestsState {
  const scope = useQueryScope();
  const { appId, dataProvider, queryClient } = scope;
  const { access, signedOut } = useAccess();
  const report = useReport();
  const queryKey = [...usersKeys.app(scope), 'membership-requests'];
  const isThere = dataProvider.listMembershipRequests !== undefined && access === 'manage' && !signedOut;
  const query = useQuery(
    {
      ...policy,
      queryKey: [...queryKey, limit],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await dataProvider.listMembershipRequests?.({ appId, limit, signal })) ?? null,
      enabled: isThere,
    },
    queryClient,
  );
  const error = query.error ? toUsersError(query.error) : null;
  const isOff = error !== null && OFF.has(error.code);
  useReportedError(isOff ? null : error, 'listMembershipRequests');
  let status: MembershipRequestsState['status'] = 'loading';
  if (!isThere || isOff) status = 'absent';
  else if (query.data) status = 'ready';
  else if (error) status = 'failed';
  return {
    status,
    requests: query.data?.requests ?? none,
    total: query.data?.total ?? 0,
    error,
    isFetching: query.isFetching,
    refetch: () => void query.refetch(),
    async settle({ requestId }, answer) {
      const operation = answer === 'accept' ? 'acceptMembershipRequest' : 'rejectMembershipRequest';
      try {
        await dataProvider[operation]?.({ appId, requestId });
        return 'done';
      } catch (thrown) {
        const failure = toUsersError(thrown);
        if (failure.code === 'not_found') return 'gone';
        report(failure, operation);
        throw failure;
      } finally {
        await queryClient.invalidateQueries({ queryKey });
        if (answer === 'accept') void queryClient.invalidateQueries({ queryKey: usersKeys.members(scope) });
      }
    },
  };
}
