import { http, HttpResponse, type HttpHandler } from 'msw';
import { UsersError } from '../model/errors.js';
import type { Seed } from '../memory/seed.js';
import { createFakeMixpeek, type FakeMixpeek } from './createFakeMixpeek.js';
import type { FakeMixpeekOptions } from './fakeOptions.js';
import { NetworkCut } from './faults.js';

export interface UsersHandlersOptions extends FakeMixpeekOptions {
  /** What the fake holds at the start. Default: twelve made-up members of `app_demo`. */
  seed?: Seed | undefined;
  /** A fake of your own, to read and reconfigure while the handlers run. Excludes `seed`. */
  fake?: FakeMixpeek | undefined;
  /** Where the kit's `baseUrl` points: a path, for any origin, or an absolute URL. Default: `/api`. */
  baseUrl?: string | undefined;
}

/**
 * MSW handlers that answer the whole user API below `baseUrl` with one fake Mixpeek. Options beside `fake` configure
 * that fake. A cut connection is a network error.
 *
 * @throws UsersError `invalid_input` when both `seed` and `fake` are given, or `baseUrl` is neither path nor URL.
 */
export function usersHandlers(options: UsersHandlersOptions = {}): HttpHandler[] {
  const { seed, fake: given, baseUrl = '/api', ...fakeOptions } = options;
  if (seed && given) {
    throw new UsersError(
      'invalid_input',
      'usersHandlers was given a seed and a fake, which has its own. Give the seed to createFakeMixpeek instead.',
    );
  }
  given?.configure(fakeOptions);
  const fake = given ?? createFakeMixpeek(seed, fakeOptions);
  return [
    http.all(pattern(baseUrl), async ({ request }) => {
      try {
        return await fake(request);
      } catch (error) {
        // An aborted request has nobody waiting for its answer any more.
        if (error instanceof NetworkCut || request.signal.aborted) return HttpResponse.error();
        throw error;
      }
    }),
  ];
}

/** An expression, not a path: MSW resolves a path against the page, and there is none in Node. */
function pattern(baseUrl: string): RegExp {
  const base = baseUrl.replace(/\/+$/, '');
  if (/^https?:\/\//.test(base)) return new RegExp(`^${escape(base)}/v1/apps/`);
  if (base === '' || base.startsWith('/')) return new RegExp(`^https?://[^/]+${escape(base)}/v1/apps/`);
  throw new UsersError(
    'invalid_input',
    `usersHandlers was given baseUrl: ${JSON.stringify(baseUrl)}. Give a path from the root (/api) or a whole URL.`,
  );
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
