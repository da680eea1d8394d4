import { isUsersError, UsersError } from '../../model/errors.js';
import { noStore } from '../../model/noStore.js';
import { readText } from '../../model/readText.js';
import { retryAfterSeconds } from '../../model/retryAfterSeconds.js';
import { safeError } from '../../model/safeError.js';
import { strike } from '../../model/strike.js';
import { withDeadline } from '../../model/withDeadline.js';
import { clerkError, type ClerkOperation } from '../clerkError.js';

export interface BackendCall {
  operation: ClerkOperation;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Behind the base URL, ids encoded. */
  path: string;
  query?: readonly (readonly [name: string, value: string])[] | undefined;
  body?: unknown;
  signal?: AbortSignal | undefined;
}

export interface BackendRequestOptions {
  secretKey: string;
  baseUrl: string;
  timeoutMs: number;
  fetch: typeof fetch | undefined;
}

/** The JSON of a 2xx answer: always an object, an empty one for an answer without a body. */
export type BackendAnswer = Readonly<Record<string, unknown>>;

/** Makes the function that asks Clerk's Backend API one thing. The key leaves in a header and comes back in nothing. */
export function createBackendRequest(options: BackendRequestOptions): (call: BackendCall) => Promise<BackendAnswer> {
  return async (call) => {
    call.signal?.throwIfAborted();
    const { timeoutMs } = options;
    const { status, text, retryAfter } = await withDeadline(
      timeoutMs,
      (signal) => exchange(options, call, signal),
      () => new UsersError('timeout', `${call.operation} got no answer from Clerk within ${timeoutMs} ms.`),
      call.signal,
    );
    const body = status === 204 && text === '' ? {} : jsonOf(text);
    const isWorded = isObject(body) && Array.isArray(body['errors']);
    const isRefusal = isWorded && (body['errors'] as unknown[]).length > 0;
    if (status >= 200 && status < 300 && !isRefusal) {
      if (isObject(body) && body['success'] !== false) return body;
      throw new UsersError('invalid_response', `${call.operation} was answered with something that is not Clerk's.`, {
        status,
      });
    }
    // A page that says 404 is not Clerk saying that somebody is gone: that would count as done already.
    if (!isWorded && (status < 400 || status === 404 || status === 410)) {
      throw new UsersError('server_error', `${call.operation} was answered by something that is not Clerk.`, {
        status,
      });
    }
    throw clerkError(call.operation, { ...(isWorded && body), status, retryAfter });
  };
}

async function exchange(
  { secretKey, baseUrl, fetch: given }: BackendRequestOptions,
  { operation, method, path, query = [], body }: BackendCall,
  signal: AbortSignal,
) {
  const search = new URLSearchParams(query.map(([name, value]) => [name, value])).toString();
  const headers: Record<string, string> = { accept: 'application/json', authorization: `Bearer ${secretKey}` };
  // A redirect would take the key to wherever it points.
  const init: RequestInit = { method, headers, signal, redirect: 'manual', ...noStore() };
  if (body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  try {
    const send = given ?? globalThis.fetch;
    const response = await send(`${baseUrl}${path}${search && `?${search}`}`, init);
    return {
      status: response.type === 'opaqueredirect' ? 302 : response.status,
      text: strike(secretKey, await readText(response)),
      retryAfter: retryAfterSeconds(response.headers),
    };
  } catch (cause) {
    if (isUsersError(cause)) throw cause;
    // What fetch throws may repeat the request, and somebody will log it.
    const safe = safeError(cause, [secretKey]);
    throw new UsersError('network', `${operation} got no answer from Clerk: the connection failed.`, { cause: safe });
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is BackendAnswer {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
