'use client';

import { useContext, useMemo, type ReactNode } from 'react';
import { ReadsContext } from '../context/ReadsContext.js';
import { useOwnAccess } from './useAccess.js';
import { useOwnRoles } from './useRoles.js';

/**
 * Reads once, for every piece and row below, who is looking and which roles may be given. Within another one it reads
 * nothing: a panel reads for its pieces.
 */
export function SharedReads({ children }: { children: ReactNode }) {
  return useContext(ReadsContext) ? children : <Reader>{children}</Reader>;
}

function Reader({ children }: { children: ReactNode }) {
  const access = useOwnAccess();
  const roles = useOwnRoles();
  // oxlint-disable-next-line react/exhaustive-deps -- every part of it is one, and there are always as many
  const reads = useMemo(() => ({ access, roles }), [roles, ...Object.values(access)]);
  return <ReadsContext.Provider value={reads}>{children}</ReadsContext.Provider>;
}
