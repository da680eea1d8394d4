'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Member } from '../model/member.js';
import { membersOptions } from './options.js';
import { overlayMembers } from './recentWrites.js';
import { useQueryScope } from './useQueryScope.js';
import { useRecentWrites } from './useRecentWrites.js';

/**
 * What became of a member that a question is about, as far as the list on this page knows: as asked, changed to what it
 * is now, or gone. Where nothing is known (a list that the back end pages) it counts as asked. Makes no request.
 */
export function useLiveMember(asked: Member): { status: 'as-asked' | 'gone' } | { status: 'changed'; member: Member } {
  const scope = useQueryScope();
  const recent = useRecentWrites();
  const { data } = useQuery({ ...membersOptions(scope), enabled: false }, scope.queryClient);
  const live = useMemo(
    () => data && overlayMembers(data, recent).members.find(({ userId }) => userId === asked.userId),
    [data, recent, asked.userId],
  );
  // Who was never in the list cannot have gone from it.
  const [wasListed, setWasListed] = useState(false);
  if (live && !wasListed) setWasListed(true);
  if (!live) return { status: wasListed ? 'gone' : 'as-asked' };
  const same = live.role === asked.role && live.email === asked.email && live.name === asked.name;
  return same ? { status: 'as-asked' } : { status: 'changed', member: live };
}
