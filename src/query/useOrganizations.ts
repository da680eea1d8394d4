'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DataProvider } from '../model/dataProvider.js';
import { toUsersError, type UsersError } from '../model/errors.js';
import type { Organization } from '../model/organization.js';
import { keepPreviousPage } from './listState.js';
import { currentUserOptions, policy } from './options.js';
import { useQueryScope } from './useQueryScope.js';
import { useReportedError } from './useReport.js';

export interface OrganizationsState {
  /** `absent`: the data provider knows of no organizations. `signed_out`: nobody is there who could belong to one. */
  status: 'absent' | 'signed_out' | 'loading' | 'failed' | 'ready';
  organizations: readonly Organization[];
  total: number;
  error: UsersError | null;
  isFetching: boolean;
  refetch: () => void;
  /** Absent when all are there. */
  showMore?: () => void;
}

const none: readonly Organization[] = [];

/** Every list of organizations, whoever looks. They do not belong to an app. */
export const organizationsKey = ({ name }: Pick<DataProvider, 'name'>) =>
  ['users-panel', name, 'organizations'] as const;

/** The organizations of the person who is looking. Source: `DataProvider.listOrganizations`. */
export function useOrganizations(pageSize: number): OrganizationsState {
  const scope = useQueryScope();
  const { dataProvider, queryClient } = scope;
  const [pages, setPages] = useState(1);
  const asksUser = dataProvider.getCurrentUser !== undefined;
  const user = useQuery(currentUserOptions(scope, asksUser), queryClient);
  const signedOut = user.data?.status === 'signed_out';
  const key = [...organizationsKey(dataProvider), user.data?.status === 'signed_in' ? user.data.userId : null];
  const limit = pages * pageSize;
  const isThere = dataProvider.listOrganizations !== undefined;
  const query = useQuery(
    {
      ...policy,
      queryKey: [...key, limit],
      queryFn: async ({ signal }: { signal: AbortSignal }) =>
        (await dataProvider.listOrganizations?.({ limit, signal })) ?? null,
      enabled: isThere && !signedOut && (!asksUser || !user.isPending),
      placeholderData: keepPreviousPage(key),
    },
    queryClient,
  );
  const error = query.error ? toUsersError(query.error) : null;
  useReportedError(error, 'listOrganizations');
  const organizations = query.data?.organizations ?? none;
  const total = query.data?.total ?? 0;
  let status: OrganizationsState['status'] = 'loading';
  if (!isThere) status = 'absent';
  else if (signedOut) status = 'signed_out';
  else if (query.data) status = 'ready';
  else if (error) status = 'failed';
  return {
    status,
    organizations,
    total,
    error,
    isFetching: query.isFetching,
    refetch: () => void query.refetch(),
    ...(query.data?.nextCursor && { showMore: () => setPages(pages + 1) }),
  };
}
