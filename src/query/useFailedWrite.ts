'use client';

import type { UsersOperation } from '../context/UsersContext.js';
import type { UsersError } from '../model/errors.js';
import { usersKeys } from './keys.js';
import { useQueryScope } from './useQueryScope.js';
import { useReport } from './useReport.js';

/** Tells the host that a write failed, and reads access again when the refusal puts it in doubt. */
export function useFailedWrite(): (error: UsersError, operation: UsersOperation) => void {
  const scope = useQueryScope();
  const report = useReport();
  return (error, operation) => {
    report(error, operation);
    if (error.code !== 'forbidden' && error.code !== 'unauthenticated') return;
    for (const keyOf of [usersKeys.access, usersKeys.currentUser, usersKeys.members]) {
      void scope.queryClient.invalidateQueries({ queryKey: keyOf(scope) });
    }
  };
}
