import type { DataProvider } from '../model/dataProvider.js';
import { UsersError } from '../model/errors.js';

function refuse(): Promise<never> {
  return Promise.reject(new UsersError('invalid_input', 'The panel has no appId, or no dataProvider.'));
}

/** Stands in, in production, where a host gave no app or no data provider: a page must not go blank for that. */
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
