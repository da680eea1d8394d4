// The demo's back end: the fake Mixpeek behind a listener of its own, people with sessions, and the switchboard.
import { randomBytes } from 'node:crypto';
import { createSeed } from '@mixpeek/users-panel/memory';
import { createFakeMixpeek } from '@mixpeek/users-panel/msw';
import { serve } from './nodeHttp.js';

export const DEMO_APP_ID = 'app_demo';
const NAMESPACE = 'ns_demo';
const COOKIE = 'canvas_session';
/** The session of someone who signed out, which is not the same as having never been here. */
const NOBODY = 'nobody';

/** Who may be looking. @typedef {'admin' | 'other_admin' | 'member' | 'signed_out'} Who */

/** What may go wrong with Mixpeek, by the name it has on the switchboard. */
const FAULTS = /** @type {const} */ ({
  none: null,
  'key-refused': { kind: 'status', status: 401 },
  'http-404': { kind: 'status', status: 404 },
  'http-409': { kind: 'status', status: 409 },
  'http-422': { kind: 'status', status: 422 },
  'http-429': { kind: 'status', status: 429, retryAfter: 5 },
  'http-500': { kind: 'status', status: 500 },
  'http-503': { kind: 'status', status: 503 },
  'cut-before': { kind: 'cut-before' },
  'cut-after': { kind: 'cut-after' },
  malformed: { kind: 'malformed', body: 'html' },
  slow: { kind: 'slow', ms: 10_000 },
});
/** And with the host, which alone tells a visitor 401 or 403: between host and Mixpeek these are about the host's key. */
const HOST_FAULTS = ['http-401', 'http-403'];

/** How many people there are, by the name it has on the switchboard. */
const ROSTERS = /** @type {const} */ ({
  small: { members: 12, invitations: 3 },
  thousand: { members: 1_000, invitations: 40 },
  'ten-thousand': { members: 10_000, invitations: 200 },
  'only-me': { members: 1, invitations: 0 },
});

const CHOICES = {
  latencyMs: ['0', '300', '1500'],
  lagMs: ['0', '3000'],
  errorStyle: ['mixpeek', 'fastapi', 'clerk'],
  fault: [...Object.keys(FAULTS), ...HOST_FAULTS],
  operation: [
    '*',
    'listMembers',
    'inviteMember',
    'updateMemberRole',
    'removeMember',
    'listInvitations',
    'revokeInvitation',
  ],
  roster: Object.keys(ROSTERS),
};

/** @typedef {{ [Name in keyof typeof CHOICES]: string }} Settings */
/** @type {Settings} */
const DEFAULTS = {
  latencyMs: '300',
  lagMs: '0',
  errorStyle: 'mixpeek',
  fault: 'none',
  operation: '*',
  roster: 'small',
};

/**
 * Starts the demo's back end. The API key is made anew at each start, and is known to the two servers alone.
 */
export async function startDemo() {
  const apiKey = `sk_demo_${randomBytes(16).toString('hex')}`;
  let settings = DEFAULTS;
  let fake = createFake(apiKey, settings);
  /** Who is behind each session. @type {Map<string, Exclude<Who, 'signed_out'>>} */
  const sessions = new Map();
  const upstream = await serve((request) => fake(request));

  /** The people the switchboard offers, found in the roster as it was at the start. */
  let people = castOf(fake);

  /** @param {string | null | undefined} cookies */
  const tokenIn = (cookies) => /(?:^|;\s*)canvas_session=(\w+)/.exec(cookies ?? '')?.[1] ?? '';

  /** @param {Exclude<Who, 'signed_out'>} who */
  const startSession = (who) => {
    const token = randomBytes(16).toString('hex');
    sessions.set(token, who);
    return token;
  };

  /**
   * Who sent a request, as the host knows it.
   * @param {Request} request
   */
  const visitorOf = (request) => {
    const who = sessions.get(tokenIn(request.headers.get('cookie')));
    const userId = who && people[who];
    return userId ? fake.read().members.find((member) => member.userId === userId) : undefined;
  };

  /**
   * @param {Request} request
   * @returns {Promise<Response>}
   */
  const switchboard = async (request) => {
    const { pathname } = new URL(request.url);
    const route = `${request.method} ${pathname}`;
    // A form of another site cannot send JSON without being asked, so it cannot reach what follows.
    const isJson = request.headers.get('content-type')?.startsWith('application/json') ?? false;
    if (request.method === 'POST' && pathname.startsWith('/demo/') && !isJson)
      return new Response(null, { status: 415 });
    switch (route) {
      case 'GET /_auth/me': {
        const member = visitorOf(request);
        if (!member) return Response.json({ detail: 'Not signed in' }, { status: 401 });
        const { userId: id, email, name, avatarUrl } = member;
        return Response.json({ id, email, name, avatar_url: avatarUrl });
      }
      case 'POST /_auth/sign-out':
        return new Response(null, { status: 204, headers: { 'set-cookie': cookieOf(NOBODY) } });
      case 'GET /demo/state': {
        const { members, invitations } = fake.read();
        const visitor = visitorOf(request)?.userId;
        const who = Object.entries(people).find(([, userId]) => userId === visitor)?.[0] ?? 'signed_out';
        return Response.json({ settings, choices: CHOICES, people, who, members, invitations });
      }
      case 'POST /demo/session': {
        const who = readWho(await request.json());
        if (who === 'signed_out')
          return new Response(null, { status: 204, headers: { 'set-cookie': cookieOf(NOBODY) } });
        if (!people[who]) return Response.json({ detail: `Nobody in this roster is ${who}.` }, { status: 422 });
        return new Response(null, { status: 204, headers: { 'set-cookie': cookieOf(startSession(who)) } });
      }
      case 'POST /demo/settings': {
        const next = readSettings(settings, await request.json());
        if (next.roster === settings.roster) fake.configure(toFakeOptions(next));
        else {
          fake = createFake(apiKey, next);
          people = castOf(fake);
        }
        settings = next;
        return Response.json({ settings });
      }
      case 'POST /demo/reset':
        settings = { ...DEFAULTS, roster: settings.roster };
        fake = createFake(apiKey, settings);
        people = castOf(fake);
        return Response.json({ settings });
      default:
        return Response.json({ detail: `There is no ${route}.` }, { status: 404 });
    }
  };

  return {
    appId: DEMO_APP_ID,
    apiKey,
    namespace: NAMESPACE,
    baseUrl: upstream.url,
    switchboard,
    /**
     * Whoever opens the page for the first time is the admin, so that the panel can be tried at once. Answers the cookie
     * to set, or nothing for somebody who has a session or signed out.
     * @param {string | undefined} cookies
     */
    welcome(cookies) {
      const token = tokenIn(cookies);
      return token === NOBODY || sessions.has(token) ? undefined : cookieOf(startSession('admin'));
    },
    /**
     * The caller's account and role, as a host's session would have them. A fault of the host ends the session (401), or
     * takes the admin role away (403; the members may still be listed).
     * @param {Request} request
     * @param {{ action: string }} context
     */
    authorize(request, { action }) {
      const member = visitorOf(request);
      const fault = settings.operation === '*' || settings.operation === action ? settings.fault : 'none';
      if (!member || fault === 'http-401') return null;
      return { userId: member.userId, role: fault === 'http-403' ? 'org:member' : member.role };
    },
    close: upstream.close,
  };
}

/**
 * @param {string} apiKey
 * @param {Settings} settings
 */
function createFake(apiKey, settings) {
  const roster = ROSTERS[/** @type {keyof typeof ROSTERS} */ (settings.roster)];
  const seed = createSeed({ ...roster, appId: DEMO_APP_ID });
  // The switchboard offers two admins and a member, wherever there are three people.
  const roles = ['org:admin', 'org:admin', 'org:member'];
  const members = seed.members.map((member, index) => ({ ...member, role: roles[index] ?? member.role }));
  return createFakeMixpeek({ ...seed, members }, { apiKey, namespace: NAMESPACE, ...toFakeOptions(settings) });
}

/** @param {Settings} settings */
function toFakeOptions({ latencyMs, lagMs, errorStyle, fault, operation }) {
  // A fault of the host is none of Mixpeek's.
  const kind = FAULTS[/** @type {keyof typeof FAULTS} */ (fault)] ?? null;
  return {
    latencyMs: Number(latencyMs),
    lagMs: Number(lagMs),
    errorStyle: /** @type {'mixpeek' | 'fastapi' | 'clerk'} */ (errorStyle),
    faults: kind ? [{ ...kind, operation: /** @type {'*' | 'listMembers'} */ (operation) }] : [],
  };
}

/**
 * @param {ReturnType<typeof createFakeMixpeek>} fake
 * @returns {Record<Exclude<Who, 'signed_out'>, string | undefined>}
 */
function castOf(fake) {
  const [admin, otherAdmin, member] = fake.read().members;
  return { admin: admin?.userId, other_admin: otherAdmin?.userId, member: member?.userId };
}

/** @param {string} token */
function cookieOf(token) {
  return `${COOKIE}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=86400`;
}

/**
 * @param {{ who?: unknown }} body
 * @returns {Who}
 */
function readWho({ who }) {
  if (who === 'admin' || who === 'other_admin' || who === 'member' || who === 'signed_out') return who;
  throw new RangeError(`who is ${String(who)}; it may be admin, other_admin, member or signed_out.`);
}

/**
 * @param {Settings} settings
 * @param {Record<string, unknown>} changes
 * @returns {Settings}
 */
function readSettings(settings, changes) {
  for (const [name, value] of Object.entries(changes)) {
    const choices = CHOICES[/** @type {keyof Settings} */ (name)];
    if (!choices?.includes(String(value))) {
      throw new RangeError(`${name} is ${String(value)}; it may be ${choices?.join(', ') ?? 'no setting at all'}.`);
    }
  }
  return { ...settings, ...changes };
}
