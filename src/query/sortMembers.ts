import type { Member } from '../model/member.js';
import { isAdminRole } from '../model/role.js';

/** What can be sorted by. */
export type MemberSortKey = 'name' | 'role' | 'joined';

export interface MemberSort {
  by: MemberSortKey;
  descending: boolean;
}

/** The members in order; in that of the back end where nothing was chosen. Who has no name or date comes last. */
export function sortMembers(members: readonly Member[], sort: MemberSort | null, locale: string): readonly Member[] {
  if (!sort) return members;
  const order = comparison(sort.by, locale);
  const sign = sort.descending ? -1 : 1;
  return members.toSorted((a, b) => {
    const missing = +isMissing(a, sort.by) - +isMissing(b, sort.by);
    return missing || sign * order(a, b);
  });
}

function isMissing(member: Member, by: MemberSortKey): boolean {
  if (by === 'name') return !member.name && !member.email;
  return by === 'joined' && Number.isNaN(Date.parse(member.joinedAt ?? ''));
}

const nameOf = (member: Member) => member.name || member.email || member.userId;

function comparison(by: MemberSortKey, locale: string): (a: Member, b: Member) => number {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const byName = (a: Member, b: Member) => compare(nameOf(a), nameOf(b));
  switch (by) {
    case 'name':
      return byName;
    case 'role':
      // Who manages comes first; then by the slug.
      return (a, b) => +isAdminRole(b.role) - +isAdminRole(a.role) || compare(a.role, b.role) || byName(a, b);
    case 'joined':
      return (a, b) => Date.parse(a.joinedAt ?? '') - Date.parse(b.joinedAt ?? '') || byName(a, b);
  }
}
