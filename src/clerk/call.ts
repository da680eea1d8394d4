import { isAbortError, UsersError } from '../model/errors.js';
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
    if (isOffline()) throw new UsersError('offline', `${operation} was not sent: the browser is offline.`);
    const controller = new AbortController();
    const abort = () => controller.abort(signal?.reason);
    const late = () => {
      const message = `${operation} got no answer within ${timeoutMs} ms. The option timeoutMs sets the time.`;
      controller.abort(new UsersError('timeout', message));
    };
    const timer = setTimeout(late, timeoutMs);
    signal?.addEventListener('abort', abort, { once: true });
    const ended = new Promise<never>((_, reject) => {
      controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true });
    });
    try {
      return await Promise.race([sendWhenLoaded(operation, controller.signal, send), ended]);
    } catch (thrown) {
      if (signal?.aborted && (thrown === signal.reason || isAbortError(thrown))) throw thrown;
      const error = clerkError(operation, thrown);
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

/**
 * Refuses the empty resource with which Clerk's SDK resolves a write that never reached its server.
 * @throws {UsersError} `network`, for the write may have been applied.
 */
export function refuseEmpty<T>(operation: ClerkOperation, answer: T): T {
  if (textOf(rowOf(answer)['id']) !== null) return answer;
  throw new UsersError('network', `${operation} got no answer: Clerk's SDK gave an empty one in its place.`);
}

/** Only a browser that says so is offline; elsewhere the flag does not exist. */
function isOffline(): boolean {
  return typeof navigator !== 'undefined' && (navigator as { onLine?: boolean }).onLine === false;
}
