import { isUsersError, UsersError } from '../model/errors.js';
import { isOffline } from './isOffline.js';
import { refuseSecretKeys } from './secretKey.js';

/** Headers for each request, as they are or as a function of the moment (a fresh session token, say). */
export type HeadersSource = HeadersInit | (() => HeadersInit | Promise<HeadersInit>);

/** Gives the headers of one request. */
export type HeadersReader = () => Headers | Promise<Headers>;

/**
 * Makes a host's headers ready to be sent. Those that never change are checked at once.
 * @throws {UsersError} when static headers cannot be sent, or carry a secret key in a browser.
 */
export function headersReader(source: HeadersSource | undefined): HeadersReader {
  if (typeof source === 'function') return () => givenHeaders(source);
  const fixed = headersOf(source);
  return () => fixed;
}

async function givenHeaders(source: () => HeadersInit | Promise<HeadersInit>): Promise<Headers> {
  let given: HeadersInit;
  try {
    given = await source();
  } catch (cause) {
    if (isUsersError(cause)) throw cause;
    if (isOffline()) throw new UsersError('offline', 'Nothing was sent: the browser is offline.', { cause });
    throw new UsersError(
      'invalid_input',
      'The headers function threw. Let it give an object, or {} when it has none.',
      {
        cause,
      },
    );
  }
  return headersOf(given);
}

function headersOf(init: HeadersInit | undefined): Headers {
  let headers: Headers;
  try {
    headers = new Headers(init ?? {});
  } catch {
    // The platform's own error would repeat the value, which may be a credential.
    throw new UsersError(
      'invalid_input',
      'A header cannot be sent: give names and values as strings, on one line each.',
    );
  }
  refuseSecretKeys(headers);
  return headers;
}
