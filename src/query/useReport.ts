'use client';

import { useCallback, useEffect } from 'react';
import { tellHost } from '../context/tellHost.js';
import { useUsersContext, type UsersOperation } from '../context/UsersContext.js';
import type { UsersError } from '../model/errors.js';

const reported = new WeakSet<UsersError>();

/** Tells the host's `onError` of a failure: once, however many pieces show it. */
export function useReport(): (error: UsersError, operation: UsersOperation) => void {
  const { callbacks } = useUsersContext();
  return useCallback(
    (error, operation) => {
      if (reported.has(error)) return;
      reported.add(error);
      tellHost(callbacks.current.onError, error, operation);
    },
    [callbacks],
  );
}

/** The same for a failure that a query came to. */
export function useReportedError(error: UsersError | null, operation: UsersOperation): void {
  const report = useReport();
  useEffect(() => {
    if (error) report(error, operation);
  }, [error, operation, report]);
}
