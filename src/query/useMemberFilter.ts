'use client';

import { useEffect, useReducer } from 'react';
import type { Member } from '../model/member.js';
import type { Role } from '../model/role.js';
import type * as filterMembersModule from './filterMembers.js';

type FilterMembers = (members: readonly Member[], query: string, role: Role | null) => readonly Member[];

let loaded: typeof filterMembersModule | undefined;

/** Loads the search that knows every spelling, and prepares it for these members. */
export async function loadSearch(members: readonly Member[]): Promise<void> {
  try {
    loaded ??= await import('./filterMembers.js');
    loaded.prepareSearch(members);
  } catch {
    // Without it, the search below goes on.
  }
}

/** Search and role filter of the members. Until the search is loaded, without case and accents alone. */
export function useMemberFilter(isSearched: boolean): FilterMembers {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const isMissing = isSearched && !loaded;
  useEffect(() => {
    if (isMissing) void loadSearch([]).then(render);
  }, [isMissing]);
  return loaded?.filterMembers ?? filterPlainly;
}

const filterPlainly: FilterMembers = (members, query, role) => {
  const words = fold(query).trim().split(/\s+/);
  return members.filter(
    (member) =>
      (role === null || member.role === role) &&
      words.every((word) => fold(`${member.name ?? ''} ${member.email ?? ''}`).includes(word)),
  );
};

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
