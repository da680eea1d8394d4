import { UsersError } from '../model/errors.js';

/*
 * A word of a header's value that starts as secret keys do: `sk_…`, `sk_live_…`, `mxp_sk_…`. Bound to the start of a word:
 * a session token may hold these letters anywhere.
 */
const SECRET_KEY = /(?:^|[\s=:,;"])(?:[a-z0-9]{1,12}_){0,2}sk_/i;

/**
 * Refuses a header that carries a secret key, where everybody who opens the page could read it. Elsewhere it is the
 * developer's own machine and nothing is refused. The key is not repeated in the message.
 * @throws {UsersError} `invalid_input`
 */
export function refuseSecretKeys(headers: Headers): void {
  if (typeof window === 'undefined' || typeof document === 'undefined') return;
  for (const [name, value] of headers) {
    if (!SECRET_KEY.test(value)) continue;
    throw new UsersError(
      'invalid_input',
      `The header "${name}" carries a secret key, which everybody who opens this page could read. Keep the key on a ` +
        'server: put createUsersHandler of @mixpeek/users-panel/server there, set baseUrl to its route, and replace this key.',
    );
  }
}
