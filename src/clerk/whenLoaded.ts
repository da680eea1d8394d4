import { UsersError } from '../model/errors.js';
import type { ClerkLike } from './clerkLike.js';

/** How often `loaded` is looked at beside what Clerk tells: older versions say nothing when they are done. */
const LOOK_MS = 100;

/**
 * Resolves once Clerk knows who is signed in.
 * @throws {UsersError} `network` when Clerk's script fails to load, or is not there within so many milliseconds.
 */
export async function whenLoaded(clerk: ClerkLike, timeoutMs: number): Promise<void> {
  if (clerk.loaded) return;
  await new Promise<void>((resolve, reject) => {
    const fail = (what: string) => {
      end();
      reject(new UsersError('network', `${what} Is its script allowed and reachable?`));
    };
    const look = () => {
      if (!clerk.loaded) return;
      end();
      resolve();
    };
    const heard = (status: string) => (status === 'error' ? fail('Clerk failed to load.') : look());
    const timer = setTimeout(() => fail(`Clerk was not loaded within ${timeoutMs} ms.`), timeoutMs);
    const interval = setInterval(look, LOOK_MS);
    function end() {
      clearTimeout(timer);
      clearInterval(interval);
      clerk.off?.('status', heard);
    }
    clerk.on?.('status', heard, { notify: true });
  });
}
