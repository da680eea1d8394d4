/** One request as it left the client. */
export interface Sent {
  method: string;
  url: string;
  headers: Headers;
  body: unknown;
  init: RequestInit;
}

/** A `fetch` that answers by hand and keeps what was sent. */
export function stubFetch(answer: (sent: Sent) => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const fetch = (async (input: string | URL | Request, init: RequestInit = {}) => {
    const one: Sent = {
      method: init.method ?? 'GET',
      url: input instanceof Request ? input.url : String(input),
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
      init,
    };
    sent.push(one);
    return answer(one);
  }) as typeof globalThis.fetch;
  return { fetch, sent };
}

/** A JSON answer. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** What a promise rejects with; an error of its own when it resolves. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('Expected a rejection, but the promise resolved.');
}

export const aMemberRow = (over: Record<string, unknown> = {}) => ({
  user_id: 'user_1',
  membership_id: 'mem_1',
  email: 'ada@example.com',
  name: 'Ada Lovelace',
  avatar_url: 'https://img.example.com/ada.png',
  role: 'org:admin',
  joined_at: '2026-03-15T10:30:00Z',
  ...over,
});

export const anInvitationRow = (over: Record<string, unknown> = {}) => ({
  invitation_id: 'inv_1',
  email_address: 'bob@example.com',
  role: 'org:member',
  status: 'pending',
  created_at: '2026-04-01T08:00:00Z',
  ...over,
});
