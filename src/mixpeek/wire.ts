import { UsersError } from '../model/errors.js';
import type { Role } from '../model/role.js';

/*
 * What Mixpeek's user API looks like on the wire: paths and bodies here, answers in `wireRows.ts`, failed ones in
 * `wireFailure.ts`. Nothing else in the kit's client and server knows these words.
 */

/** The ids that address each operation. Operation names are those of the contract. */
export interface OperationIds {
  listMembers: { appId: string };
  listInvitations: { appId: string };
  inviteMember: { appId: string };
  updateMemberRole: { appId: string; userId: string };
  removeMember: { appId: string; userId: string };
  revokeInvitation: { appId: string; invitationId: string };
  enableUserManagement: { appId: string };
}

export type Operation = keyof OperationIds;

export interface RouteIds {
  appId: string;
  userId?: string | undefined;
  invitationId?: string | undefined;
}

/** Where one operation is sent: an HTTP method, and a path that starts with `/` and is put behind the base URL. */
export interface Route {
  method: string;
  path: string;
}

/** Source: `paths` of the contract. Remove and revoke are inferred there, which is why the option `paths` exists. */
const ROUTES: Record<Operation, Route> = {
  listMembers: { method: 'GET', path: '/v1/apps/:appId/users' },
  listInvitations: { method: 'GET', path: '/v1/apps/:appId/users/invitations' },
  inviteMember: { method: 'POST', path: '/v1/apps/:appId/users/invite' },
  updateMemberRole: { method: 'PATCH', path: '/v1/apps/:appId/users/:userId/role' },
  removeMember: { method: 'DELETE', path: '/v1/apps/:appId/users/:userId' },
  revokeInvitation: { method: 'DELETE', path: '/v1/apps/:appId/users/invitations/:invitationId' },
  enableUserManagement: { method: 'PATCH', path: '/v1/apps/:appId' },
};

export const OPERATIONS = /* @__PURE__ */ Object.keys(ROUTES) as Operation[];

const PARAMETER = /:(appId|userId|invitationId)/g;

/**
 * What an id may hold. An allow-list: proxies and frameworks decode and normalize paths in ways of their own, so that
 * an encoded slash may address something else than was checked and recorded.
 */
const ID = /^[\w:.-]{1,200}$/;

/** A "user" of one of these names would turn a path about one person into a path about all invitations. */
const RESERVED = new Set(['invite', 'invitations']);

/**
 * Method and path of an operation, ids percent-encoded.
 * @throws {UsersError} `invalid_input` when an id cannot stand in a path.
 */
export function routeOf(operation: Operation, ids: RouteIds): Route {
  const { method, path } = ROUTES[operation];
  return { method, path: path.replace(PARAMETER, (_, name: keyof RouteIds) => encodeId(name, ids[name])) };
}

function encodeId(name: keyof RouteIds, id: unknown): string {
  if (typeof id !== 'string' || id.trim() === '') {
    const remedy = name === 'appId' ? ' Pass the id of the Canvas app, such as "app_abc123".' : '';
    throw new UsersError('invalid_input', `${name} must be a non-empty string.${remedy}`);
  }
  if (isId(name, id)) return encodeURIComponent(id);
  throw new UsersError(
    'invalid_input',
    `${name} cannot stand in a path. Pass the id as the back end gave it: at most 200 of A-Z, a-z, 0-9 and _ : . -`,
  );
}

/** Whether an id, decoded, addresses one thing. A dot segment would climb out of the path. */
function isId(name: keyof RouteIds, id: string): boolean {
  if (!ID.test(id) || id === '.' || id === '..') return false;
  return name !== 'userId' || !RESERVED.has(id);
}

/** What a method and a path ask for: an operation with its decoded ids, or only the methods the path admits. */
export type RouteMatch = { operation: Operation; ids: RouteIds } | { operation: null; allow: string[] };

/**
 * Finds the operation of a path that starts with `/v1/apps/`, as it stands in the URL; null when there is none. Slashes
 * at the end and doubled ones count for nothing: frameworks and CDNs add them.
 */
export function matchRoute(
  method: string,
  path: string,
  operations: readonly Operation[] = OPERATIONS,
): RouteMatch | null {
  const allow: string[] = [];
  for (const operation of operations) {
    const ids = matchPath(ROUTES[operation].path, path);
    if (!ids) continue;
    if (ROUTES[operation].method === method) return { operation, ids };
    allow.push(ROUTES[operation].method);
  }
  return allow.length > 0 ? { operation: null, allow } : null;
}

function matchPath(template: string, path: string): RouteIds | null {
  const [start, ...segments] = path.split('/');
  if (start !== '') return null;
  const ids: RouteIds = { appId: '' };
  for (const name of template.split('/').slice(1)) {
    // Before a fixed name only: an id that is missing must not be filled with what comes after it.
    if (!name.startsWith(':')) while (segments[0] === '') segments.shift();
    const segment = segments.shift() ?? '';
    if (!name.startsWith(':')) {
      if (segment !== name) return null;
      continue;
    }
    const key = name.slice(1) as keyof RouteIds;
    try {
      ids[key] = decodeURIComponent(segment);
    } catch {
      return null;
    }
    if (!isId(key, ids[key])) return null;
  }
  return segments.every((segment) => segment === '') ? ids : null;
}

/** Source: `inviteMember`. */
export function toInviteBody(email: string, role: Role): { email_address: string; role: Role } {
  return { email_address: email.trim(), role };
}

/** Source: `updateApp`. Without `publish` the change would stay a draft. */
export const ENABLE_BODY = { auth_config: { mode: 'clerk' }, publish: true };
