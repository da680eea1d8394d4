'use client';

import { createContext } from 'react';
import type { RoleOption } from '../model/role.js';
import type { CurrentAccess } from './useAccess.js';

/** What `SharedReads` has read; null where a hook has to read for itself. */
export const ReadsContext = createContext<{ access: CurrentAccess; roles: readonly RoleOption[] } | null>(null);
