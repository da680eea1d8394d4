'use client';

import type { Language } from './language.js';
import { useUsersContext } from './UsersContext.js';

/** The words and formats of the panel this is rendered in. */
export function useMessages(): Language {
  return useUsersContext().language;
}
