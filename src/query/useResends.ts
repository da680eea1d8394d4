'use client';

import { useQuery } from '@tanstack/react-query';
import { usersKeys } from './keys.js';
import type { Resend } from './resends.js';
import { useQueryScope } from './useQueryScope.js';

const none: readonly Resend[] = [];

/** The rows that were sent again on this page, to be laid over the invitations. */
export function useResends(): readonly Resend[] {
  const scope = useQueryScope();
  const { data } = useQuery(
    {
      queryKey: usersKeys.resends(scope),
      queryFn: () => none,
      enabled: false,
      initialData: none,
      staleTime: Infinity,
      // A half that failed is not forgotten while the panel is out of sight.
      gcTime: Infinity,
    },
    scope.queryClient,
  );
  return data;
}
