/** The roles of a Canvas app in auth mode `clerk`. Source: `components.schemas.Role` of the user API. */
export const ADMIN_ROLE = 'org:admin';
export const MEMBER_ROLE = 'org:member';

/**
 * A role's slug, as the back end spells it. An open set: a role this kit does not know is shown by its slug and never
 * rewritten.
 */
export type Role = typeof ADMIN_ROLE | typeof MEMBER_ROLE | (string & {});

/** A role that may be chosen. `label` and `description` default to the catalogue's words for the known roles. */
export interface RoleOption {
  role: Role;
  label?: string;
  description?: string;
  /** It exists and some have it, but nobody can be given it at the moment. */
  unavailable?: boolean;
}

/** What may be chosen where the data provider does not say. */
export const KNOWN_ROLES: readonly RoleOption[] = [{ role: ADMIN_ROLE }, { role: MEMBER_ROLE }];

/** Whether the role manages people. Clerk called it plain `admin` until 2023; such organizations still exist. */
export function isAdminRole(role: Role): boolean {
  return role === ADMIN_ROLE || role === 'admin';
}
