import type { Role } from './role.js';

/** A group of people with roles, where the back end knows several: an app's users are those of one organization. */
export interface Organization {
  organizationId: string;
  name: string;
  /** The role that the person who is looking has in it; null when the back end does not say. */
  role: Role | null;
  /** Null when the back end does not say. */
  memberCount: number | null;
  /** Whether the person who is looking may rename it. */
  canRename: boolean;
}
