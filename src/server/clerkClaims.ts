import type { Role } from '../model/role.js';

/** What of a session's claims is of use here. */
export interface ClerkClaims {
  userId: string;
  /** The active organization, or null. */
  organizationId: string | null;
  /** The role in it, with its `org:`; null when there is no organization or it names no role. */
  role: Role | null;
}

/**
 * The claims of a verified session token, of either version: `org_id` and `org_role`, or `v: 2` with `o { id, rol }`, where
 * the role has lost its `org:`. Null for what is no session of a person that is signed in: a token made from a template,
 * an impersonation aside, has no `sid`, and a session whose tasks are not done is `pending`.
 */
export function readClerkClaims(claims: Readonly<Record<string, unknown>>): ClerkClaims | null {
  const { sub, sid, sts } = claims;
  if (!isText(sub) || !isText(sid) || (sts !== undefined && sts !== 'active')) return null;
  const { organizationId, role } = claims['v'] === 2 ? readCompact(claims['o']) : readPlain(claims);
  if (!isText(organizationId) || !isText(role)) return { userId: sub, organizationId: null, role: null };
  return { userId: sub, organizationId, role };
}

function readPlain(claims: Readonly<Record<string, unknown>>) {
  return { organizationId: claims['org_id'], role: claims['org_role'] };
}

function readCompact(organization: unknown) {
  const { id, rol } = (organization ?? {}) as { id?: unknown; rol?: unknown };
  return { organizationId: id, role: isText(rol) && !rol.startsWith('org:') ? `org:${rol}` : rol };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
