'use client';

import { useEffect, useReducer } from 'react';
import type { Member } from '../model/member.js';
import type { searchAndSort } from './searchAndSort.js';

type FilterMembers = typeof searchAndSort.filterMembers;
type SortMembers = typeof searchAndSort.sortMembers;

let loaded: typeof searchAndSort | undefined;

/** Loads the search that knows every spelling, and prepares it for these members. */
export async function loadSearch(members: readonly Member[]): Promise<void> {
  try {
    loaded ??= (await import('./searchAndSort.js')).searchAndSort;
    loaded.prepareSearch(members);
  } catch {
    // Without it, the search below goes on.
  }
}

/**
 * Filters and sorts members. Until that is loaded, the search knows case and accents alone, and nothing is sorted.
 * @param onFailure called when it cannot be loaded; keep it the same function
 */
export function useMemberFilter(
  isWanted: boolean,
  onFailure: () => void,
): { filterMembers: FilterMembers; sortMembers?: SortMembers } {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const isMissing = isWanted && !loaded;
  useEffect(() => {
    if (isMissing) void loadSearch([]).then(() => (loaded ? render() : onFailure()));
  }, [isMissing, onFailure]);
  return loaded ?? plain;
}

const filterMembers: FilterMembers = (members, query, role) => {
  const text = fold(query).trim();
  return members.filter(
    (member) =>
      (role === null || member.role === role) && fold(`${member.name ?? ''} ${member.email ?? ''}`).includes(text),
  );
};

const plain = { filterMembers };
const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
