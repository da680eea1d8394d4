import type { DataProvider } from '../model/dataProvider.js';
import { UsersError } from '../model/errors.js';

function refuse(): Promise<never> {
  return Promise.reject(new UsersError('invalid_input', 'The panel has no appId, or no dataProvider.'));
}

/** Rejects every call. Used in production without an `appId` or a `dataProvider`, so that the page does not crash. */
export const unusableDataProvider: DataProvider = {
  name: 'unusable',
  paging: 'whole',
  listMembers: refuse,
  listInvitations: refuse,
  inviteMember: refuse,
  updateMemberRole: refuse,
  removeMember: refuse,
  revokeInvitation: refuse,
};
