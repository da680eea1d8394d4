import type { DataProvider } from '../model/dataProvider.js';
import { UsersError } from '../model/errors.js';
import { findSignIn, peekCurrentUser, readCurrentUser } from './currentUser.js';
import { createRequest, type Answer, type RequestOptions } from './request.js';
import { ENABLE_BODY, toInviteBody } from './wire.js';
import { parseInvitation, parseInvitationList, parseMember, parseMemberList } from './wireRows.js';

/** What `createMixpeekDataProvider` found to be sound in a host's options. */
export interface SoundOptions extends Omit<RequestOptions, 'timeoutMs'> {
  timeoutMs?: number | undefined;
  currentUserId?: string | undefined;
  canEnableUserManagement?: boolean | undefined;
}

const TIMEOUT_MS = 30_000;

/** The data provider behind `createMixpeekDataProvider`, and all that a Canvas page needs, where nothing is given. */
export function mixpeekDataProvider(options: SoundOptions = {}): DataProvider {
  const { timeoutMs = TIMEOUT_MS, currentUserId: userId } = options;
  const given = userId === undefined ? undefined : ({ status: 'signed_in', userId } as const);
  const request = createRequest({ ...options, timeoutMs });

  const provider: DataProvider = {
    name: 'mixpeek',
    paging: 'whole',
    async listMembers(input) {
      const answer = await request('listMembers', input);
      return parseMemberList(answer.body, about(answer));
    },
    async listInvitations(input) {
      const answer = await request('listInvitations', input);
      return parseInvitationList(answer.body, about(answer));
    },
    async inviteMember(input) {
      const answer = await request('inviteMember', input, toInviteBody(input.email, input.role));
      return parseInvitation(answer.body, about(answer));
    },
    async updateMemberRole(input) {
      const answer = await request('updateMemberRole', input, { role: input.role });
      const member = parseMember(answer.body, about(answer));
      if (member.userId === input.userId) return member;
      throw new UsersError('invalid_response', 'updateMemberRole was answered with another member.', about(answer));
    },
    async removeMember(input) {
      await request('removeMember', input);
    },
    async revokeInvitation(input) {
      await request('revokeInvitation', input);
    },
    async enableUserManagement(input) {
      await request('enableUserManagement', input, ENABLE_BODY);
    },
    getCurrentUser: async () => given ?? readCurrentUser(),
    peekCurrentUser: () => given ?? peekCurrentUser(),
  };
  if (options.canEnableUserManagement === false) delete provider.enableUserManagement;
  return Object.defineProperty(provider, 'signIn', { get: findSignIn, enumerable: true });
}

function about({ status, requestId }: Answer) {
  return { status, requestId };
}
