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
    async listMembers({ appId, signal }) {
      const answer = await request({ operation: 'listMembers', ids: { appId }, signal });
      return parseMemberList(answer.body, about(answer));
    },
    async listInvitations({ appId, signal }) {
      const answer = await request({ operation: 'listInvitations', ids: { appId }, signal });
      return parseInvitationList(answer.body, about(answer));
    },
    async inviteMember({ appId, email, role, signal }) {
      checkText('email', email);
      checkText('role', role);
      const body = toInviteBody(email, role);
      const answer = await request({ operation: 'inviteMember', ids: { appId }, body, signal });
      return parseInvitation(answer.body, about(answer));
    },
    async updateMemberRole({ appId, userId, role, signal }) {
      checkText('role', role);
      const answer = await request({ operation: 'updateMemberRole', ids: { appId, userId }, body: { role }, signal });
      return parseMember(answer.body, about(answer));
    },
    async removeMember({ appId, userId, signal }) {
      refusePage('removeMember', await request({ operation: 'removeMember', ids: { appId, userId }, signal }));
    },
    async revokeInvitation({ appId, invitationId, signal }) {
      const operation = 'revokeInvitation';
      refusePage(operation, await request({ operation, ids: { appId, invitationId }, signal }));
    },
    async enableUserManagement({ appId, signal }) {
      const operation = 'enableUserManagement';
      refusePage(operation, await request({ operation, ids: { appId }, body: ENABLE_BODY, signal }));
    },
    async getCurrentUser() {
      return currentUserId === undefined ? readCurrentUser() : { status: 'signed_in', userId: currentUserId };
    },
  };
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

function checkText(name: string, value: unknown): void {
  if (typeof value === 'string' && value.trim() !== '') return;
  throw new UsersError('invalid_input', `${name} must be a non-empty string.`);
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
