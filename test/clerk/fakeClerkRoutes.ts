import type { Store } from '../../src/memory/store.js';
import { Refused } from './fakeClerkRefusal.js';
import { pageOf, textOf, type Params } from './fakeClerkRequest.js';
import {
  invitationRow,
  membershipRow,
  organizationRow,
  requestRow,
  roleName,
  type FakeRequest,
} from './fakeClerkWire.js';

/** One organization, over the store that every fake of ours stands on. */
export interface World {
  id: string;
  name: string;
  store: Store;
}

interface Asked {
  world: World;
  params: Params;
  /** What the route leaves open behind the organization. */
  ids: string[];
}

/** Method and path, whether it needs the right to manage, and what it does. */
export type Route = [route: string, manages: boolean, answer: (asked: Asked) => unknown];

export interface RouteOptions {
  /** Those who ask to be let in; null where nobody can. */
  requestsOf: (world: World) => FakeRequest[] | null;
  isMigratingRoles: () => boolean;
}

export function organizationOf(world: World) {
  const { members, invitations } = world.store.read();
  const pending = invitations.filter(({ status }) => status === 'pending');
  return organizationRow(world.id, world.name, members.length, pending.length);
}

/** What Clerk's Frontend API does with one organization. */
export function createRoutes({ requestsOf, isMigratingRoles }: RouteOptions): Route[] {
  return [
    ['GET /organizations/:o', false, ({ world }) => organizationOf(world)],
    [
      'PATCH /organizations/:o',
      true,
      ({ world, params }) => {
        world.name = textOf(params, 'name');
        return organizationOf(world);
      },
    ],
    [
      'GET /organizations/:o/memberships',
      false,
      ({ world, params }) => {
        const { store, id } = world;
        const roles = params['role'] ?? [];
        // A comma parts a text in two, of which each finds its own.
        const queries = params['query'] ?? [''];
        const found = new Set(
          queries.flatMap((query) => store.listMembers({ appId: id, query }).rows.map(({ userId }) => userId)),
        );
        const all = store.read().members.filter(({ userId }) => found.has(userId));
        const rows = roles.length > 0 ? all.filter(({ role }) => roles.includes(role)) : all;
        return pageOf(
          params,
          rows.map((member) => membershipRow(member, organizationOf(world))),
        );
      },
    ],
    [
      'PATCH /organizations/:o/memberships/:u',
      true,
      ({ world, params, ids: [member = ''] }) => {
        if (isMigratingRoles()) throw new Refused({ status: 409, code: 'role_migration_in_progress' });
        const changed = world.store.updateMemberRole({ appId: world.id, userId: member, role: textOf(params, 'role') });
        return membershipRow(changed, organizationOf(world));
      },
    ],
    [
      'DELETE /organizations/:o/memberships/:u',
      true,
      ({ world, ids: [member = ''] }) =>
        membershipRow(world.store.removeMember({ appId: world.id, userId: member }), organizationOf(world)),
    ],
    [
      'GET /organizations/:o/invitations',
      true,
      ({ world, params }) => {
        const wanted = params['status'] ?? [];
        const rows = world.store
          .read()
          .invitations.filter(({ status }) => wanted.length === 0 || wanted.includes(status));
        return pageOf(
          params,
          rows.map((invitation) => invitationRow(invitation, world.id)),
        );
      },
    ],
    [
      'POST /organizations/:o/invitations',
      true,
      ({ world, params }) =>
        invitationRow(
          world.store.inviteMember({
            appId: world.id,
            email: textOf(params, 'email_address'),
            role: textOf(params, 'role'),
          }),
          world.id,
        ),
    ],
    [
      'POST /organizations/:o/invitations/:i/revoke',
      true,
      ({ world, ids: [invitationId = ''] }) =>
        invitationRow(world.store.revokeInvitation({ appId: world.id, invitationId }), world.id),
    ],
    [
      'GET /organizations/:o/roles',
      false,
      ({ world, params }) => ({
        ...pageOf(
          params,
          world.store.roles.map(({ role, label, description }) => ({
            object: 'role',
            id: `role_${role}`,
            key: role,
            name: label ?? roleName(role),
            description: description ?? '',
            permissions: [],
            created_at: 0,
            updated_at: 0,
          })),
        ),
        has_role_set_migration: isMigratingRoles(),
      }),
    ],
    [
      'GET /organizations/:o/membership_requests',
      true,
      ({ world, params }) => {
        const here = requestsOf(world);
        if (!here) throw new Refused({ status: 403, code: 'authorization_invalid' });
        const rows = here.filter(({ status }) => status === (params['status']?.[0] ?? 'pending'));
        return pageOf(
          params,
          rows.map((request) => requestRow(request, world.id)),
        );
      },
    ],
    [
      'POST /organizations/:o/membership_requests/:r/accept',
      true,
      ({ world, ids: [id = ''] }) => {
        const request = requestOf(world, id);
        const { invitationId } = world.store.inviteMember({ appId: world.id, email: request.email });
        world.store.acceptInvitation({ appId: world.id, invitationId, name: request.name });
        request.status = 'accepted';
        return requestRow(request, world.id);
      },
    ],
    [
      'POST /organizations/:o/membership_requests/:r/reject',
      true,
      ({ world, ids: [id = ''] }) => {
        const request = requestOf(world, id);
        request.status = 'revoked';
        return requestRow(request, world.id);
      },
    ],
  ];

  function requestOf(world: World, id: string): FakeRequest {
    const found = requestsOf(world)?.find((request) => request.id === id && request.status === 'pending');
    if (!found) throw new Refused({ status: 404, code: 'resource_not_found' });
    return found;
  }
}
