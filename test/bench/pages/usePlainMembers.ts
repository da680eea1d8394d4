import { useCallback, useEffect, useMemo, useState } from 'react';
import { readPlainMembers, searchPlainMembers, type PlainMember } from './plainMembers.js';

/** The list of a plain page: read when the page is there, searched in memory, a role changed on screen alone. */
export function usePlainMembers() {
  const [members, setMembers] = useState<readonly PlainMember[]>([]);
  const [query, setQuery] = useState('');
  useEffect(() => {
    void readPlainMembers().then(setMembers);
  }, []);
  const found = useMemo(() => searchPlainMembers(members, query), [members, query]);
  const onRoleChange = useCallback((changed: PlainMember, role: string) => {
    setMembers((before) => before.map((member) => (member === changed ? { ...member, role } : member)));
  }, []);
  return { found, query, setQuery, onRoleChange };
}
