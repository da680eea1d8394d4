import type { UsersError } from '../model/errors.js';
import type { UsersOperation } from './UsersContext.js';
import { warnOnce } from './warnOnce.js';

/** Whether a failure is probably a mistake in the set-up. The messages of these name a remedy. */
function isSetupMistake({ code, message }: UsersError): boolean {
  return (
    code === 'unexpected_page' ||
    code === 'invalid_response' ||
    code === 'invalid_input' ||
    /\bbaseUrl\b|page of another origin|threw no UsersError/.test(message)
  );
}

/** Warns developers of what users are not shown: the URL, what it returned, and the remedy. */
export function warnOfFailure(error: UsersError, operation: UsersOperation): void {
  if (isSetupMistake(error)) warnOnce(`${operation} failed (${error.code}): ${error.message}`);
}

const NOTHING_THERE = new Set(['unexpected_page', 'invalid_response', 'not_found', 'network']);

/** Warns that a panel without a `dataProvider` needs a Canvas page, when this page is not one. */
export function warnOfMissingProvider({ code }: UsersError): void {
  if (!NOTHING_THERE.has(code) || Reflect.has(globalThis, '__MIXPEEK__')) return;
  warnOnce(
    'UsersPanel has no dataProvider, and this is no Canvas page (no window.__MIXPEEK__), so it asked the user API at /api, ' +
      'and there is none. Pass dataProvider: createMixpeekDataProvider({ baseUrl }) for a route of your own, or ' +
      'createMemoryDataProvider() for a demo.',
  );
}
