import { createMixpeekDataProvider, type MixpeekOptions } from '../../src/mixpeek/index.js';
import type { DataProvider } from '../../src/model/dataProvider.js';
import { aMemberRow, anInvitationRow, json, stubFetch, type Sent } from './stubFetch.js';

export const baseUrl = 'https://example.com/api';

export const make = (answer: (sent: Sent) => Response | Promise<Response>, options: MixpeekOptions = {}) => {
  const { fetch, sent } = stubFetch(answer);
  return { provider: createMixpeekDataProvider({ baseUrl, fetch, ...options }), sent };
};

export const calls: Record<string, (provider: DataProvider, appId?: string) => Promise<unknown> | undefined> = {
  listMembers: (provider, appId = 'app_1') => provider.listMembers({ appId }),
  listInvitations: (provider, appId = 'app_1') => provider.listInvitations({ appId }),
  inviteMember: (provider, appId = 'app_1') =>
    provider.inviteMember({ appId, email: ' bob@example.com ', role: 'org:member' }),
  updateMemberRole: (provider, appId = 'app_1') =>
    provider.updateMemberRole({ appId, userId: 'user_1', role: 'org:admin' }),
  removeMember: (provider, appId = 'app_1') => provider.removeMember({ appId, userId: 'user_1' }),
  revokeInvitation: (provider, appId = 'app_1') => provider.revokeInvitation({ appId, invitationId: 'inv_1' }),
  enableUserManagement: (provider, appId = 'app_1') => provider.enableUserManagement?.({ appId }),
};
export const call = async (name: string, provider: DataProvider) => calls[name]?.(provider);
export const ok = ({ url, method }: Sent) => {
  if (url.endsWith('/invite')) return json(201, anInvitationRow());
  if (url.endsWith('/role')) return json(200, aMemberRow());
  if (method === 'DELETE') return new Response(null, { status: 204 });
  if (url.endsWith('/invitations')) return json(200, { invitations: [anInvitationRow()], total: 1 });
  return json(200, { users: [aMemberRow()], total: 1 });
};
