import type { DataProvider } from '../model/dataProvider.js';
import { UsersError } from '../model/errors.js';
import { headersReader, type HeadersSource } from './headers.js';
import { mixpeekDataProvider } from './mixpeekDataProvider.js';
import { routeByPaths, type Paths } from './paths.js';
import { OPERATIONS, type Operation } from './wire.js';

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

/**
 * The data provider for Mixpeek's user API, through a same-origin proxy: that of a Canvas app, or `createUsersHandler`.
 * It holds no API key. `signIn` is there while `window.MixpeekAuth.showSignIn` is, which may come later than the provider.
 * @throws {UsersError} `invalid_input` for options that cannot work, among them a secret key in a browser.
 */
export function createMixpeekDataProvider(options: MixpeekOptions = {}): DataProvider {
  checkOptions(options);
  const { paths, headers, fetch } = options;
  const provider = mixpeekDataProvider({
    ...options,
    fetch: checkedFetch(fetch),
    headers: headersReader(headers),
    route: paths && routeByPaths(paths),
  });
  for (const operation of OPERATIONS) {
    const method = provider[operation] as ((input: unknown) => Promise<unknown>) | undefined;
    if (!method) continue;
    const checked = async (input: unknown) => {
      checkInput(operation, input);
      return method(input);
    };
    Object.assign(provider, { [operation]: checked });
  }
  return provider;
}

function checkedFetch(given: typeof fetch | undefined): typeof fetch {
  return async (...request) => {
    const send: unknown = given ?? globalThis.fetch;
    if (typeof send !== 'function') {
      throw new UsersError('invalid_input', 'There is no fetch. Pass one as the option fetch.');
    }
    const response: unknown = await send(...request);
    if (typeof (response as Response | undefined)?.text === 'function') return response as Response;
    throw new UsersError('invalid_input', 'The fetch option gave no Response. Return what the standard fetch returns.');
  };
}

/** What a call without types may get wrong. The pieces do not, so that the panel does without this. */
function checkInput(operation: Operation, input: unknown): void {
  if (typeof input !== 'object' || input === null) {
    throw new UsersError('invalid_input', 'This method takes one object, such as { appId }.');
  }
  const { role, email } = input as { role?: unknown; email?: unknown };
  const isInvite = operation === 'inviteMember';
  if ((isInvite || operation === 'updateMemberRole') && (typeof role !== 'string' || role.trim() === '')) {
    throw new UsersError('invalid_input', 'role must be a non-empty string, such as "org:member".');
  }
  if (!isInvite) return;
  if (typeof email !== 'string') throw new UsersError('invalid_input', 'email must be a string.');
  // Whether it is an address is the back end's to say, but nothing at all need not be asked.
  if (email.trim() === '') throw new UsersError('invalid_email', 'email is empty.');
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
