'use client';

import type { ReactNode } from 'react';
import { useUsersContext } from '../context/UsersContext.js';
import { ClassNamesContext } from '../ui/useSlot.js';

/**
 * Around every public piece: hands the host's classes to the parts inside, which know nothing of the provider, and begins
 * anew with another app. A search, a question or addresses that were meant for one app are not carried to the next.
 */
export function Piece({ children }: { children: ReactNode }) {
  const { appId, classNames } = useUsersContext();
  return (
    <ClassNamesContext.Provider key={appId} value={classNames}>
      {children}
    </ClassNamesContext.Provider>
  );
}
