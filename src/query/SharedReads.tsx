'use client';

import { useContext, type ReactNode } from 'react';
import { AccessContext } from '../context/AccessContext.js';
import { RolesContext } from '../context/RolesContext.js';
import { isDevelopment } from '../context/isDevelopment.js';
import { useOwnAccess } from './useAccess.js';
import { useCurrentUserCheck } from './useCurrentUserCheck.js';
import { useRefetchOnReturn } from './useRefetchOnReturn.js';
import { useRetryFailed } from './useRetryFailed.js';
import { useOwnRoles } from './useRoles.js';

/**
 * Reads once, for every piece and row below, who is looking and which roles may be given. Within another one of the same
 * `UsersProvider` it does nothing: a panel reads for its pieces.
 */
export function SharedReads({ children }: { children: ReactNode }) {
  return useContext(AccessContext) ? children : <Reader>{children}</Reader>;
}

function Reader({ children }: { children: ReactNode }) {
  const access = useOwnAccess();
  // oxlint-disable-next-line react/rules-of-hooks -- a constant, so that bundlers leave the check out in production
  if (isDevelopment) useCurrentUserCheck(access);
  const roles = useOwnRoles();
  useRetryFailed();
  useRefetchOnReturn();
  return (
    <AccessContext.Provider value={access}>
      <RolesContext.Provider value={roles}>{children}</RolesContext.Provider>
    </AccessContext.Provider>
  );
}
