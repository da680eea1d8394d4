import { UsersError } from '../model/errors.js';
import type { ClerkLike, ClerkOrganizationLike } from './clerkLike.js';
import { loadedMembership } from './ownMembership.js';

/** Finds an organization by its id. Rejects with Clerk's refusal when there is none for the person who is looking. */
export type FindOrganization = (organizationId: string) => Promise<ClerkOrganizationLike>;

/** Takes the organization that Clerk has loaded already, and asks for another one once. */
export function createFindOrganization(clerk: ClerkLike): FindOrganization {
  const asked = new Map<string, Promise<ClerkOrganizationLike>>();
  async function ask(organizationId: string): Promise<ClerkOrganizationLike> {
    const found: unknown = await clerk.getOrganization(organizationId);
    if (typeof found === 'object' && found !== null) return found as ClerkOrganizationLike;
    throw new UsersError('invalid_response', 'Clerk answered getOrganization with nothing.');
  }

  return async (organizationId) => {
    const { organization, user } = clerk;
    if (organization?.id === organizationId) return organization;
    const own = loadedMembership(user, organizationId);
    if (own) return own.organization;
    const found = asked.get(organizationId) ?? ask(organizationId);
    asked.set(organizationId, found);
    return found.catch((error: unknown) => {
      asked.delete(organizationId);
      throw error;
    });
  };
}
