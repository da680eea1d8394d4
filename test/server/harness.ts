import { vi } from 'vitest';
import {
  createUsersHandler,
  type UsersActionEvent,
  type UsersHandlerOptions,
  type UsersHandlerOverMixpeek,
  type UsersHandlerRules,
} from '../../src/server/index.js';
import { aMemberRow, anInvitationRow, json, stubFetch, type Sent } from '../mixpeek/stubFetch.js';

/** Not of any known key's look, so that nothing but the handler's own care keeps it out of an answer. */
export const API_KEY = 'TopSecretKey"x1234567890';

export const ORIGIN = 'https://app.example.com';

export const ADMIN = { userId: 'user_admin', role: 'org:admin' };

/** Answers like Mixpeek, when all is well. */
export const ok = ({ url, method }: Sent): Response => {
  if (url.endsWith('/invite')) return json(201, anInvitationRow());
  if (url.endsWith('/role')) return json(200, aMemberRow());
  if (method === 'DELETE') return json(200, { success: true, message: 'Successfully deleted' });
  if (url.endsWith('/invitations')) return json(200, { invitations: [anInvitationRow()], total: 1 });
  return json(200, { users: [aMemberRow()], total: 1 });
};

/** A handler over a stubbed Mixpeek; what it sent, and what its hooks were told. */
export function setUp(
  options: Partial<UsersHandlerRules & UsersHandlerOverMixpeek> = {},
  answer: (sent: Sent) => Response | Promise<Response> = ok,
) {
  const { fetch, sent } = stubFetch(answer);
  const events: UsersActionEvent[] = [];
  const errors: unknown[] = [];
  const authorize = vi.fn<UsersHandlerOptions['authorize']>(() => ADMIN);
  const handle = createUsersHandler({
    apiKey: API_KEY,
    namespace: 'ns_1',
    allowedApps: () => true,
    authorize,
    fetch,
    onAction: (event) => events.push(event),
    onError: (error) => errors.push(error),
    ...options,
  });
  return { handle, sent, events, errors, authorize };
}

export interface Ask {
  method?: string;
  path?: string;
  body?: BodyInit | null;
  json?: unknown;
  headers?: Record<string, string>;
}

/** A request as a browser on the handler's own page sends it. */
export function ask({ method = 'GET', path = '/api/v1/apps/app_1/users', body, json: data, headers }: Ask): Request {
  const sentBody = data === undefined ? body : JSON.stringify(data);
  const init = {
    method,
    headers: { ...(data !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(sentBody !== undefined && { body: sentBody }),
    // Node wants this for a body that is a stream.
    ...(sentBody instanceof ReadableStream && { duplex: 'half' }),
  };
  return new Request(ORIGIN + path, init);
}

export const APP = '/api/v1/apps/app_1';

/** One honest request for each action. */
export const asks = {
  listMembers: { path: `${APP}/users` },
  listInvitations: { path: `${APP}/users/invitations` },
  inviteMember: {
    method: 'POST',
    path: `${APP}/users/invite`,
    json: { email_address: 'bob@example.com', role: 'org:admin' },
  },
  updateMemberRole: { method: 'PATCH', path: `${APP}/users/user_1/role`, json: { role: 'org:member' } },
  removeMember: { method: 'DELETE', path: `${APP}/users/user_1` },
  revokeInvitation: { method: 'DELETE', path: `${APP}/users/invitations/inv_1` },
} satisfies Record<string, Ask>;

export type ActionName = keyof typeof asks;

export const ACTIONS = Object.keys(asks) as ActionName[];
export const WRITES = ACTIONS.filter((name) => !name.startsWith('list'));

/** What came back, read whole. */
export async function read(response: Response) {
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text,
    whole: `${JSON.stringify([...response.headers])}${text}`,
    body: text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>),
  };
}
