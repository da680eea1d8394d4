import { ADMIN_ROLE, MEMBER_ROLE, type RoleOption } from '../model/role.js';
import { rowOf, textOf } from './clerkRows.js';

/** The names that Clerk gives its own roles, the old ones too. Under these the catalogue's words are used. */
const GIVEN_NAMES: Readonly<Record<string, string>> = {
  [ADMIN_ROLE]: 'Admin',
  admin: 'Admin',
  [MEMBER_ROLE]: 'Member',
  basic_member: 'Member',
};

/** A role of the organization as a choice; none when it cannot be read. A name of the host's own is kept. */
export function readClerkRole(value: unknown): RoleOption[] {
  const { key, name, description } = rowOf(value);
  const role = textOf(key);
  if (role === null) return [];
  const label = textOf(name);
  if (label === null || GIVEN_NAMES[role] === label) return [{ role }];
  const text = textOf(description);
  return [{ role, label, ...(text !== null && { description: text }) }];
}
