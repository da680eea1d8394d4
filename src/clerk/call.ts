import { isAbortError, UsersError, type UsersErrorCode } from '../model/errors.js';
import { clerkError, type ClerkOperation } from './clerkError.js';
import type { ClerkLike } from './clerkLike.js';
import { rowOf, textOf } from './clerkRows.js';
import { whenLoaded } from './whenLoaded.js';

/** How one call is made: what Clerk's SDK leaves to its caller. */
export interface CallOptions {
  clerk: ClerkLike;
  timeoutMs: number;
  /** Told of every refusal. */
  onRefused: (error: UsersError) => void;
}

/**
 * Sends one thing through Clerk, and rejects only with a `UsersError` or the caller's abort. What is sent in several steps
 * is given a signal that ends it between them, once nobody waits any more.
 */
export type Call = <T>(
  operation: ClerkOperation,
  signal: AbortSignal | undefined,
  send: (signal: AbortSignal) => Promise<T>,
) => Promise<T>;

/**
 * Makes the function through which every call goes. The SDK takes no signal, hangs for long when it is offline and has no
 * time limit, so all three are kept here; what it still answers later is dropped.
 */
export function createCall({ clerk, timeoutMs, onRefused }: CallOptions): Call {
  return async (operation, signal, send) => {
    signal?.throwIfAborted();
    const wasOffline = isOffline();
    const controller = new AbortController();
    const abort = () => controller.abort(signal?.reason);
    const late = () => {
      const message = `${operation} got no answer within ${timeoutMs} ms. The option timeoutMs sets the time.`;
      controller.abort(new UsersError('timeout', message));
    };
    const timer = setTimeout(late, wasOffline ? Math.min(timeoutMs, OFFLINE_MS) : timeoutMs);
    signal?.addEventListener('abort', abort, { once: true });
    const ended = new Promise<never>((_, reject) => {
      controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true });
    });
    try {
      return await Promise.race([sendWhenLoaded(operation, controller.signal, send), ended]);
    } catch (thrown) {
      if (signal?.aborted && (thrown === signal.reason || isAbortError(thrown))) throw thrown;
      const error = offlineOr(clerkError(operation, thrown), operation, wasOffline);
      onRefused(error);
      throw error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    }
  };

  async function sendWhenLoaded<T>(
    operation: ClerkOperation,
    signal: AbortSignal,
    send: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    await whenLoaded(clerk, timeoutMs);
    // Told as failed already: it must not happen after all.
    signal.throwIfAborted();
    if (!clerk.user)
      throw new UsersError('unauthenticated', `${operation} was not sent: nobody is signed in to Clerk.`);
    return send(signal);
  }
}

/** How long Clerk may take while the browser says that it is offline: then the SDK hangs for long. */
const OFFLINE_MS = 5000;

/** Codes of a call that got no answer that could be read. */
const UNANSWERED: ReadonlySet<UsersErrorCode> = new Set(['network', 'timeout', 'invalid_response']);

/**
 * The flag of a browser may be wrong, so a call is tried whatever it says, and only a failure is explained by it. A write
 * that was under way when the connection went may have arrived: it stays what it was.
 */
function offlineOr(error: UsersError, operation: ClerkOperation, wasOffline: boolean): UsersError {
  const isRead = /^(?:list|get)/.test(operation);
  if (!UNANSWERED.has(error.code) || error.status !== undefined || !isOffline() || !(isRead || wasOffline))
    return error;
  return new UsersError('offline', `${operation} got no answer: the browser is offline.`, { cause: error });
}

/**
 * Refuses the empty resource with which Clerk's SDK resolves a write that has no answer, or one without a `response`.
 * @throws {UsersError} `invalid_response`; `network` where it may never have reached Clerk. It may have been applied.
 */
export function refuseEmpty<T>(operation: ClerkOperation, answer: T): T {
  if (textOf(rowOf(answer)['id']) !== null) return answer;
  // The SDK swallows a lost connection while the browser is offline, or driven by a program.
  if (isOffline() || (typeof navigator !== 'undefined' && navigator.webdriver)) {
    throw new UsersError('network', `${operation} got no answer: Clerk's SDK gave an empty one in its place.`);
  }
  throw new UsersError('invalid_response', `Clerk answered ${operation} with nothing in it.`);
}

/** Only a browser that says so is offline; elsewhere the flag does not exist. */
function isOffline(): boolean {
  return typeof navigator !== 'undefined' && (navigator as { onLine?: boolean }).onLine === false;
}
