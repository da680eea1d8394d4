'use client';

import { useEffect } from 'react';
import { usersKeys } from './keys.js';
import { useQueryScope } from './useQueryScope.js';

/**
 * Whoever opens a list again is not shown an old failure: what could not be loaded then is asked for anew, once for all the
 * pieces that come at the same time; of a panel by the panel itself, for its pieces may come because a list has failed.
 */
export function useRetryFailed(): void {
  const scope = useQueryScope();
  useEffect(() => {
    void scope.queryClient.refetchQueries({
      queryKey: usersKeys.app(scope),
      predicate: ({ state }) => state.status === 'error' && state.data === undefined,
    });
  }, [scope]);
}
