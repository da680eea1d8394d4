import type { UsersError } from '../model/errors.js';
import type { UsersOperation } from './UsersContext.js';
import { warnOnce } from './warnOnce.js';

/** Whether a failure is likely to be a mistake in the set-up, whose message names a remedy. */
function isSetupMistake({ code, message }: UsersError): boolean {
  return (
    code === 'unexpected_page' ||
    code === 'invalid_response' ||
    code === 'invalid_input' ||
    /\bbaseUrl\b|page of another origin|threw no UsersError/.test(message)
  );
}

/** Tells a developer what a person is not told: which URL answered with what, and what to do about it. */
export function warnOfFailure(error: UsersError, operation: UsersOperation): void {
  if (isSetupMistake(error)) warnOnce(`${operation} failed (${error.code}): ${error.message}`);
}

const NOTHING_THERE = new Set(['unexpected_page', 'invalid_response', 'not_found', 'network']);

/** For a panel without a `dataProvider`: says that the default is for a Canvas page, when this is none. */
export function warnOfMissingProvider({ code }: UsersError): void {
  if (!NOTHING_THERE.has(code) || Reflect.has(globalThis, '__MIXPEEK__')) return;
  warnOnce(
    'UsersPanel has no dataProvider, and this is no Canvas page (no window.__MIXPEEK__), so it asked the user API at /api, ' +
      'and there is none. Pass dataProvider: createMixpeekDataProvider({ baseUrl }) for a route of your own, or ' +
      'createMemoryDataProvider() for a demo.',
  );
}
