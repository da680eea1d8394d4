import type { ClerkLike, ClerkOrganizationLike } from './clerkLike.js';

/** Finds an organization by its id. Rejects with Clerk's refusal when there is none for the person who is looking. */
export type FindOrganization = (organizationId: string) => Promise<ClerkOrganizationLike>;

/** Takes the organization that Clerk has loaded already, and asks for another one once. */
export function createFindOrganization(clerk: ClerkLike): FindOrganization {
  const asked = new Map<string, Promise<ClerkOrganizationLike>>();
  return async (organizationId) => {
    const { organization, user } = clerk;
    if (organization?.id === organizationId) return organization;
    const own = user?.organizationMemberships.find((membership) => membership.organization.id === organizationId);
    if (own) return own.organization;
    const found = asked.get(organizationId) ?? clerk.getOrganization(organizationId);
    asked.set(organizationId, found);
    return found.catch((error: unknown) => {
      asked.delete(organizationId);
      throw error;
    });
  };
}
