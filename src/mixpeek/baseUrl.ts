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
  if (/[?#\s\\]/.test(base)) {
    throw new UsersError(
      'invalid_input',
      'baseUrl holds a query, a fragment or a space. Pass scheme, host and path only.',
    );
  }
  const absolute = /^[a-z][a-z\d+.-]*:/i.test(base);
  if (absolute && !isWebUrl(base)) {
    throw new UsersError(
      'invalid_input',
      'baseUrl is no http or https URL. Pass one such as "https://example.com/api".',
    );
  }
  if (!absolute && typeof globalThis.location === 'undefined') {
    throw new UsersError(
      'invalid_input',
      `baseUrl ${JSON.stringify(base)} is relative, and there is no page here to be relative to. Pass an absolute URL as baseUrl.`,
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
