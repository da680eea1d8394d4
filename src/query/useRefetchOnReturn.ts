'use client';

import { useEffect, useRef } from 'react';
import { useUsersContext } from '../context/UsersContext.js';
import { usersKeys } from './keys.js';
import { policy } from './options.js';
import type { ReturnOptions } from './refetchOnReturn.js';
import { useQueryScope } from './useQueryScope.js';
import { signInOpenedAt } from './useSignIn.js';

/** Refetches when the person comes back to the panel. The code for it is loaded after the first render. */
export function useRefetchOnReturn(): void {
  const scope = useQueryScope();
  const { currentUserId } = useUsersContext();
  const given = useRef(currentUserId);
  useEffect(() => {
    const userKey = usersKeys.currentUser(scope);
    const options: ReturnOptions = {
      scope,
      appKey: usersKeys.app(scope),
      userKey,
      staleTime: policy.staleTime,
      signInOpenedAt,
      lastUser: scope.queryClient.getQueryData(userKey),
      isOther: given.current !== undefined && given.current !== currentUserId,
    };
    given.current = currentUserId;
    let stop: (() => void) | undefined;
    let isOver = false;
    // Without it, TanStack Query still refetches old lists when the page is shown or the connection is back.
    import('./refetchOnReturn.js').then(
      ({ refetchOnReturn }) => {
        if (!isOver) stop = refetchOnReturn(options);
      },
      () => undefined,
    );
    return () => {
      isOver = true;
      stop?.();
    };
  }, [scope, currentUserId]);
}
