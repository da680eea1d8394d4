import { isUsersError, UsersError } from '../model/errors.js';
import { isAdminRole } from '../model/role.js';
import { allowOrigin } from './allowOrigin.js';
import { jsonAnswer, Refusal, refusalAnswer, toResponse, type Answer } from './answer.js';
import { callHook, createMissingOnError, createTell } from './callHook.js';
import { createOriginCheck } from './createOriginCheck.js';
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

/**
 * A fetch-style handler: answers every failure in Mixpeek's error envelope. Rejects only when it is given something else
 * than a standard `Request`.
 */
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
  const tell = createTell(settings.onError ?? createMissingOnError('createUsersHandler'));
  const refuseCrossSite = createOriginCheck(allowedOrigins);

  /** Asks the host: whether the app may be managed here, and who is calling. */
  async function askHost(request: Request, context: UsersActionContext) {
    if (!(await isAllowedApp(context.appId))) {
      throw new Refusal(404, 'There is no such app here.', { details: { resource: 'app', id: context.appId } });
    }
    try {
      return await authorize(request, context);
    } catch (error) {
      if (isHostsRefusal(error)) throw new Refusal(403, 'You may not do this here.');
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
    checkRequest(request);
    // A HEAD is a GET whose answer goes out without its body.
    const isHead = request.method === 'HEAD';
    const method = isHead ? 'GET' : request.method;
    let context: UsersActionContext | null = null;
    const shared = allowOrigin(request, allowedOrigins);
    // Before it asks anything from another origin, a browser asks whether it may.
    if (shared && method === 'OPTIONS') return toResponse(jsonAnswer(204, null), shared);
    const respond = (answer: Answer) => toResponse(isHead ? { ...answer, json: null } : answer, shared);
    try {
      // The real method alone: a header or field that claims another counts for nothing, and the query is dropped.
      const { action, ids } = findAction(method, new URL(request.url).pathname, basePath);
      context = { appId: ids.appId, action };
      refuseCrossSite(request);
      const caller = await identify(request, context);
      const body = await readBody(action, request, timeoutMs);
      refuseSelfHarm(action, ids, body, caller.userId, settings.allowSelfDemotion);
      const carryOut = () => backEnd(action, ids, body);
      if (method === 'GET') return respond(await carryOut());
      const asked = context;
      const write = { ...asked, caller, target: targetOf(ids, body) };
      return respond(await recordOutcome(carryOut, write, (event) => record(asked, event)));
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, 'Something went wrong on this server.');
      if (refusal.status >= 500 || refusal.options.isOperators)
        await tell(refusal === error ? (refusal.cause ?? refusal) : error, context);
      return respond(refusalAnswer(refusal));
    }
  };
}

/**
 * Whether `authorize` says by an error that the caller may not do this. An error that a data provider threw inside of it is
 * none: it comes from an answer, and that our own credentials are refused is no word about the caller.
 */
function isHostsRefusal(error: unknown): boolean {
  if (!isUsersError(error) || error.code !== 'forbidden') return false;
  return error.status === undefined && error.requestId === undefined && error.cause === undefined;
}

/** @throws {UsersError} `invalid_input` for what is no `Request`: the handler could not even say no to it. */
function checkRequest(request: Request): void {
  const { headers, method, url } = (request ?? {}) as Partial<Request>;
  if (typeof headers?.get === 'function' && typeof method === 'string' && typeof url === 'string') return;
  throw new UsersError(
    'invalid_input',
    'The handler of createUsersHandler takes a standard Request and gives a Response. In Express or plain Node, make one of req first, as the README shows.',
  );
}

function tooSlow(): Refusal {
  return new Refusal(504, 'Who is calling could not be learned in time.', {
    cause: new Error('allowedApps and authorize did not answer within timeoutMs.'),
  });
}
