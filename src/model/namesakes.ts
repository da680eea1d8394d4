import { memberDisplayName, type Member } from './member.js';
import { plainText } from './plainText.js';

/** Members who share a name, by `userId`, with what tells them apart: the address, or the account id without one. */
export function distinguishNamesakes(members: readonly Member[]): ReadonlyMap<string, string> {
  const byName = new Map<string, Member[]>();
  for (const member of members) {
    const name = fold(memberDisplayName(member));
    byName.set(name, [...(byName.get(name) ?? []), member]);
  }
  const marks = new Map<string, string>();
  for (const namesakes of byName.values()) {
    if (namesakes.length === 1) continue;
    for (const member of namesakes) {
      const email = plainText(member.email);
      const isItsOwn = namesakes.every((other) => other === member || fold(plainText(other.email)) !== fold(email));
      marks.set(member.userId, email && email !== memberDisplayName(member) && isItsOwn ? email : member.userId);
    }
  }
  return marks;
}

/** Names that are read out alike are alike. */
const fold = (text: string) => text.normalize('NFKC').toLowerCase();
