'use client';

import { useEffect } from 'react';
import { isDevelopment } from '../context/isDevelopment.js';
import { tellHost } from '../context/tellHost.js';
import { useUsersContext, type UsersContextValue, type UsersOperation } from '../context/UsersContext.js';
import { warnOfFailure } from '../context/warnOfFailure.js';
import type { UsersError } from '../model/errors.js';
import { forgetDrafts } from './draftKeys.js';

/** Calls the host's `onError` with a failed write. */
export function useReport(): (error: UsersError, operation: UsersOperation) => void {
  const { callbacks, dataProvider } = useUsersContext();
  return (error, operation) => report(callbacks, dataProvider, error, operation);
}

/** The failed reads that each provider has reported, so that several components of one list report it once. */
const reported = new WeakMap<object, WeakSet<UsersError>>();

/** Calls the host's `onError` once with the failure of a query. */
export function useReportedError(error: UsersError | null, operation: UsersOperation): void {
  const { callbacks, dataProvider } = useUsersContext();
  useEffect(() => {
    if (!error) return;
    const known = reported.get(callbacks) ?? new WeakSet();
    reported.set(callbacks, known);
    if (known.has(error)) return;
    known.add(error);
    report(callbacks, dataProvider, error, operation);
  }, [error, operation, callbacks, dataProvider]);
}

function report(
  callbacks: UsersContextValue['callbacks'],
  { name }: UsersContextValue['dataProvider'],
  error: UsersError,
  operation: UsersOperation,
): void {
  if (isDevelopment) warnOfFailure(error, operation);
  // The session has ended, and with it what it left in the tab.
  if (error.code === 'unauthenticated') forgetDrafts(name, null);
  tellHost(callbacks.current.onError, error, operation);
}
