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

const ROOT = '/v1/apps/';

/** Steps to another folder. */
const CLIMBS = /(?:^|[/\\])\.\.?(?:[/\\]|$)/;
/** An encoding within the encoding, what is not seen, and blank ends. */
const IS_DISGUISED = /%|[\p{Cc}\p{Cf}]|^\s|\s$/u;

/**
 * Whether an id is none. Encoded anew it would stay inside of its segment; but what stands before the back end may decode
 * a path, once more or twice, and tidy it: into another app than is allowed, or into one's own id.
 */
function isOdd(id: string): boolean {
  return IS_DISGUISED.test(id) || CLIMBS.test(id);
}

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
  const start = basePath === undefined ? pathname.indexOf(ROOT) : basePath.length;
  const isOurs = basePath === undefined ? start >= 0 : pathname.startsWith(basePath + ROOT);
  const match = isOurs ? matchRoute(method, pathname.slice(start), ACTIONS) : null;
  if (!match && isOurs && matchRoute(method, pathname.slice(start))?.operation) {
    throw new Refusal(403, 'User management is turned on in Mixpeek, not through this handler.');
  }
  if (!match || (match.operation !== null && Object.values(match.ids).some(isOdd)))
    throw new Refusal(404, 'There is nothing at this path.', { details: { resource: 'path' } });
  if (match.operation === null) {
    const allow = match.allow.join(', ');
    throw new Refusal(405, `This path takes ${allow} only.`, { headers: { allow } });
  }
  return { action: match.operation as UsersAction, ids: match.ids };
}
