import * as z from 'zod/mini';
import { isEmail } from '../model/emails.js';
import { MEMBER_ROLE } from '../model/role.js';

/*
 * What a request may bring. Apart from the rest of the wire, for only the server reads requests: a browser need not carry
 * the checks.
 */

/** What a role's slug may hold. An allow-list: Unicode has many ways to write a role that reads like another. */
const ROLE = /^[\w:.-]{1,100}$/;

const role = z.string().check(z.trim(), z.regex(ROLE, 'Not a role: at most 100 of A-Z, a-z, 0-9 and _ : . -'));

/** Body of an invitation. Fields beyond these are dropped. Source: `inviteMember`. */
export const inviteBody = z.object({
  email_address: z.string().check(
    z.trim(),
    z.refine((address) => isEmail(address), 'Not an e-mail address'),
  ),
  role: z.prefault(role, MEMBER_ROLE),
});

/** Body of a role change. Source: `updateMemberRole`. */
export const roleBody = z.object({ role });
