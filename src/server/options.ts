import type { DataProvider } from '../model/dataProvider.js';
import { UsersError } from '../model/errors.js';
import { isSecureUrl } from '../model/isSecureUrl.js';
import type { Role } from '../model/role.js';
import { dataProviderBackEnd, mixpeekBackEnd, type BackEnd } from './backEnd.js';
import { findUnknownOption } from './findUnknownOption.js';
import { isPrintable } from './isPrintable.js';
import { createMemoryRateLimitStore } from './memoryRateLimitStore.js';
import type { RateLimit } from './rateLimit.js';
import type { UsersAction } from './route.js';

/** Who sent a request, by the host's word. */
export interface UsersCaller {
  /** The account's id, as in the member list. */
  userId: string;
  /** Their role in the app: `org:admin` may do everything, any other may list the members. */
  role: Role;
}

/** What is being asked, and of which app. */
export interface UsersActionContext {
  appId: string;
  action: UsersAction;
}

/** One write that took place, or may have. */
export interface UsersActionEvent extends UsersActionContext {
  /**
   * `done` for a write that the back end said yes to; `unknown` for one whose answer was late, cut, unreadable or a fault
   * of the back end's: it may have taken effect all the same. One that was refused is no event.
   */
  outcome: 'done' | 'unknown';
  caller: UsersCaller;
  /** To whom it was done: `email` of an invitation, `userId` of a member, `invitationId` of what was revoked; the new role. */
  target: { email?: string; userId?: string; invitationId?: string; role?: Role };
  /** HTTP status of the answer. */
  status: number;
  /** ISO 8601 in UTC. */
  at: string;
}

/** Over Mixpeek, with the owner's key. */
export interface UsersHandlerOverMixpeek {
  /** Mixpeek's API key. Stays on the server. */
  apiKey: string;
  /** Id of the Mixpeek namespace the app is in. */
  namespace: string;
  /** Over `https:`, since the key is sent there; `http:` for this machine only. @default 'https://api.mixpeek.com' */
  baseUrl?: string | undefined;
  /** @default globalThis.fetch, looked up at each request */
  fetch?: typeof globalThis.fetch | undefined;
  dataProvider?: undefined;
}

/** Over another back end. */
export interface UsersHandlerOverDataProvider {
  /** What carries out the six operations instead of Mixpeek, such as `createClerkBackendDataProvider` of `./clerk/backend`. */
  dataProvider: DataProvider;
  apiKey?: undefined;
  namespace?: undefined;
  baseUrl?: undefined;
  fetch?: undefined;
}

/** What holds over any back end. */
export interface UsersHandlerRules {
  /**
   * Says who the caller is, and in which role, or null for nobody (401). Called for each request before its body is read;
   * read the body from `request.clone()` if it must be. Throw a `new UsersError('forbidden', …)` to answer 403. Whatever
   * else it throws, errors of a data provider among it, is answered with 500 and reported to `onError`. Later than
   * `timeoutMs` it is 504.
   */
  authorize: (
    request: Request,
    context: UsersActionContext,
  ) => UsersCaller | null | undefined | Promise<UsersCaller | null | undefined>;
  /**
   * The apps that may be managed through this handler, a list or a function; others are answered with 404. There is no
   * default, for a key reaches every app of its owner: `() => true` says in so many words that `authorize` knows the roles
   * in each of them.
   */
  allowedApps: readonly string[] | ((appId: string) => boolean | Promise<boolean>);
  /**
   * Origins of other pages that may ask and write, such as `https://admin.example.com`, with a token in `authorization`.
   * @default the handler's own origin only
   */
  allowedOrigins?: readonly string[] | undefined;
  /**
   * Whether an admin may give up their own admin role, which the panel asks about first. Mixpeek keeps the last one.
   * @default false
   */
  allowSelfDemotion?: boolean | undefined;
  /** Where the handler is mounted, such as `/api`. @default anywhere: the path is read from `/v1/apps/` on */
  basePath?: string | undefined;
  /** Milliseconds for the back end's whole answer, for the caller's whole body, and for `authorize`. @default 15000 */
  timeoutMs?: number | undefined;
  /** How often one caller may ask, whatever of; more is answered with 429. False for no limit. @default 300 a minute */
  rateLimit?: RateLimit | false | undefined;
  /** The audit hook: who did what to whom, after it happened or may have. Awaited for two seconds at most; it cannot change the answer. */
  onAction?: ((event: UsersActionEvent) => unknown) | undefined;
  /**
   * Told of what the caller is not told: a hook that threw, a refused key, an answer that could not be read, and each origin
   * whose writes are refused, once. Awaited for two seconds at most.
   * @default one warning on the console, for the first error
   */
  onError?: ((error: unknown, context: UsersActionContext | null) => unknown) | undefined;
}

export type UsersHandlerOptions = UsersHandlerRules & (UsersHandlerOverMixpeek | UsersHandlerOverDataProvider);

type OptionName = keyof UsersHandlerRules | keyof UsersHandlerOverMixpeek;

const OPTIONS: Readonly<Record<OptionName, true>> = {
  authorize: true,
  allowedApps: true,
  apiKey: true,
  namespace: true,
  dataProvider: true,
  baseUrl: true,
  fetch: true,
  allowedOrigins: true,
  allowSelfDemotion: true,
  basePath: true,
  timeoutMs: true,
  rateLimit: true,
  onAction: true,
  onError: true,
};

const RATE_LIMIT: Readonly<Record<keyof RateLimit, true>> = { limit: true, windowMs: true, store: true };

const MAX_TIMER_MS = 2_147_483_647;

/** Checks the options and fills in the defaults. @throws {UsersError} `invalid_input` with the remedy; never with the key */
export function readOptions(options: UsersHandlerOptions) {
  const unknown = findUnknownOption(options, OPTIONS);
  if (unknown) refuse(unknown);
  const { authorize, timeoutMs = 15_000, fetch, allowedApps, onAction, onError } = options;
  if (typeof authorize !== 'function') {
    refuse(
      'authorize is missing. Give a function that says who the caller is: (request) => ({ userId, role }) or null',
    );
  }
  if (!(timeoutMs > 0 && timeoutMs <= MAX_TIMER_MS)) refuse('timeoutMs must be a number of milliseconds above 0');
  for (const [name, value] of Object.entries({ fetch, onAction, onError })) {
    if (value !== undefined && typeof value !== 'function') refuse(`${name} must be a function`);
  }
  if (typeof allowedApps !== 'function' && !isListOfTexts(allowedApps)) {
    refuse(
      'allowedApps must name the apps that may be managed here: an array of app ids, or a function that says yes or no to one. Every app there is would be () => true',
    );
  }
  return {
    backEnd: backEndOf(options, timeoutMs),
    authorize,
    timeoutMs,
    onAction,
    onError,
    rateLimit: rateLimitOf(options.rateLimit),
    allowSelfDemotion: options.allowSelfDemotion === true,
    basePath: basePathOf(options.basePath),
    allowedOrigins: new Set(originsOf(options.allowedOrigins ?? [])),
    isAllowedApp: async (appId: string): Promise<boolean> => {
      return typeof allowedApps === 'function' ? await allowedApps(appId) : allowedApps.includes(appId);
    },
  };
}

function backEndOf(options: UsersHandlerOptions, timeoutMs: number): BackEnd {
  const { dataProvider, apiKey, namespace, fetch } = options;
  if (dataProvider !== undefined) {
    if (apiKey !== undefined || namespace !== undefined) {
      return refuse('apiKey and namespace are for Mixpeek. Leave them out beside dataProvider');
    }
    if (typeof dataProvider?.listMembers === 'function') return dataProviderBackEnd(dataProvider, timeoutMs);
    return refuse('dataProvider must be a data provider, such as createClerkBackendDataProvider gives');
  }
  if (typeof window !== 'undefined' && typeof document !== 'undefined') {
    return refuse('an API key is not for a browser, where everybody could read it. Call this on a server');
  }
  if (!isPrintable(apiKey)) {
    return refuse(
      'apiKey must be your Mixpeek API key, without spaces or line ends. Read it from the environment of the server',
    );
  }
  if (!isPrintable(namespace)) {
    return refuse('namespace must be the id of your Mixpeek namespace, such as "ns_abc123"');
  }
  const baseUrl = baseUrlOf(options.baseUrl ?? 'https://api.mixpeek.com');
  return mixpeekBackEnd({ apiKey, namespace, baseUrl, timeoutMs, fetch });
}

function rateLimitOf(option: UsersHandlerRules['rateLimit']) {
  if (option === false) return null;
  const unknown = option && findUnknownOption(option, RATE_LIMIT);
  if (unknown) refuse(`rateLimit: ${unknown}`);
  const { limit = 300, windowMs = 60_000, store = createMemoryRateLimitStore() } = option ?? {};
  if (!(Number.isSafeInteger(limit) && limit > 0)) refuse('rateLimit.limit must be a whole number above 0');
  if (!(windowMs > 0 && windowMs <= MAX_TIMER_MS))
    refuse('rateLimit.windowMs must be a number of milliseconds above 0');
  if (typeof store?.count !== 'function') refuse('rateLimit.store must have a method count(key, windowMs)');
  return { limit, windowMs, store };
}

function baseUrlOf(text: string): string {
  const url = urlOf(text);
  const isPlain = url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !/[?#]/.test(text);
  if (!isPlain) return refuse('baseUrl must be an https URL without query or credentials');
  if (!isSecureUrl(url.href)) {
    return refuse('baseUrl must begin with https://, since the key is sent there. http:// is for this machine only');
  }
  return url.href.replace(/\/+$/, '');
}

function basePathOf(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  if (typeof path !== 'string' || !/^(?:\/|$)/.test(path))
    return refuse('basePath must start with "/", such as "/api"');
  return path.replace(/\/+$/, '');
}

function originsOf(origins: readonly string[]): string[] {
  if (!Array.isArray(origins)) return refuse('allowedOrigins must be an array of origins');
  return origins.map((text: string) => {
    const url = urlOf(text);
    if (url && url.origin !== 'null' && url.href === `${url.origin}/`) return url.origin;
    return refuse('allowedOrigins must hold origins such as "https://admin.example.com", without a path');
  });
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string' && text !== '');
}

function urlOf(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function refuse(what: string): never {
  throw new UsersError('invalid_input', `createUsersHandler: ${what}.`);
}
