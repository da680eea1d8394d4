import type { Member } from '../model/member.js';
import { isAdminRole, type Role } from '../model/role.js';

/** What can be sorted by. */
export type MemberSortKey = 'name' | 'role' | 'joined';

export interface MemberSort {
  by: MemberSortKey;
  descending: boolean;
}

/** Letters without case and accents: "Zoë" is found by "zoe". */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  // oxlint-disable-next-line no-control-regex -- plain ASCII has no accents, and most names and addresses are plain
  return /^[\u0000-\u007f]*$/.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '');
}

/** Folded once for each row object; rows that did not change stay the same objects from one list to the next. */
const folded = new WeakMap<Member, string>();

function searchText(member: Member): string {
  let text = folded.get(member);
  if (text === undefined) {
    text = foldText(`${member.name ?? ''} ${member.email ?? ''}`);
    folded.set(member, text);
  }
  return text;
}

/** The members in whose name or e-mail every word of the query is found, and who have the role. */
export function filterMembers(members: readonly Member[], query: string, role: Role | null): readonly Member[] {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  if (words.length === 0 && role === null) return members;
  return members.filter(
    (member) => (role === null || member.role === role) && words.every((word) => searchText(member).includes(word)),
  );
}

/** The members in order; in that of the back end where nothing was chosen. Who has no name or date comes last. */
export function sortMembers(members: readonly Member[], sort: MemberSort | null, locale: string): readonly Member[] {
  if (!sort) return members;
  const order = comparison(sort.by, locale);
  const sign = sort.descending ? -1 : 1;
  return members.toSorted((a, b) => {
    const missing = Number(isMissing(a, sort.by)) - Number(isMissing(b, sort.by));
    return missing || sign * order(a, b);
  });
}

function isMissing(member: Member, by: MemberSortKey): boolean {
  if (by === 'name') return !member.name && !member.email;
  return by === 'joined' && !member.joinedAt;
}

const nameOf = (member: Member) => member.name ?? member.email ?? member.userId;

function comparison(by: MemberSortKey, locale: string): (a: Member, b: Member) => number {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const byName = (a: Member, b: Member) => compare(nameOf(a), nameOf(b));
  switch (by) {
    case 'name':
      return byName;
    case 'role':
      // Who manages comes first; then by the slug.
      return (a, b) =>
        Number(isAdminRole(b.role)) - Number(isAdminRole(a.role)) || compare(a.role, b.role) || byName(a, b);
    case 'joined':
      // ISO dates in UTC sort as text.
      return (a, b) => (a.joinedAt ?? '').localeCompare(b.joinedAt ?? '', 'en') || byName(a, b);
  }
}
