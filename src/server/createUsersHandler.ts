import { isUsersError } from '../model/errors.js';
import { isAdminRole } from '../model/role.js';
import { allowOrigin } from './allowOrigin.js';
import { jsonAnswer, Refusal, refusalAnswer, toResponse } from './answer.js';
import { callHook, createTell } from './callHook.js';
import { refuseCrossSite } from './crossSite.js';
import { withDeadline } from './withDeadline.js';
import {
  readOptions,
  type UsersActionContext,
  type UsersActionEvent,
  type UsersCaller,
  type UsersHandlerOptions,
} from './options.js';
import { countRequest } from './rateLimit.js';
import { readBody } from './readBody.js';
import { recordOutcome } from './recordOutcome.js';
import { refuseSelfHarm } from './refuseSelfHarm.js';
import { findAction } from './route.js';
import { targetOf } from './targetOf.js';

/** A fetch-style handler: never rejects, and answers every failure in Mixpeek's error envelope. */
export type UsersHandler = (request: Request) => Promise<Response>;

/**
 * Makes the handler that stands between an open page and the owner's API key: it carries out the six operations of the
 * user API, for callers that `authorize` names, in the roles that may, over Mixpeek or over a data provider of the host's.
 * Mount it on every path and method under one prefix.
 * @throws {UsersError} `invalid_input` for options that cannot work.
 */
export function createUsersHandler(options: UsersHandlerOptions): UsersHandler {
  const settings = readOptions(options);
  const { authorize, allowedOrigins, backEnd, basePath, isAllowedApp, onAction, rateLimit, timeoutMs } = settings;
  const tell = createTell(settings.onError);

  /** Asks the host: whether the app may be managed here, and who is calling. */
  async function askHost(request: Request, context: UsersActionContext) {
    if (!(await isAllowedApp(context.appId))) {
      throw new Refusal(404, 'There is no such app here.', { details: { resource: 'app', id: context.appId } });
    }
    // It may say "not you" by a `UsersError` too.
    try {
      return await authorize(request, context);
    } catch (error) {
      if (isUsersError(error) && error.code === 'unauthenticated') return null;
      if (isUsersError(error) && error.code === 'forbidden') throw new Refusal(403, 'You may not do this here.');
      throw error;
    }
  }

  async function identify(request: Request, context: UsersActionContext): Promise<UsersCaller> {
    const caller = await withDeadline(timeoutMs, () => askHost(request, context), tooSlow);
    if (caller === null || caller === undefined) throw new Refusal(401, 'Sign in first.');
    if (typeof caller.userId !== 'string' || caller.userId === '' || typeof caller.role !== 'string') {
      throw new TypeError('authorize must give { userId, role }, both strings, or null.');
    }
    if (rateLimit) await countRequest(caller.userId, rateLimit, (error) => tell(error, context));
    if (context.action !== 'listMembers' && !isAdminRole(caller.role)) {
      throw new Refusal(403, 'Only an admin of this app may do this.');
    }
    return { userId: caller.userId, role: caller.role };
  }

  async function record(context: UsersActionContext, event: UsersActionEvent): Promise<void> {
    if (!onAction) return;
    try {
      await callHook('onAction', () => onAction(event));
    } catch (error) {
      await tell(error, context);
    }
  }

  return async (request) => {
    let context: UsersActionContext | null = null;
    const shared = allowOrigin(request, allowedOrigins);
    // Before it asks anything from another origin, a browser asks whether it may.
    if (shared && request.method === 'OPTIONS') return toResponse(jsonAnswer(204, null), shared);
    try {
      // The real method alone: a header or field that claims another counts for nothing, and the query is dropped.
      const { action, ids } = findAction(request.method, new URL(request.url).pathname, basePath);
      context = { appId: ids.appId, action };
      refuseCrossSite(request, allowedOrigins);
      const caller = await identify(request, context);
      const body = await readBody(action, request, timeoutMs);
      refuseSelfHarm(action, ids, body, caller.userId, settings.allowSelfDemotion);
      const carryOut = () => backEnd(action, ids, body);
      if (request.method === 'GET') return toResponse(await carryOut(), shared);
      const asked = context;
      const write = { ...asked, caller, target: targetOf(ids, body) };
      return toResponse(await recordOutcome(carryOut, write, (event) => record(asked, event)), shared);
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, 'Something went wrong on this server.');
      if (refusal.status >= 500 || refusal.options.isOperators)
        await tell(refusal === error ? (refusal.cause ?? refusal) : error, context);
      return toResponse(refusalAnswer(refusal), shared);
    }
  };
}

function tooSlow(): Refusal {
  return new Refusal(504, 'Who is calling could not be learned in time.', {
    cause: new Error('allowedApps and authorize did not answer within timeoutMs.'),
  });
}
