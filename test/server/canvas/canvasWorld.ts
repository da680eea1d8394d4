import type { Seed } from '../../../src/memory/index.js';
import { createFakeMixpeek } from '../../../src/msw/index.js';
import type { CanvasAnswer, CanvasContext } from '../../../src/server/index.js';
import { aMember, anInvitation } from '../../../src/testing/contractCase.js';

export const KEY = 'TopSecretKey1234567890';
export const ORIGIN = 'https://my-app.mxp.co';
export const APP_ID = 'app_1';

/** Sessions of the app: the cookie of each visitor, and who they are. */
export const COOKIES = {
  admin: 'canvas_session=admin-cookie',
  member: 'canvas_session=member-cookie',
  stranger: 'canvas_session=stranger-cookie',
  nobody: 'canvas_session=',
};
const PEOPLE: Record<string, string> = {
  [COOKIES.admin]: 'user_ada',
  [COOKIES.member]: 'user_bo',
  [COOKIES.stranger]: 'user_elsewhere',
};

export interface SentOut {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
  redirect: string | undefined;
}

export type FunctionUnderTest = (ctx: CanvasContext) => Promise<CanvasAnswer>;
/** Gives the function, in a world where `fetch` is this one. */
export type LoadFunction = (fetch: typeof globalThis.fetch) => FunctionUnderTest | Promise<FunctionUnderTest>;

export interface WorldOptions {
  seed?: Seed & { appId: string };
  env?: Record<string, string | undefined>;
  /** What `/_auth/me` answers; by default the person of the cookie, or 401. */
  me?: ((cookie: string) => Response | Promise<Response>) | undefined;
  /** Stands in for Mixpeek, for answers it would not give. */
  mixpeek?: ((request: Request) => Response | Promise<Response>) | undefined;
  kv?: Partial<CanvasContext['kv']> | undefined;
}

const people = (): Seed & { appId: string } => ({
  appId: APP_ID,
  members: [aMember('user_ada', { role: 'org:admin' }), aMember('user_eve', { role: 'org:admin' }), aMember('user_bo')],
  invitations: [anInvitation('inv_1', 'nina@example.com')],
});

/** A Canvas app with its function, its sessions and a Mixpeek behind it. Everything that leaves the function is kept. */
export async function createCanvasWorld(load: LoadFunction, options: WorldOptions = {}) {
  const { seed = people(), me = whoHas } = options;
  const fake = createFakeMixpeek(seed, { apiKey: KEY, namespace: 'ns_1' });
  const mixpeek = options.mixpeek ?? fake;
  const sent: SentOut[] = [];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = input as string;
    const headers = Object.fromEntries(new Headers(init.headers));
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined;
    sent.push({ method: init.method ?? 'GET', url, headers, body, redirect: init.redirect });
    if (url === `${ORIGIN}/_auth/me`) return me(headers['cookie'] ?? '');
    if (url.startsWith('https://api.mixpeek.com/')) return mixpeek(new Request(url, init));
    throw new TypeError(`nobody is at ${url}`);
  };
  const store = new Map<string, { value: string; ttlSeconds: number | undefined }>();
  const kv: CanvasContext['kv'] = {
    get: async (key) => store.get(key)?.value ?? null,
    set: async (key, value, ttlSeconds) => void store.set(key, { value, ttlSeconds }),
    ...options.kv,
  };
  const env = {
    MIXPEEK_API_KEY: KEY,
    MIXPEEK_NAMESPACE_ID: 'ns_1',
    USERS_PANEL_APP_ID: seed.appId,
    USERS_PANEL_ORIGINS: ORIGIN,
    ...options.env,
  };
  const run = await load(fetch);
  return {
    fake,
    sent,
    store,
    /** What went to Mixpeek, as "method path". */
    toMixpeek: () => sent.filter(({ url }) => url.startsWith('https://api.mixpeek.com/')).map(brief),
    run: (req: Partial<CanvasContext['req']>) => run({ req: { method: 'GET', path: '/users', ...req }, env, kv }),
  };
}

function brief({ method, url }: SentOut): string {
  return `${method} ${url.slice('https://api.mixpeek.com'.length)}`;
}

function whoHas(cookie: string): Response {
  const id = PEOPLE[cookie];
  return id ? Response.json({ id, email: `${id}@example.com`, name: null }) : new Response('', { status: 401 });
}

/** A request as the page of the app sends it through the tunnel. */
export function tunnelled(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const own = { cookie: COOKIES.admin, host: 'my-app.mxp.co', ...headers };
  if (method === 'GET') return { method, query: { path }, headers: own };
  return {
    method: 'POST',
    body: { method, path, ...(body !== undefined && { body }) },
    headers: { 'content-type': 'application/json', origin: ORIGIN, 'sec-fetch-site': 'same-origin', ...own },
  };
}

const APP = `/v1/apps/${APP_ID}`;
/** One honest request for each action. */
export const asks = {
  listMembers: ['GET', `${APP}/users`],
  listInvitations: ['GET', `${APP}/users/invitations`],
  inviteMember: ['POST', `${APP}/users/invite`, { email_address: 'new@example.com', role: 'org:member' }],
  updateMemberRole: ['PATCH', `${APP}/users/user_bo/role`, { role: 'org:admin' }],
  removeMember: ['DELETE', `${APP}/users/user_bo`],
  revokeInvitation: ['DELETE', `${APP}/users/invitations/inv_1`],
} as const satisfies Record<string, readonly [method: string, path: string, body?: unknown]>;
