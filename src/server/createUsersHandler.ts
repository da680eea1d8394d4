import type { RouteIds } from '../mixpeek/wire.js';
import { isAdminRole } from '../model/role.js';
import { Refusal, refusalAnswer } from './answer.js';
import { refuseCrossSite } from './crossSite.js';
import { withDeadline } from './deadline.js';
import { forward } from './forward.js';
import { readOptions, type UsersActionContext, type UsersCaller, type UsersHandlerOptions } from './options.js';
import { passOn } from './passOn.js';
import { readBody, type ActionBody } from './readBody.js';
import { findAction, type UsersAction } from './route.js';

/** A fetch-style handler: never rejects, and answers every failure in Mixpeek's error envelope. */
export type UsersHandler = (request: Request) => Promise<Response>;

/** How long an audit hook may hold up the answer. It is awaited at all because some hosts stop with the answer. */
const ON_ACTION_MS = 2000;

/**
 * Makes the handler that stands between an open page and the owner's API key: it passes the six operations of the user
 * API, for callers that `authorize` names, in the roles that may. Mount it on every path and method under one prefix.
 * @throws {UsersError} `invalid_input` for options that cannot work.
 */
export function createUsersHandler(options: UsersHandlerOptions): UsersHandler {
  const settings = readOptions(options);
  const { authorize, allowedOrigins, basePath, isAllowedApp, onAction, onError, timeoutMs } = settings;

  async function tell(error: unknown, context: UsersActionContext | null): Promise<void> {
    try {
      await onError?.(error, context);
    } catch {
      // There is nobody left to tell.
    }
  }

  async function identify(request: Request, context: UsersActionContext): Promise<UsersCaller> {
    if (!(await isAllowedApp(context.appId))) {
      throw new Refusal(404, 'There is no such app here.', { details: { resource: 'app', id: context.appId } });
    }
    const caller = await authorize(request, context);
    if (caller === null || caller === undefined) throw new Refusal(401, 'Sign in first.');
    if (typeof caller.userId !== 'string' || caller.userId === '' || typeof caller.role !== 'string') {
      throw new TypeError('authorize must give { userId, role }, both strings, or null.');
    }
    if (context.action !== 'listMembers' && !isAdminRole(caller.role)) {
      throw new Refusal(403, 'Only an admin of this app may do this.');
    }
    return { userId: caller.userId, role: caller.role };
  }

  async function record(context: UsersActionContext, caller: UsersCaller, target: Target, status: number) {
    if (!onAction) return;
    const event = { ...context, caller, target, status, at: new Date().toISOString() };
    try {
      const late = () => new Error(`onAction took longer than ${ON_ACTION_MS} ms; the answer went out without it.`);
      await withDeadline(ON_ACTION_MS, async () => onAction(event), late);
    } catch (error) {
      await tell(error, context);
    }
  }

  return async (request) => {
    let context: UsersActionContext | null = null;
    try {
      const { action, ids } = findAction(request, basePath);
      context = { appId: ids.appId, action };
      refuseCrossSite(request, allowedOrigins);
      const caller = await identify(request, context);
      const body = await readBody(action, request, timeoutMs);
      refuseSelfHarm(action, ids, body, caller, settings.allowSelfDemotion);
      const answer = passOn(action, await forward(action, ids, body, settings));
      if (request.method !== 'GET') await record(context, caller, targetOf(ids, body), answer.status);
      return answer;
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, 'Something went wrong on this server.');
      if (refusal.status >= 500) await tell(refusal === error ? (refusal.cause ?? refusal) : error, context);
      return refusalAnswer(refusal);
    }
  };
}

/** Nobody locks themselves out through this handler: leaving is another act. */
function refuseSelfHarm(
  action: UsersAction,
  ids: RouteIds,
  body: ActionBody | undefined,
  caller: UsersCaller,
  allowSelfDemotion: boolean,
): void {
  if (ids.userId !== caller.userId) return;
  if (action === 'removeMember') throw new Refusal(403, 'You cannot remove yourself. Ask another admin.');
  if (action === 'updateMemberRole' && !allowSelfDemotion && !isAdminRole(body?.role ?? '')) {
    throw new Refusal(403, 'You cannot take the admin role from yourself. Ask another admin.');
  }
}

type Target = { email?: string; userId?: string; invitationId?: string; role?: string };

function targetOf({ userId, invitationId }: RouteIds, body: ActionBody | undefined): Target {
  return {
    ...(body?.email_address !== undefined && { email: body.email_address }),
    ...(userId !== undefined && { userId }),
    ...(invitationId !== undefined && { invitationId }),
    ...(body?.role !== undefined && { role: body.role }),
  };
}
