export { createClerkDataProvider } from './createClerkDataProvider.js';
export type { ClerkOptions } from './createClerkDataProvider.js';
export type {
  ClerkLike,
  ClerkMembershipLike,
  ClerkOrganizationLike,
  ClerkPage,
  ClerkPaging,
  ClerkStatus,
  ClerkUserLike,
} from './clerkLike.js';
