import { foldText, searchWords } from '../model/foldText.js';
import type { Member } from '../model/member.js';
import type { Role } from '../model/role.js';

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

/** Folds what a search will look in, so that its first letter finds it ready. After the paint that the focus brings. */
export function prepareSearch(members: readonly Member[]): void {
  setTimeout(() => members.forEach(searchText));
}

/** The members in whose name or e-mail every word of the query is found, and who have the role. */
export function filterMembers(members: readonly Member[], query: string, role: Role | null): readonly Member[] {
  const words = searchWords(query);
  if (words.length === 0 && role === null) return members;
  return members.filter(
    (member) => (role === null || member.role === role) && words.every((word) => searchText(member).includes(word)),
  );
}
