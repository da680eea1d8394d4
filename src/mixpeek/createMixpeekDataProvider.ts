import type { DataProvider } from '../model/dataProvider.js';
import { UsersError } from '../model/errors.js';
import { findSignIn, readCurrentUser } from './currentUser.js';
import { createRequest, type Answer, type HeadersSource } from './request.js';
import { ENABLE_BODY, OPERATIONS, toInviteBody, type Operation, type Paths } from './wire.js';
import { parseInvitation, parseInvitationList, parseMember, parseMemberList } from './wireRows.js';

/** How to reach the back end. Every option may be left out inside a Canvas app. */
export interface MixpeekOptions {
  /**
   * Where the user API is: the Canvas proxy, or the route of `createUsersHandler`.
   * @default window.__MIXPEEK__.apiBaseUrl, else '/api'
   */
  baseUrl?: string | undefined;
  /** @default globalThis.fetch, looked up at each request */
  fetch?: typeof globalThis.fetch | undefined;
  /** More headers, or a (possibly asynchronous) function that gives them for each request. Never a Mixpeek API key. */
  headers?: HeadersSource | undefined;
  /** Other methods and paths, by operation. The ids handed over are percent-encoded already. */
  paths?: Paths | undefined;
  /**
   * Milliseconds until an answer must have been read whole.
   * @default 30000
   */
  timeoutMs?: number | undefined;
  /** Account id of the person who is looking, where `window.MixpeekAuth` does not know it. */
  currentUserId?: string | undefined;
  /**
   * Whether user management can be turned on from here. `createUsersHandler` lets no one do it: say false behind it, and
   * the panel does not offer it.
   * @default true
   */
  canEnableUserManagement?: boolean | undefined;
}

const TIMEOUT_MS = 30_000;

/**
 * The data provider for Mixpeek's user API, through a same-origin proxy: that of a Canvas app, or `createUsersHandler`.
 * It holds no API key. `signIn` is there while `window.MixpeekAuth.showSignIn` is, which may come later than the provider.
 * @throws {UsersError} `invalid_input` for options that cannot work, among them a secret key in a browser.
 */
export function createMixpeekDataProvider(options: MixpeekOptions = {}): DataProvider {
  checkOptions(options);
  const { baseUrl, fetch, headers, paths, timeoutMs = TIMEOUT_MS, currentUserId } = options;
  const request = createRequest({ baseUrl, fetch, headers, paths, timeoutMs });

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

function checkOptions({ baseUrl, fetch, paths, timeoutMs, currentUserId }: MixpeekOptions): void {
  const faults = [
    baseUrl !== undefined && typeof baseUrl !== 'string' && 'baseUrl must be a string, such as "/api"',
    fetch !== undefined && typeof fetch !== 'function' && 'fetch must be a function like the standard one',
    timeoutMs !== undefined && !(timeoutMs > 0) && 'timeoutMs must be a number of milliseconds above 0',
    currentUserId !== undefined &&
      (typeof currentUserId !== 'string' || !currentUserId) &&
      'currentUserId must be a non-empty string; leave it out when nobody is named',
    ...Object.entries(paths ?? {}).map(([name, route]) => {
      if (!OPERATIONS.some((operation) => operation === name)) {
        return `paths.${name} is no operation; there are ${OPERATIONS.join(', ')}`;
      }
      return (
        route !== undefined && typeof route !== 'function' && `paths.${name} must be a function that gives a route`
      );
    }),
  ];
  const fault = faults.find(Boolean);
  if (fault) throw new UsersError('invalid_input', `createMixpeekDataProvider: ${fault}.`);
}
