import { emailKey } from '../../model/emailKey.js';
import { isUsersError, UsersError, type UsersErrorCode } from '../../model/errors.js';
import type { Invitation } from '../../model/invitation.js';
import type { Role } from '../../model/role.js';
import { readClerkInvitation } from '../clerkRows.js';
import type { BackendAnswer } from './backendRequest.js';

/** What became of one address of many. */
export type ClerkInviteResult = { email: string; invitation: Invitation } | { email: string; error: UsersError };

/** Clerk's bound. */
const AT_ONCE = 10;

/** After one of these the rest would fail as well. */
const ENDS_ALL: ReadonlySet<UsersErrorCode> = new Set<UsersErrorCode>([
  'unauthenticated',
  'forbidden',
  'not_found',
  'not_enabled',
  'limit_reached',
  'rate_limited',
]);

/**
 * Sends invitations ten at a time, one ten after another, and says of each what became of it. What Clerk refuses, it
 * refuses for the ten; after a refusal that would meet the rest as well they are not sent, and carry the same error.
 * An abort passes through.
 */
export async function inviteMany(
  wanted: readonly { email: string; role: Role }[],
  send: (ten: readonly { email: string; role: Role }[]) => Promise<BackendAnswer>,
): Promise<ClerkInviteResult[]> {
  const results: ClerkInviteResult[] = [];
  let ended: UsersError | undefined;
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    const ten = wanted.slice(start, start + AT_ONCE);
    const refused = (error: UsersError) => ten.map(({ email }) => ({ email, error }));
    if (ended) {
      results.push(...refused(ended));
      continue;
    }
    try {
      results.push(...match(ten, await send(ten)));
    } catch (error) {
      if (!isUsersError(error)) throw error;
      results.push(...refused(error));
      if (ENDS_ALL.has(error.code)) ended = error;
    }
  }
  return results;
}

function match(ten: readonly { email: string }[], { data }: BackendAnswer): ClerkInviteResult[] {
  const rows = Array.isArray(data) ? data.map(readClerkInvitation) : [];
  return ten.map(({ email }) => {
    const invitation = rows.find((row) => row !== null && emailKey(row.email) === emailKey(email));
    if (invitation) return { email, invitation };
    return { email, error: new UsersError('invalid_response', `Clerk's answer does not name ${email}.`) };
  });
}
