import type {
  ClerkLike,
  ClerkMembershipLike,
  ClerkOrganizationLike,
  ClerkPaging,
  ClerkUserLike,
} from '../../src/clerk/index.js';
import { createFakeClerkFrontend, type FakeClerkFrontend, type FakeClerkOptions } from './fakeClerkFrontend.js';
import type { Seed } from '../../src/memory/seed.js';

/** A stand-in for Clerk's browser SDK, and the fake Frontend API behind it. */
export interface FakeClerk {
  clerk: ClerkLike;
  frontend: FakeClerkFrontend;
  /** How often the sign-in was opened. */
  signIns: () => number;
  /** From now on writes get no answer: the SDK resolves them with nothing in it. */
  goDark: () => void;
  /** Lets the SDK end its loading, where it was made to begin with none. */
  finishLoading: () => void;
}

export interface FakeSdkOptions extends FakeClerkOptions {
  /**
   * Whether Clerk is there when the page is.
   * @default true
   */
  loaded?: boolean;
}

type Wire = Record<string, unknown>;
type Envelope = { response: Wire; client: Wire | null };
type Search = Record<string, string | number | readonly string[] | undefined>;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** As the SDK's resources have it: camelCase, and dates for times. */
function resource(row: unknown): Wire {
  const fields = Object.entries((row ?? {}) as Wire).map(([name, value]) => {
    if (name.endsWith('_at')) return [camel(name), value === null ? null : new Date(value as number)];
    return [camel(name), name === 'public_user_data' ? resource(value) : value];
  });
  return Object.fromEntries(fields) as Wire;
}

/**
 * Makes a Clerk object that behaves as the real one was seen to: errors without a class of their own, methods on the rows
 * themselves, pages turned into offsets, what is signed in as it was when the page was loaded.
 */
export async function createFakeClerk(
  seed: Seed & { appId: string },
  options: FakeSdkOptions = {},
): Promise<FakeClerk> {
  const frontend = createFakeClerkFrontend(seed, options);
  let signIns = 0;
  let dark = false;
  let loaded = options.loaded ?? true;
  let user: ClerkUserLike | null = null;
  const listeners = new Set<(status: string) => void>();

  async function send(method: string, path: string, search: Search = {}, body: Search = {}): Promise<Wire> {
    if (dark && method !== 'GET') return {};
    const url = new URL(`https://clerk.example.com/v1${path}`);
    for (const [name, value] of Object.entries(search)) {
      for (const each of Array.isArray(value) ? (value as string[]) : [value]) {
        if (each !== undefined) url.searchParams.append(snake(name), String(each));
      }
    }
    const init: RequestInit = { method: method === 'GET' ? 'GET' : 'POST' };
    if (method !== 'GET') {
      url.searchParams.set('_method', method);
      init.body = new URLSearchParams(
        Object.entries(body).map(([name, value]) => [snake(name), String(value)]),
      ).toString();
    }
    const response = await frontend(new Request(url, init));
    const answer = (await response.json()) as Envelope & { errors?: Wire[]; clerk_trace_id?: string };
    if (!response.ok) {
      const wait = response.headers.get('retry-after');
      // The SDK asks once more who is there, and learns that nobody is.
      if (response.status === 401) await readClient();
      throw Object.assign(new Error('refused'), {
        code: 'api_response_error',
        status: response.status,
        clerkTraceId: answer.clerk_trace_id,
        errors: answer.errors?.map((error) => ({ ...resource(error), meta: resource(error['meta']) })),
        ...(wait !== null && { retryAfter: Number(wait) }),
      });
    }
    if (answer.client) readFrom(answer.client);
    return answer.response;
  }

  const list = async <T>(
    path: string,
    params: Search & { initialPage?: number; pageSize?: number },
    read: (row: unknown) => T,
  ) => {
    const { initialPage = 1, pageSize = 10, ...search } = params;
    const answer = await send('GET', path, { ...search, limit: pageSize, offset: (initialPage - 1) * pageSize });
    return { ...(answer as { total_count: number }), data: (answer['data'] as unknown[]).map(read) };
  };

  const row = (base: string, acts: readonly string[]) => (value: unknown) => {
    const fields = resource(value);
    const own = `${base}/${encodeURIComponent(String(fields['id']))}`;
    const methods = acts.map((act) => [act, async () => resource(await send('POST', `${own}/${act}`))]);
    return { ...fields, ...(Object.fromEntries(methods) as object) };
  };

  function organization(value: unknown): ClerkOrganizationLike {
    const { id, name, ...fields } = resource(value) as { id: string; name: string };
    if (!id) return { id: '' } as ClerkOrganizationLike;
    const base = `/organizations/${encodeURIComponent(id)}`;
    return {
      ...fields,
      id,
      name,
      getMemberships: (params = {}) => list(`${base}/memberships`, { ...params }, resource),
      getInvitations: (params = {}) =>
        list(`${base}/invitations`, { ...params }, row(`${base}/invitations`, ['revoke'])),
      getMembershipRequests: (params = {}) =>
        list(`${base}/membership_requests`, { ...params }, row(`${base}/membership_requests`, ['accept', 'reject'])),
      getRoles: (params = {}) => list(`${base}/roles`, { ...params }, resource),
      inviteMember: async (params) =>
        row(`${base}/invitations`, ['revoke'])(await send('POST', `${base}/invitations`, {}, { ...params })),
      updateMember: async ({ userId, role }) =>
        resource(await send('PATCH', `${base}/memberships/${encodeURIComponent(userId)}`, {}, { role })),
      removeMember: async (userId) =>
        resource(await send('DELETE', `${base}/memberships/${encodeURIComponent(userId)}`)),
      update: async (params) => organization(await send('PATCH', base, {}, { ...params })),
    };
  }

  const membership = (value: unknown) =>
    ({
      ...resource(value),
      organization: organization((value as Wire)['organization']),
    }) as unknown as ClerkMembershipLike;

  function readFrom(client: Wire): void {
    const [session] = client['sessions'] as { user: Wire }[];
    user = session
      ? ({
          ...resource(session.user),
          primaryEmailAddress: resource((session.user['email_addresses'] as unknown[])[0]),
          organizationMemberships: (session.user['organization_memberships'] as unknown[]).map(membership),
          getOrganizationMemberships: (params: ClerkPaging = {}) =>
            list('/me/organization_memberships', { ...params }, membership),
        } as unknown as ClerkUserLike)
      : null;
  }
  const readClient = async () => readFrom(await send('GET', '/client'));
  await readClient();

  const clerk: ClerkLike = {
    get loaded() {
      return loaded;
    },
    get user() {
      return loaded ? user : undefined;
    },
    get session() {
      return user && { touch: () => send('POST', '/client/sessions/sess_fake/touch') };
    },
    organization: null,
    on: (_event, listener) => void listeners.add(listener),
    off: (_event, listener) => void listeners.delete(listener),
    getOrganization: async (id) => organization(await send('GET', `/organizations/${encodeURIComponent(id)}`)),
    createOrganization: async (params) => organization(await send('POST', '/organizations', {}, { ...params })),
    openSignIn() {
      signIns += 1;
    },
  };
  return {
    clerk,
    frontend,
    signIns: () => signIns,
    goDark: () => {
      dark = true;
    },
    finishLoading: () => {
      loaded = true;
      for (const listener of listeners) listener('ready');
    },
  };
}
