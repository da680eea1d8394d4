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
