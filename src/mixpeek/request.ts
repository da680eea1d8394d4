import { isUsersError, UsersError, type UsersErrorCode } from '../model/errors.js';
import type { answerError, ErrorParts, FailedAnswer } from './answerError.js';
import { withDeadline } from '../model/withDeadline.js';
import { baseUrlOf } from './baseUrl.js';
import type { HeadersReader } from './headers.js';
import { isOffline } from './isOffline.js';
import { isPage } from './isPage.js';
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
  /** A page instead of an answer. */
  isPage: boolean;
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
    if (isOffline()) {
      throw new UsersError('offline', `${operation} was not sent: the browser is offline.`);
    }
    const { timeoutMs, fetch: send = globalThis.fetch } = options;
    const exchangeAll = async (signal: AbortSignal) => {
      const given = options.headers?.();
      // What is at hand is sent in this very moment.
      const headers = new Headers(given instanceof Promise ? await given : given);
      if (!headers.has('accept')) headers.set('accept', 'application/json');
      const init: RequestInit = { method, headers, signal, credentials: 'same-origin' };
      if (method !== 'GET') void loadReader().catch(() => undefined);
      if (body !== undefined) {
        headers.set('content-type', 'application/json');
        init.body = JSON.stringify(body);
      }
      const { response, text } = await exchange(send, url, init, operation);
      return readAnswer(response, text, operation);
    };
    const late = () => {
      const message = `${operation} got no answer within ${timeoutMs} ms. The option timeoutMs sets the time.`;
      return new UsersError('timeout', message);
    };
    return withDeadline(timeoutMs, exchangeAll, late, input.signal);
  };
}

async function exchange(send: typeof fetch, url: string, init: RequestInit, operation: Operation) {
  try {
    const response = await send(url, init);
    return { response, text: await response.text() };
  } catch (cause) {
    if (isUsersError(cause)) throw cause;
    // A write that was under way may have arrived, so it stays `network`: `offline` would say that nothing left.
    const code: UsersErrorCode = init.method === 'GET' && isOffline() ? 'offline' : 'network';
    throw new UsersError(code, `${operation} got no answer: the connection failed.`, { cause });
  }
}

async function readAnswer(response: Response, text: string, operation: Operation): Promise<Answer> {
  const body = jsonOf(text);
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const status = response.ok ? (failedStatus(body) ?? response.status) : response.status;
  if (status < 200 || status >= 300) {
    const failed = { operation, status, requestId, body };
    throw new UsersError(...(read ? read(failed, response.headers) : await explain(failed, response.headers)));
  }
  return { status, requestId, body, isPage: isPage(response.headers, text) };
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

async function explain(failed: FailedAnswer, headers: Headers): Promise<ErrorParts> {
  try {
    return (await loadReader())(failed, headers);
  } catch (cause) {
    const { operation, status, requestId } = failed;
    // Browsers remember for the life of the page that it could not be loaded: the status has to do.
    const code = BY_STATUS[status] ?? (status >= 500 ? 'server_error' : 'network');
    return [code, `${operation} failed with status ${status}.`, { status, requestId, cause }];
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
