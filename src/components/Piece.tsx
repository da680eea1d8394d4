'use client';

import type { ReactNode } from 'react';
import { useUsersContext } from '../context/UsersContext.js';
import { ClassNamesContext } from '../ui/useSlot.js';

/**
 * Wraps every public component: passes the host's classes to the generic components inside, which do not know the
 * provider, and resets all state for another app or data provider. Cursors, a search, an open dialog or addresses that
 * belong to one are not carried over to the next.
 */
export function Piece({ children }: { children: ReactNode }) {
  const { appId, dataProvider, classNames } = useUsersContext();
  return (
    <ClassNamesContext.Provider key={JSON.stringify([dataProvider.name, appId])} value={classNames}>
      {children}
    </ClassNamesContext.Provider>
  );
}
