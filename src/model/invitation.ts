import type { Role } from './role.js';

/** Where an invitation stands. An open set: an unknown status is shown as it is. */
export type InvitationStatus = 'pending' | 'accepted' | 'revoked' | 'expired' | (string & {});

/** An invitation by e-mail. Dates are ISO 8601 strings in UTC. */
export interface Invitation {
  invitationId: string;
  email: string;
  role: Role;
  status: InvitationStatus;
  createdAt: string | null;
  /** Absent where the back end has no such field (Mixpeek's has none). */
  expiresAt?: string | null;
  /** A link that accepts the invitation, where the back end hands it out. */
  url?: string;
}

/** Whether the invitation can no longer be accepted because its time is over. Unknown counts as no. `now` in milliseconds. */
export function isExpired({ status, expiresAt }: Pick<Invitation, 'status' | 'expiresAt'>, now = Date.now()): boolean {
  return status === 'expired' || (Boolean(expiresAt) && Date.parse(expiresAt ?? '') <= now);
}

/** Nearer than this an expiry is worth a warning. In milliseconds. */
const SOON_MS = 3 * 86_400_000;

/** Whether the invitation is still good, and will not be in three days. `now` in milliseconds. */
export function expiresSoon(invitation: Pick<Invitation, 'status' | 'expiresAt'>, now = Date.now()): boolean {
  return !isExpired(invitation, now) && isExpired(invitation, now + SOON_MS);
}

/** The link that accepts the invitation, or null when there is none, or one that a browser would not open as a page. */
export function invitationLink({ url }: Pick<Invitation, 'url'>): string | null {
  try {
    const { protocol, href } = new URL(url ?? '');
    return protocol === 'https:' || protocol === 'http:' ? href : null;
  } catch {
    return null;
  }
}
