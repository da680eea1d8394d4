'use client';

import type { ReactNode } from 'react';
import { useUsersContext } from '../context/UsersContext.js';
import { ClassNamesContext } from '../ui/useSlot.js';

/** Around every public piece: hands the host's classes to the parts inside, which know nothing of the provider. */
export function Piece({ children }: { children: ReactNode }) {
  return <ClassNamesContext.Provider value={useUsersContext().classNames}>{children}</ClassNamesContext.Provider>;
}
