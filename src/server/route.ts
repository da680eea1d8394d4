import { matchRoute, type Operation, type RouteIds } from '../mixpeek/wire.js';
import { Refusal } from './answer.js';

/** What a caller may ask this handler for: the six operations of the user API. */
export type UsersAction = Exclude<Operation, 'enableUserManagement'>;

const ACTIONS: readonly Operation[] = [
  'listMembers',
  'listInvitations',
  'inviteMember',
  'updateMemberRole',
  'removeMember',
  'revokeInvitation',
] satisfies UsersAction[];

/** Where the paths of the user API begin. Proxies and CDNs that join two paths may double a slash. */
const ROOT = /(?<!\/)\/+v1\/+apps\//;

/** What a request asks for, its ids decoded. */
export interface FoundAction {
  action: UsersAction;
  ids: RouteIds;
}

/**
 * Which action a method and a path ask for. Read from the path's `/v1/apps/` on, wherever the handler is mounted, or
 * directly behind `basePath`.
 * @throws {Refusal} 404 or 405
 */
export function findAction(method: string, pathname: string, basePath: string | undefined): FoundAction {
  const path = pathFromRoot(pathname, basePath);
  const match = path === null ? null : matchRoute(method, path, ACTIONS);
  if (!match && path !== null && matchRoute(method, path)?.operation) {
    throw new Refusal(403, 'User management is turned on in Mixpeek, not through this handler.');
  }
  if (!match) throw new Refusal(404, 'There is nothing at this path.', { details: { resource: 'path' } });
  if (match.operation === null) {
    const allow = match.allow.join(', ');
    throw new Refusal(405, `This path takes ${allow} only.`, { headers: { allow } });
  }
  return { action: match.operation as UsersAction, ids: match.ids };
}

/** The path from `/v1/apps/` on; null when that is not in it, or not where it should be. */
function pathFromRoot(pathname: string, basePath: string | undefined): string | null {
  const isBelow = basePath === undefined || pathname.startsWith(basePath);
  const rest = pathname.slice(basePath?.length);
  const start = isBelow ? rest.search(ROOT) : -1;
  return start === 0 || (start > 0 && basePath === undefined) ? rest.slice(start) : null;
}
