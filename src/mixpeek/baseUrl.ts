import { UsersError } from '../model/errors.js';

/** Base of a Canvas app's proxy where the page does not say. */
const CANVAS_PROXY = '/api';

/**
 * Where requests go: the option, else what the Canvas runtime says (`__MIXPEEK__.apiBaseUrl`, read at each call, for it
 * may be set after us), else `/api`. Without trailing slashes.
 * @throws {UsersError} `invalid_input` when it is no URL, or a relative one where there is no page to be relative to.
 */
export function baseUrlOf(option: string | undefined): string {
  const base = (option ?? canvasBaseUrl() ?? CANVAS_PROXY).trim().replace(/\/+$/, '');
  const absolute = /^[a-z][a-z\d+.-]*:/i.test(base);
  if (/[?#\s\\]/.test(base) || (absolute && !isWebUrl(base))) {
    throw new UsersError(
      'invalid_input',
      'baseUrl must be a path such as "/api", or an http(s) URL without user, query or fragment.',
    );
  }
  if (!absolute && typeof globalThis.location === 'undefined') {
    throw new UsersError(
      'invalid_input',
      `baseUrl ${JSON.stringify(base)} is relative, and here is no page. Pass an absolute URL.`,
    );
  }
  return base;
}

function isWebUrl(text: string): boolean {
  try {
    const { protocol, username, password } = new URL(text);
    return /^https?:$/.test(protocol) && !username && !password;
  } catch {
    return false;
  }
}

function canvasBaseUrl(): string | undefined {
  const runtime = Reflect.get(globalThis, '__MIXPEEK__') as { apiBaseUrl?: unknown } | null | undefined;
  const found = runtime?.apiBaseUrl;
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}
