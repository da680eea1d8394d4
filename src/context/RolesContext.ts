'use client';

import { createContext } from 'react';
import type { RoleOption } from '../model/role.js';

/** The roles that may be given, as `SharedReads` has read them; like `AccessContext`, but seldom another. */
export const RolesContext = createContext<readonly RoleOption[] | null>(null);
