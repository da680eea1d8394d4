import { isUsersError, UsersError, type UsersErrorCode } from '../model/errors.js';
import type { answerError, ErrorParts, FailedAnswer } from './answerError.js';
import { withDeadline } from '../model/withDeadline.js';
import { baseUrlOf } from './baseUrl.js';
import type { HeadersReader } from './headers.js';
import { isOffline } from './isOffline.js';
import { isGate, isPage } from './isPage.js';
import { routeOf, type Operation, type RouteIds } from './wire.js';
import { failedStatus } from './failedStatus.js';

export interface RequestOptions {
  baseUrl?: string | undefined;
  fetch?: typeof fetch | undefined;
  /** A host's headers, made ready to be sent; without it there are none. */
  headers?: HeadersReader | undefined;
  /** Where each operation goes, if not where the contract says. */
  route?: typeof routeOf | undefined;
  timeoutMs: number;
}

/** What a method of the data provider is given: the ids that address it are among it. */
export interface CallInput extends RouteIds {
  signal?: AbortSignal | undefined;
}

/** A 2xx answer. Its first two fields are what an error about it should carry. */
export interface Answer {
  status: number;
  requestId: string | undefined;
  /** The parsed JSON; undefined where there was none. */
  body: unknown;
}

/** Makes the function that sends one call and resolves with its 2xx answer. */
export function createRequest(
  options: RequestOptions,
): (operation: Operation, input: CallInput, body?: unknown) => Promise<Answer> {
  const { route = routeOf } = options;
  return async (operation, input, body) => {
    const { method, path } = route(operation, input);
    const url = baseUrlOf(options.baseUrl) + path;
    input.signal?.throwIfAborted();
    const { timeoutMs, fetch: send = globalThis.fetch } = options;
    const exchangeAll = async (signal: AbortSignal) => {
      const given = options.headers?.();
      // What is at hand is sent in this very moment.
      const headers = new Headers(given instanceof Promise ? await given : given);
      if (!headers.has('accept')) headers.set('accept', 'application/json');
      // A list that a cache has kept is from before the last write.
      const init: RequestInit = { method, headers, signal, credentials: 'same-origin', cache: 'no-store' };
      if (method !== 'GET') void loadReader().catch(() => undefined);
      if (body !== undefined) {
        headers.set('content-type', 'application/json');
        init.body = JSON.stringify(body);
      }
      const { response, text } = await exchange(send, url, init, operation);
      return readAnswer(response, text, operation, `${method} ${url}`);
    };
    const late = () => {
      const message = `${operation} got no answer within ${timeoutMs} ms. The option timeoutMs sets the time.`;
      return new UsersError('timeout', message);
    };
    return withDeadline(timeoutMs, exchangeAll, late, input.signal);
  };
}

async function exchange(send: typeof fetch, url: string, init: RequestInit, operation: Operation) {
  const wasOffline = isOffline();
  try {
    const response = await send(url, init);
    return { response, text: await response.text() };
  } catch (cause) {
    if (isUsersError(cause)) throw cause;
    // A write that was under way when the connection went may have arrived, so it stays `network`.
    const saysOffline = isOffline() && (wasOffline || init.method === 'GET');
    if (!saysOffline && (await isRedirected(send, url, init))) {
      const request = `${init.method} ${url}`;
      throw await failure({ operation, request, status: 0, page: 'a redirect to another origin', cause });
    }
    const code: UsersErrorCode = saysOffline ? 'offline' : 'network';
    throw new UsersError(code, `${operation} got no answer: the connection failed.`, { cause });
  }
}

/**
 * A redirect to a sign-in page of another origin fails like a broken connection, so it is looked for by one more GET that
 * does not follow. Only where the page's own cookies go: elsewhere no session can have ended.
 */
async function isRedirected(send: typeof fetch, url: string, init: RequestInit) {
  const page = globalThis.document?.baseURI;
  if (!page || init.signal?.aborted || new URL(url, page).origin !== new URL(page).origin) return false;
  try {
    const probe = await send(url, { ...init, method: 'GET', body: null, redirect: 'manual' });
    return probe.type === 'opaqueredirect';
  } catch {
    return false;
  }
}

async function readAnswer(response: Response, text: string, operation: Operation, request: string): Promise<Answer> {
  const { status, headers } = response;
  const body = jsonOf(text);
  const requestId = headers.get('x-request-id') ?? undefined;
  const isRedirect = response.type === 'opaqueredirect' || (status >= 300 && status < 400 && status !== 304);
  const page = isRedirect
    ? 'a redirect'
    : isGate(status) && isPage(headers, text)
      ? `a page of type ${headers.get('content-type') ?? 'unknown'}`
      : undefined;
  const failed = page || !response.ok ? status : failedStatus(body);
  if (failed !== null) throw await failure({ operation, request, status: failed, requestId, body, headers, page });
  return { status, requestId, body };
}

/**
 * Most pages never see a failed answer: what reads one is loaded beside the first write, or when one comes. Once it is
 * there nothing waits for it, so that a batch stops before its next request.
 */
let read: typeof answerError | undefined;

async function loadReader() {
  read ??= (await import('./answerError.js')).answerError;
  return read;
}

const BY_STATUS: Partial<Record<number, UsersErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  429: 'rate_limited',
};

async function failure(failed: FailedAnswer): Promise<UsersError> {
  return new UsersError(...(read ? read(failed) : await explain(failed)));
}

async function explain(failed: FailedAnswer): Promise<ErrorParts> {
  try {
    return (await loadReader())(failed);
  } catch (cause) {
    const { operation, status, requestId, page } = failed;
    // Browsers remember for the life of the page that it could not be loaded: the status has to do.
    const code = page ? 'unexpected_page' : (BY_STATUS[status] ?? (status >= 500 ? 'server_error' : 'network'));
    return [code, `${operation} failed with status ${status}.`, { status: status || undefined, requestId, cause }];
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
