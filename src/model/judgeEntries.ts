import { emailKey } from './emailKey.js';
import type { EmailEntry } from './emails.js';
import type { Invitation } from './invitation.js';
import type { Member } from './member.js';
import type { Role } from './role.js';

/** Where an address stands before it is sent. */
export type InviteStanding =
  | { status: 'new' }
  | { status: 'member'; role: Role }
  | { status: 'invited' }
  | { status: 'repeated' }
  | { status: 'invalid' };

/** One address of a draft, judged. */
export interface JudgedEntry {
  entry: EmailEntry;
  standing: InviteStanding;
}

/** Who is in already, by address. */
export interface KnownAddresses {
  members: ReadonlyMap<string, Role>;
  invitations: ReadonlySet<string>;
}

export function knownAddresses(members: readonly Member[], invitations: readonly Invitation[]): KnownAddresses {
  const roles = new Map<string, Role>();
  for (const { email, role } of members) if (email) roles.set(emailKey(email), role);
  return { members: roles, invitations: new Set(invitations.map(({ email }) => emailKey(email))) };
}

/** Judges each address against those before it and against who is in already. In doubt it is new: the server decides. */
export function judgeEntries(entries: readonly EmailEntry[], known: KnownAddresses): JudgedEntry[] {
  const seen = new Set<string>();
  return entries.map((entry) => {
    if (entry.email === null) return { entry, standing: { status: 'invalid' } };
    const key = emailKey(entry.email);
    if (seen.has(key)) return { entry, standing: { status: 'repeated' } };
    seen.add(key);
    const role = known.members.get(key);
    if (role !== undefined) return { entry, standing: { status: 'member', role } };
    return { entry, standing: { status: known.invitations.has(key) ? 'invited' : 'new' } };
  });
}
