import type { DataProvider } from '../model/dataProvider.js';
import { UsersError } from '../model/errors.js';
import { findSignIn, readCurrentUser } from './currentUser.js';
import { createRequest, type Answer, type RequestOptions } from './request.js';
import { ENABLE_BODY, toInviteBody, type Operation } from './wire.js';
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
  const { timeoutMs = TIMEOUT_MS, currentUserId } = options;
  const request = createRequest({ ...options, timeoutMs });

  const provider: DataProvider = {
    name: 'mixpeek',
    paging: 'whole',
    async listMembers(input) {
      const { appId, signal } = checkInput(input);
      const answer = await request({ operation: 'listMembers', ids: { appId }, signal });
      return parseMemberList(answer.body, about(answer));
    },
    async listInvitations(input) {
      const { appId, signal } = checkInput(input);
      const answer = await request({ operation: 'listInvitations', ids: { appId }, signal });
      return parseInvitationList(answer.body, about(answer));
    },
    async inviteMember(input) {
      const { appId, email, role, signal } = checkInput(input);
      checkRole(role);
      const body = toInviteBody(checkEmail(email), role);
      const answer = await request({ operation: 'inviteMember', ids: { appId }, body, signal });
      return parseInvitation(answer.body, about(answer));
    },
    async updateMemberRole(input) {
      const { appId, userId, role, signal } = checkInput(input);
      checkRole(role);
      const answer = await request({ operation: 'updateMemberRole', ids: { appId, userId }, body: { role }, signal });
      const member = parseMember(answer.body, about(answer));
      if (member.userId === userId) return member;
      throw new UsersError(
        'invalid_response',
        'updateMemberRole was answered with another member than the one it was asked for.',
        about(answer),
      );
    },
    async removeMember(input) {
      const { appId, userId, signal } = checkInput(input);
      refusePage('removeMember', await request({ operation: 'removeMember', ids: { appId, userId }, signal }));
    },
    async revokeInvitation(input) {
      const { appId, invitationId, signal } = checkInput(input);
      const operation = 'revokeInvitation';
      refusePage(operation, await request({ operation, ids: { appId, invitationId }, signal }));
    },
    async enableUserManagement(input) {
      const { appId, signal } = checkInput(input);
      const operation = 'enableUserManagement';
      refusePage(operation, await request({ operation, ids: { appId }, body: ENABLE_BODY, signal }));
    },
    async getCurrentUser() {
      return currentUserId === undefined ? readCurrentUser() : { status: 'signed_in', userId: currentUserId };
    },
  };
  if (options.canEnableUserManagement === false) delete provider.enableUserManagement;
  return Object.defineProperty(provider, 'signIn', { get: findSignIn, enumerable: true });
}

function about({ status, requestId }: Answer) {
  return { status, requestId };
}

/** Any body of a 2xx will do, but a sign-in page at the end of a redirect is no success. */
function refusePage(operation: Operation, answer: Answer): void {
  if (!answer.isRedirectedPage) return;
  throw new UsersError(
    'invalid_response',
    `${operation} was redirected to a page instead of being answered. A sign-in page, perhaps?`,
    about(answer),
  );
}

function checkInput<T extends object>(input: T): T {
  if (typeof (input as unknown) === 'object' && (input as unknown) !== null) return input;
  throw new UsersError('invalid_input', 'This method takes one object, such as { appId }.');
}

function checkRole(role: unknown): void {
  if (typeof role === 'string' && role.trim() !== '') return;
  throw new UsersError('invalid_input', 'role must be a non-empty string, such as "org:member".');
}

/** Whether it is an address is the back end's to say, but nothing at all need not be asked. */
function checkEmail(email: unknown): string {
  if (typeof email !== 'string') throw new UsersError('invalid_input', 'email must be a string.');
  if (email.trim() === '') throw new UsersError('invalid_email', 'email is empty.');
  return email;
}
