'use client';

import { createContext } from 'react';
import type { UsersError } from '../model/errors.js';
import type { Member } from '../model/member.js';
import type { Access } from '../model/permissions.js';

/** Who is looking and what they may do. */
export interface CurrentAccess {
  /** Undefined while it is not known. */
  access: Access | undefined;
  /** Nobody is signed in: no list is asked for. */
  signedOut: boolean;
  currentUserId: string | null;
  /** The member who is looking: null when they are none, undefined when that cannot be known. */
  currentMember: Member | null | undefined;
  /** Whether lists may be asked for: somebody is there, and not known to have no access. */
  mayRead: boolean;
  /** Access itself could not be read. */
  error: UsersError | null;
  refetch: () => void;
}

/**
 * What `SharedReads` has read for all below it; null where a hook has to read for itself. Each `UsersProvider` begins
 * anew: what is read for one app says nothing of another.
 */
export const AccessContext = createContext<CurrentAccess | null>(null);
