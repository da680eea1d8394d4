import type { Invitation } from '../model/invitation.js';
import type { Member } from '../model/member.js';
import type { AppMode } from '../memory/seed.js';

/** The operations of the contract, by their operationId. */
export type FakeOperation =
  | 'getApp'
  | 'updateApp'
  | 'listMembers'
  | 'inviteMember'
  | 'listInvitations'
  | 'revokeInvitation'
  | 'removeMember'
  | 'updateMemberRole';

/** A request that names an operation, with the ids of its path decoded. Ids the path does not have are empty. */
export interface Route {
  operation: FakeOperation;
  appId: string;
  userId: string;
  invitationId: string;
}

/** What a path leads to: an operation, methods it answers instead, ids that cannot be decoded, or nothing. */
export type Match = { route: Route } | { allow: string[] } | { undecodable: string } | null;

/** Behind `/v1/apps/`. A concrete segment comes before a named one, as OpenAPI matches paths. */
const PATHS: readonly { path: string; methods: Record<string, FakeOperation> }[] = [
  { path: ':appId', methods: { GET: 'getApp', PATCH: 'updateApp' } },
  { path: ':appId/users', methods: { GET: 'listMembers' } },
  { path: ':appId/users/invite', methods: { POST: 'inviteMember' } },
  { path: ':appId/users/invitations', methods: { GET: 'listInvitations' } },
  { path: ':appId/users/invitations/:invitationId', methods: { DELETE: 'revokeInvitation' } },
  { path: ':appId/users/invitations/:invitationId/revoke', methods: { POST: 'revokeInvitation' } },
  { path: ':appId/users/:userId', methods: { DELETE: 'removeMember' } },
  { path: ':appId/users/:userId/role', methods: { PATCH: 'updateMemberRole' } },
];

/** Finds the operation of a request, under any prefix: the path counts from `/v1/apps/` on. */
export function matchRoute(method: string, pathname: string): Match {
  const root = pathname.indexOf('/v1/apps/');
  if (root === -1) return null;
  const segments = pathname.slice(root + '/v1/apps/'.length).split('/');
  if (segments.includes('')) return null;
  for (const { path, methods } of PATHS) {
    const names = path.split('/');
    if (!matches(names, segments)) continue;
    const operation = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (!operation) return { allow: Object.keys(methods) };
    const route: Route = { operation, appId: '', userId: '', invitationId: '' };
    for (const [index, name] of names.entries()) {
      if (!name.startsWith(':')) continue;
      const id = decode(segments[index] ?? '');
      if (id === null) return { undecodable: segments[index] ?? '' };
      route[name.slice(1) as 'appId' | 'userId' | 'invitationId'] = id;
    }
    return { route };
  }
  return null;
}

function matches(names: readonly string[], segments: readonly string[]): boolean {
  return names.length === segments.length && names.every((name, at) => name.startsWith(':') || name === segments[at]);
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

/** `AppUser` of the contract. */
export function wireMember(member: Member): Record<string, unknown> {
  return {
    user_id: member.userId,
    membership_id: member.membershipId,
    email: member.email,
    name: member.name,
    avatar_url: member.avatarUrl,
    role: member.role,
    joined_at: member.joinedAt,
  };
}

/** `AppInvitation` of the contract. It has neither an expiry nor a link. */
export function wireInvitation(invitation: Invitation): Record<string, unknown> {
  return {
    invitation_id: invitation.invitationId,
    email_address: invitation.email,
    role: invitation.role,
    status: invitation.status,
    created_at: invitation.createdAt,
  };
}

/** The app, as far as the contract names its fields. */
export function wireApp(appId: string, mode: AppMode): Record<string, unknown> {
  const slug = appId.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return { app_id: appId, slug: `a${slug}0`, auth_config: { mode }, theme: null };
}

/** One field of a body that cannot be taken, in FastAPI's words. */
export interface FieldFault {
  type: string;
  location: string[];
  message: string;
}

/** What a body asks for, or what is wrong with it. */
export type Read<T> = { value: T } | { faults: FieldFault[] };

const MODES: readonly string[] = ['public', 'clerk', 'password', 'api_key', 'jwt', 'sso_oidc', 'sso_saml'];

export function readInvite(body: Record<string, unknown>): Read<{ email: string; role?: string }> {
  const { email_address: email, role } = body;
  const faults = [...textFaults('email_address', email), ...(role === undefined ? [] : textFaults('role', role))];
  if (faults.length > 0) return { faults };
  return { value: { email: email as string, ...(typeof role === 'string' && { role }) } };
}

export function readRole(body: Record<string, unknown>): Read<string> {
  const faults = textFaults('role', body.role);
  return faults.length > 0 ? { faults } : { value: body.role as string };
}

export function readApp(body: Record<string, unknown>): Read<{ mode?: AppMode; publish: boolean }> {
  const { auth_config: auth, publish = false } = body;
  if (typeof publish !== 'boolean') return { faults: [fault('bool_type', ['publish'], 'Input should be a boolean')] };
  if (auth === undefined) return { value: { publish } };
  if (!isObject(auth)) return { faults: [fault('dict_type', ['auth_config'], 'Input should be an object')] };
  if (auth.mode === undefined) return { value: { publish } };
  if (typeof auth.mode !== 'string' || !MODES.includes(auth.mode)) {
    return { faults: [fault('enum', ['auth_config', 'mode'], `Input should be one of ${MODES.join(', ')}`)] };
  }
  return { value: { mode: auth.mode as AppMode, publish } };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textFaults(field: string, value: unknown): FieldFault[] {
  if (typeof value === 'string') return [];
  return value === undefined
    ? [fault('missing', [field], 'Field required')]
    : [fault('string_type', [field], 'Input should be a string')];
}

function fault(type: string, path: string[], message: string): FieldFault {
  return { type, location: ['body', ...path], message };
}
