import type { Seed } from '../../src/memory/index.js';
import { ADMIN_ROLE, MEMBER_ROLE } from '../../src/model/role.js';

/** Ada, the only admin; Bo, a member; one pending invitation. */
export const seed: Seed & { appId: string } = {
  appId: 'app_1',
  members: [
    {
      userId: 'user_ada',
      membershipId: 'mem_ada',
      email: 'ada@example.com',
      name: 'Ada Lovelace',
      avatarUrl: null,
      role: ADMIN_ROLE,
      joinedAt: '2026-03-15T10:30:00.000Z',
    },
    {
      userId: 'user_bo',
      membershipId: 'mem_bo',
      email: 'bo@example.com',
      name: null,
      avatarUrl: null,
      role: MEMBER_ROLE,
      joinedAt: null,
      managed: false,
    },
  ],
  invitations: [
    {
      invitationId: 'inv_nina',
      email: 'nina@example.com',
      role: MEMBER_ROLE,
      status: 'pending',
      createdAt: '2026-10-01T00:00:00.000Z',
      expiresAt: '2026-10-31T00:00:00.000Z',
      url: 'https://accounts.example.com/accept',
    },
  ],
};

/** A request to the app of the seed. `line` is a method and what stands behind `/v1/apps/app_1`. */
export function aRequest(line: string, body?: unknown, init: RequestInit = {}): Request {
  const [method = '', path = ''] = line.split(' ');
  const json = { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
  return new Request(`https://panel.example.com/api/v1/apps/app_1${path}`, {
    method,
    ...(body !== undefined && json),
    ...init,
  });
}

/** An invitation to this address. */
export function anInvite(email: string, init: RequestInit = {}): Request {
  return aRequest('POST /users/invite', { email_address: email, role: MEMBER_ROLE }, init);
}
