// The server side of the host page: what a Canvas host runs between the page and the Mixpeek user API.
import { createUsersHandler } from '@mixpeek/users-panel/server';
import { DEMO_APP_ID, startDemo } from './demo.js';
import { sendResponse, toRequest } from './nodeHttp.js';

const REQUIRED = ['MIXPEEK_API_KEY', 'MIXPEEK_NAMESPACE', 'MIXPEEK_APP_ID'];

/**
 * What the page is told about its host.
 * @typedef {object} HostInfo
 * @property {'demo' | 'live' | 'incomplete'} mode
 * @property {string[]} missing the variables that are not set although others are
 * @property {string[]} present
 * @property {{ apiBaseUrl: string, appId: string, slug: string, environment: string } | null} runtime
 */

/**
 * Starts the server side: the demo, or the real app when all three variables are set. When only some are, neither runs.
 * @param {Record<string, string | undefined>} env `MIXPEEK_API_KEY`, `MIXPEEK_NAMESPACE`, `MIXPEEK_APP_ID`, and
 *   optionally `MIXPEEK_BASE_URL`
 */
export async function startApi(env) {
  const present = REQUIRED.filter((name) => env[name]);
  const missing = REQUIRED.filter((name) => !env[name]);
  if (present.length === 0) return startDemoApi();
  return missing.length === 0 ? createLiveApi(env) : createIncompleteApi(present, missing);
}

async function startDemoApi() {
  const demo = await startDemo();
  const handle = createUsersHandler({
    apiKey: demo.apiKey,
    namespace: demo.namespace,
    baseUrl: demo.baseUrl,
    allowedApps: [demo.appId],
    allowSelfDemotion: true,
    authorize: (request, context) => demo.authorize(request, context),
  });
  return {
    info: infoOf('demo', DEMO_APP_ID),
    message:
      'Demo: made-up people in a fake Mixpeek. Set MIXPEEK_API_KEY, MIXPEEK_NAMESPACE and MIXPEEK_APP_ID for a real app.',
    middleware: toMiddleware(
      {
        '/api/': handle,
        '/_auth/me': demo.switchboard,
        '/_auth/sign-out': demo.switchboard,
        '/demo/': demo.switchboard,
      },
      demo.welcome,
    ),
    close: demo.close,
  };
}

/** @param {Record<string, string | undefined>} env */
function createLiveApi(env) {
  const appId = env['MIXPEEK_APP_ID'] ?? '';
  const baseUrl = env['MIXPEEK_BASE_URL'];
  const handle = createUsersHandler({
    apiKey: env['MIXPEEK_API_KEY'] ?? '',
    namespace: env['MIXPEEK_NAMESPACE'] ?? '',
    allowedApps: [appId],
    ...(baseUrl ? { baseUrl } : {}),
    // The server listens on this machine only, and whoever started it holds the key anyway.
    authorize: () => ({ userId: 'local-operator', role: 'org:admin' }),
  });
  return {
    info: infoOf('live', appId),
    message: `Real app ${appId} at ${baseUrl ?? 'https://api.mixpeek.com'}: what you do here is done for good.`,
    middleware: toMiddleware({ '/api/': handle }),
    close: async () => {},
  };
}

/**
 * @param {string[]} present
 * @param {string[]} missing
 */
function createIncompleteApi(present, missing) {
  const message = `${present.join(' and ')} set, but not ${missing.join(' and ')}. Set all three for a real app, or none for the demo.`;
  const refuse = async () => Response.json({ detail: message }, { status: 503 });
  return {
    /** @type {HostInfo} */
    info: { mode: 'incomplete', present, missing, runtime: null },
    message,
    middleware: toMiddleware({ '/api/': refuse }),
    close: async () => {},
  };
}

/**
 * @param {'demo' | 'live'} mode
 * @param {string} appId
 * @returns {HostInfo}
 */
function infoOf(mode, appId) {
  const runtime = { apiBaseUrl: '/api', appId, slug: 'canvas-host', environment: 'preview-1' };
  return { mode, present: [], missing: [], runtime };
}

/**
 * Sends each path to its answer, and everything else on.
 * @param {Record<string, (request: Request) => Promise<Response>>} routes by the start of the path
 * @param {(cookies: string | undefined) => string | undefined} [welcome] the cookie for whoever opens the page
 * @returns {import('vite').Connect.NextHandleFunction}
 */
function toMiddleware(routes, welcome) {
  return (incoming, outgoing, next) => {
    const path = incoming.url ?? '/';
    const answer = Object.entries(routes).find(([start]) => path.startsWith(start))?.[1];
    if (!answer) {
      const cookie = /^\/(\?|$)/.test(path) ? welcome?.(incoming.headers.cookie) : undefined;
      if (cookie) outgoing.setHeader('set-cookie', cookie);
      next();
      return;
    }
    answer(toRequest(incoming, outgoing))
      .catch((error) => {
        // A setting that does not exist, or a body that is no JSON.
        if (error instanceof RangeError || error instanceof SyntaxError) {
          return Response.json({ detail: error.message }, { status: 422 });
        }
        throw error;
      })
      .then((response) => sendResponse(response, outgoing))
      .catch(next);
  };
}
