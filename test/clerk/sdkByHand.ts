import { createClerkDataProvider, type ClerkLike, type ClerkOptions } from '../../src/clerk/index.js';

export const ORGANIZATION = 'org_acme';

/** What a method of the SDK answers, by its name. */
export type Answers = Record<string, (params?: unknown) => unknown>;

/** A data provider over a Clerk object of which every method answers by hand, signed in as an admin. */
export function provideByHand(answers: Answers, user: object = {}, options: ClerkOptions = {}) {
  const organization = { id: ORGANIZATION, name: 'Acme', ...answers };
  const membership = { id: 'mem_1', role: 'org:admin', permissions: ['org:sys_memberships:manage'], organization };
  const clerk = {
    loaded: true,
    session: { touch: async () => {} },
    organization: null,
    user: {
      id: 'user_ada',
      organizationMemberships: [membership],
      getOrganizationMemberships: async () => ({ data: [], total_count: 0 }),
      ...user,
    },
    getOrganization: async () => organization,
    createOrganization: async () => organization,
    openSignIn() {},
    ...answers,
  };
  return createClerkDataProvider(clerk as unknown as ClerkLike, options);
}
