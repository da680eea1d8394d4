import { safeError } from '../model/safeError.js';
import { withDeadline } from './withDeadline.js';

/** How long a hook may hold up the answer. It is awaited at all because some hosts stop with the answer. */
const HOOK_MS = 2000;

/** Calls a hook of the host's whose outcome changes nothing. Rejects when it fails, or takes too long to be waited for. */
export async function callHook(name: string, hook: () => unknown): Promise<void> {
  const late = () => new Error(`${name} took longer than ${HOOK_MS} ms; the answer went out without it.`);
  await withDeadline(HOOK_MS, async () => hook(), late);
}

/** Makes of `onError` a function that never rejects and never holds an answer up for long. */
export function createTell<Rest extends unknown[]>(
  onError: ((error: unknown, ...rest: Rest) => unknown) | undefined,
): (error: unknown, ...rest: Rest) => Promise<void> {
  return async (error, ...rest) => {
    try {
      await callHook('onError', () => onError?.(error, ...rest));
    } catch {
      // There is nobody left to tell.
    }
  };
}

/** An `onError` for a host that gave none: says once on the console that there is something to hear, and the first of it. */
export function createMissingOnError(where: string): (error: unknown) => void {
  let isSaid = false;
  return (error) => {
    if (isSaid || typeof console === 'undefined') return;
    isSaid = true;
    console.warn(
      `${where}: an error was reported to nobody, for there is no onError. Give one, such as ` +
        `onError: (error) => console.error(error). It was: ${String(safeError(error, []))}`,
    );
  };
}
