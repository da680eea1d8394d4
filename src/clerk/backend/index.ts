export { createClerkBackendDataProvider } from './createClerkBackendDataProvider.js';
export type {
  ClerkBackendDataProvider,
  ClerkInviteInput,
  ClerkInviteManyInput,
  ClerkMembershipInput,
  ClerkMetadataInput,
} from './createClerkBackendDataProvider.js';
export type { ClerkBackendOptions, ClerkInvitationExtras, ClerkMembershipOrder } from './backendOptions.js';
export type { ClerkMetadata } from './backendWire.js';
export type { ClerkInviteResult } from './inviteMany.js';
