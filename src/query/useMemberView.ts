'use client';

import { useCallback, useEffect, useMemo, useState } from 'react';
import { useMessages } from '../context/useMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import type { Member } from '../model/member.js';
import type { Role } from '../model/role.js';
import type { MemberSort } from './sortMembers.js';
import { useMemberFilter } from './useMemberFilter.js';
import { useMembers, type MemberList } from './useMembers.js';
import { usePages, type Page } from './usePages.js';

/** One page of the members, as searched, filtered and sorted. */
export interface MemberView extends MemberList, Page<Member> {
  query: string;
  setQuery: (query: string) => void;
  role: Role | null;
  setRole: (role: Role | null) => void;
  sort: MemberSort | null;
  /** Absent where the back end pages: it offers no order. */
  setSort?: (sort: MemberSort | null) => void;
  /** How many match. */
  matching: number;
  /** Whether a search or a filter is set. */
  isNarrowed: boolean;
  clear: () => void;
}

/** Milliseconds without a key before a back end that searches is asked. */
const SEARCH_PAUSE = 250;

/** Search, filter, order and pages of the member list: in memory for a `whole` data provider, asked of a `cursor` one. */
export function useMemberView(pageSize: number): MemberView {
  const { paging } = useUsersContext().dataProvider;
  const { locale } = useMessages();
  const whole = paging === 'whole';
  const [query, setQuery] = useState('');
  const [role, setRole] = useState<Role | null>(null);
  const [sort, setSort] = useState<MemberSort | null>(null);
  const pages = usePages(pageSize, paging);
  const { restart, cursor } = pages;

  const asked = useSettled(query.trim(), whole ? 0 : SEARCH_PAUSE);
  const list = useMembers({
    limit: pageSize,
    ...(asked && { query: asked }),
    ...(role !== null && { role }),
    ...(cursor !== undefined && { cursor }),
  });
  const { members } = list;
  // Where nothing can be sorted, the heads do not say that it is.
  const unsort = useCallback(() => setSort(null), []);
  const { filterMembers, sortMembers } = useMemberFilter(whole && (query !== '' || sort !== null), unsort);
  const isFiltered = whole && (query !== '' || role !== null);
  const found = useMemo(
    () => (isFiltered ? filterMembers(members, query, role) : members),
    [isFiltered, filterMembers, members, query, role],
  );
  const ordered = useMemo(
    () => (whole && sortMembers ? sortMembers(found, sort, locale) : found),
    [whole, found, sortMembers, sort, locale],
  );

  return {
    ...list,
    ...pages.show(ordered, list),
    query,
    setQuery(next) {
      setQuery(next);
      restart();
    },
    role,
    setRole(next) {
      setRole(next);
      restart();
    },
    sort,
    ...(whole && {
      setSort(next: MemberSort | null) {
        setSort(next);
        restart();
      },
    }),
    matching: whole ? ordered.length : list.total,
    isNarrowed: query.trim() !== '' || role !== null,
    clear() {
      setQuery('');
      setRole(null);
      restart();
    },
  };
}

/** The value once it has not changed for so many milliseconds. */
function useSettled<T>(value: T, pause: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (!pause) return undefined;
    const timer = setTimeout(setSettled, pause, value);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return pause ? settled : value;
}
