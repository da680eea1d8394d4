import type { Seed } from '../../../src/memory/seed.js';
import { createStore, type Store } from '../../../src/memory/store.js';
import { isUsersError } from '../../../src/model/errors.js';
import type { Member } from '../../../src/model/member.js';
import { matchPath, pageOf } from '../fakeClerkRequest.js';
import { Refused, refusalFor, refusalResponse, type FakeClerkRefusal } from '../fakeClerkRefusal.js';
import { invitationRow, membershipRow, organizationRow } from '../fakeClerkWire.js';
import { checkFields, deepMerge, orderRows, readJson, type Fields } from './fakeBackendInput.js';

export const SECRET_KEY = 'sk_test_TopSecret1234567890';

/** One request, as it arrived. */
export interface BackendRequest {
  method: string;
  path: string;
  query: [string, string][];
  body: unknown;
}

export interface FakeClerkBackend {
  (request: Request): Promise<Response>;
  store: Store;
  log: BackendRequest[];
  /** The next request is refused like this. */
  refuse: (refusal: FakeClerkRefusal) => void;
}

interface Asked {
  params: Record<string, string[]>;
  body: () => unknown;
  ids: string[];
}

const METADATA = ['public_metadata', 'private_metadata'];
const INVITATION = [
  'email_address',
  'role',
  'inviter_user_id',
  'redirect_url',
  'expires_in_days',
  'notify',
  ...METADATA,
];
const LIST = ['limit', 'offset', 'order_by'];
const DAY = 86_400_000;

/** Clerk's Backend API for one organization, over the store that every fake of ours stands on. Strict about names. */
export function createFakeClerkBackend(seed: Seed & { appId: string }): FakeClerkBackend {
  const appId = seed.appId;
  let joining: string | null = null;
  const store = createStore(seed, { newId: (prefix) => (prefix === 'user' && joining ? joining : freshId(prefix)) });
  const metadata = new Map<string, Record<'public_metadata' | 'private_metadata', Fields>>();
  const expiry = new Map<string, number>();
  const refusals: FakeClerkRefusal[] = [];
  const organization = organizationRow(appId, 'Acme', 0, 0);

  const metadataOf = (userId: string) => metadata.get(userId) ?? { public_metadata: {}, private_metadata: {} };
  const memberOf = (member: Member) => ({ ...membershipRow(member, organization), ...metadataOf(member.userId) });
  const invitationOf = (invitation: Parameters<typeof invitationRow>[0]) => ({
    ...invitationRow(invitation, appId),
    inviter_id: null,
    url: 'https://clerk.example.com/v1/tickets/accept?ticket=1',
    expires_at: expiry.get(invitation.invitationId) ?? Date.parse(invitation.createdAt ?? '') + 30 * DAY,
  });

  function invite(value: unknown) {
    const fields = checkFields(value, INVITATION, ['email_address', 'role']);
    const { email_address: email, role, expires_in_days: days = 30 } = fields;
    if (!(Number.isInteger(days) && Number(days) >= 1 && Number(days) <= 365)) throw invalid('expires_in_days');
    const sent = store.inviteMember({ appId, email: String(email), role: String(role) });
    expiry.set(sent.invitationId, Date.parse(sent.createdAt ?? '') + Number(days) * DAY);
    return invitationOf(sent);
  }

  const routes: [route: string, query: string[], answer: (asked: Asked) => unknown][] = [
    [
      'GET /organizations/:o/memberships',
      [...LIST, 'query', 'role', 'user_id', 'email_address'],
      ({ params }) => {
        const [query] = params['query'] ?? [];
        const { role: roles, user_id: users } = params;
        const rows = store
          .listMembers({ appId, ...(query && { query }) })
          .rows.filter(({ role }) => !roles || roles.includes(role))
          .filter(({ userId }) => !users || users.includes(`+${userId}`) || users.includes(userId));
        return pageOf(params, orderRows(rows.map(memberOf), params['order_by']?.[0] ?? '-created_at'));
      },
    ],
    [
      'POST /organizations/:o/memberships',
      [],
      ({ body }) => {
        const fields = checkFields(body(), ['user_id', 'role', ...METADATA], ['user_id', 'role']);
        joining = String(fields['user_id']);
        if (joining === 'user_nobody') throw new Refused({ status: 404, code: 'resource_not_found' });
        if (store.read().members.some(({ userId }) => userId === joining))
          throw new Refused(refusalFor('already_member'));
        const email = `${joining.replace(/^user_/, '')}@example.com`;
        const { invitationId } = store.inviteMember({ appId, email, role: String(fields['role']) });
        metadata.set(joining, deepMerge(metadataOf(joining), fields) as never);
        return memberOf(store.acceptInvitation({ appId, invitationId }));
      },
    ],
    [
      'PATCH /organizations/:o/memberships/:u',
      [],
      ({ body, ids: [userId = ''] }) => {
        const { role } = checkFields(body(), ['role'], ['role']);
        return memberOf(store.updateMemberRole({ appId, userId, role: String(role) }));
      },
    ],
    [
      'DELETE /organizations/:o/memberships/:u',
      [],
      ({ ids: [userId = ''] }) => memberOf(store.removeMember({ appId, userId })),
    ],
    [
      'PATCH /organizations/:o/memberships/:u/metadata',
      [],
      ({ body, ids: [userId = ''] }) => {
        const member = store.read().members.find((one) => one.userId === userId);
        if (!member) throw new Refused(refusalFor('member_not_found'));
        metadata.set(userId, deepMerge(metadataOf(userId), checkFields(body(), METADATA, [])) as never);
        return memberOf(member);
      },
    ],
    [
      'GET /organizations/:o/invitations',
      [...LIST, 'status', 'email_address'],
      ({ params }) => {
        const wanted = params['status'] ?? [];
        const rows = store.read().invitations.filter(({ status }) => wanted.length === 0 || wanted.includes(status));
        return pageOf(params, orderRows(rows.map(invitationOf), params['order_by']?.[0] ?? '-created_at'));
      },
    ],
    ['POST /organizations/:o/invitations', [], ({ body }) => invite(body())],
    [
      'POST /organizations/:o/invitations/bulk',
      [],
      ({ body }) => {
        const many = body();
        if (!Array.isArray(many) || many.length === 0) throw invalid('body');
        if (many.length > 10) throw new Refused({ status: 400, code: 'bulk_size_exceeded' });
        const data = many.map(invite);
        return { data, total_count: data.length };
      },
    ],
    [
      'POST /organizations/:o/invitations/:i/revoke',
      [],
      ({ body, ids: [invitationId = ''] }) => {
        checkFields(body(), ['requesting_user_id'], []);
        return invitationOf(store.revokeInvitation({ appId, invitationId }));
      },
    ],
  ];

  async function answer(request: Request): Promise<unknown> {
    const url = new URL(request.url);
    const path = url.pathname.replace(/^\/v1/, '');
    const text = await request.text();
    const query = [...url.searchParams];
    backend.log.push({ method: request.method, path, query, body: readJson(text) });
    if (request.headers.get('authorization') !== `Bearer ${SECRET_KEY}`) {
      throw new Refused({ status: 401, code: 'authentication_invalid' });
    }
    const planned = refusals.shift();
    if (planned) throw new Refused(planned);
    for (const [route, names, act] of routes) {
      const ids = matchPath(route, request.method, path);
      if (!ids) continue;
      store.admit(ids.shift() ?? '');
      const params: Record<string, string[]> = {};
      for (const [name, value] of query) {
        if (!names.includes(name))
          throw new Refused({ status: 422, code: 'form_param_unknown', meta: { param_name: name } });
        params[name] = [...(params[name] ?? []), value];
      }
      const isJson = request.headers.get('content-type') === 'application/json';
      return act({ params, ids, body: () => (isJson ? readJson(text) : undefined) });
    }
    throw new Refused({ status: 404, code: 'resource_not_found' });
  }

  const backend = Object.assign(
    async (request: Request) => {
      try {
        return Response.json(await answer(request));
      } catch (error) {
        if (error instanceof Refused) return refusalResponse(error.refusal);
        if (isUsersError(error)) return refusalResponse(refusalFor(error.code));
        throw error;
      }
    },
    { store, log: [] as BackendRequest[], refuse: (refusal: FakeClerkRefusal) => void refusals.push(refusal) },
  );
  return backend;
}

let ids = 0;
function freshId(prefix: string): string {
  ids += 1;
  return `${prefix}_fake${ids}`;
}

function invalid(name: string): Refused {
  return new Refused({ status: 422, code: 'form_param_value_invalid', meta: { param_name: name } });
}
