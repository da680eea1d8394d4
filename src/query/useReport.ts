'use client';

import { useEffect } from 'react';
import { tellHost } from '../context/tellHost.js';
import { useUsersContext, type UsersOperation } from '../context/UsersContext.js';
import type { UsersError } from '../model/errors.js';

/** Calls the host's `onError` with a failed write. */
export function useReport(): (error: UsersError, operation: UsersOperation) => void {
  const { callbacks } = useUsersContext();
  return (error, operation) => tellHost(callbacks.current.onError, error, operation);
}

/** The failed reads that each provider has reported, so that several components of one list report it once. */
const reported = new WeakMap<object, WeakSet<UsersError>>();

/** Calls the host's `onError` once with the failure of a query. */
export function useReportedError(error: UsersError | null, operation: UsersOperation): void {
  const { callbacks } = useUsersContext();
  useEffect(() => {
    if (!error) return;
    const known = reported.get(callbacks) ?? new WeakSet();
    reported.set(callbacks, known);
    if (known.has(error)) return;
    known.add(error);
    tellHost(callbacks.current.onError, error, operation);
  }, [error, operation, callbacks]);
}
