import { randomId, type Seed } from '../../src/memory/seed.js';
import { createStore, type Store } from '../../src/memory/store.js';
import { isUsersError } from '../../src/model/errors.js';
import { matchPath, pageOf, paramsOf, textOf, type Params } from './fakeClerkRequest.js';
import { Refused, refusalFor, refusalResponse, type FakeClerkRefusal } from './fakeClerkRefusal.js';
import { clientRow, environmentRow, sessionRow, SESSION_ID, tokenRow, type FakePerson } from './fakeClerkSession.js';
import { membershipRow, permissionsOf, type FakeRequest } from './fakeClerkWire.js';
import { createRoutes, organizationOf, type World } from './fakeClerkRoutes.js';

export interface FakeClerkOptions {
  /**
   * Who is signed in: a member of the seed, or null for nobody. An `operator` is signed in, is no member, and may do
   * everything: the contract suite removes and demotes every member there is.
   */
  userId?: string | null;
  /** People who ask to be let in; left out, nobody can ask. */
  requests?: FakeRequest[];
}

/** What somebody else did, or what is amiss, while the page is open. */
export interface FakeClerkFrontend {
  (request: Request): Promise<Response>;
  /** The organization of the seed. */
  store: Store;
  requests: FakeRequest[];
  /** Method and path of each request, after `_method` was read. */
  log: string[];
  /** The next requests whose method and path match are refused like this. */
  refuse: (match: RegExp, refusal: FakeClerkRefusal, times?: number) => void;
  /** The session ends, as if it was revoked elsewhere. */
  signOut: () => void;
  isMigratingRoles: boolean;
}

const OPERATOR = 'operator';

/** Clerk's Frontend API, as far as the SDK needs it here, over the store that every fake of ours stands on. */
export function createFakeClerkFrontend(
  seed: Seed & { appId: string },
  options: FakeClerkOptions = {},
): FakeClerkFrontend {
  const first: World = { id: seed.appId, name: 'Acme', store: createStore(seed) };
  const worlds = new Map([[first.id, first]]);
  let userId = options.userId === undefined ? OPERATOR : options.userId;
  const refusals: { match: RegExp; refusal: FakeClerkRefusal; times: number }[] = [];

  const membersOf = ({ store }: World) => store.read().members;
  const me = (world: World) => membersOf(world).find((member) => member.userId === userId);

  const person = (): FakePerson | null => {
    if (userId === null) return null;
    const own = [...worlds.values()].flatMap((world) => {
      const member = me(world);
      return member ? [{ member, row: membershipRow(member, organizationOf(world)) }] : [];
    });
    const nobody = { userId, email: 'operator@example.com', name: 'Olga Operator', avatarUrl: null };
    return {
      member: own[0]?.member ?? nobody,
      memberships: own.map(({ row }) => row),
      organizationId: first.id,
    };
  };

  function admit(world: World, manages: boolean): void {
    world.store.admit(world.id);
    if (userId === OPERATOR) return;
    const member = me(world);
    if (!member) throw new Refused(refusalFor('not_found'));
    if (manages && !permissionsOf(member.role).includes('org:sys_memberships:manage')) {
      throw new Refused({
        status: 403,
        code: 'missing_organization_permission',
        meta: { permissions: ['org:sys_memberships:manage'] },
      });
    }
  }

  const routes = createRoutes({
    requestsOf: (world) => (options.requests && world === first ? frontend.requests : null),
    isMigratingRoles: () => frontend.isMigratingRoles,
  });

  /** What is not about one organization. */
  function aboutPerson(route: string, params: Params): unknown {
    const who = person();
    switch (route) {
      case 'GET /environment':
      case 'PATCH /environment':
        return environmentRow();
      case 'GET /client':
      case 'POST /client':
      case 'PUT /client':
        return clientRow(who);
    }
    if (!who) throw new Refused({ status: 401, code: 'authentication_invalid' });
    switch (route) {
      case `POST /client/sessions/${SESSION_ID}/tokens`:
        return tokenRow(who.member.userId);
      case `POST /client/sessions/${SESSION_ID}/touch`:
        return sessionRow(who);
      case 'GET /me/organization_memberships':
        return pageOf(params, who.memberships);
      case 'POST /organizations':
        return organizationOf(start(textOf(params, 'name'), who));
    }
    throw new Refused({ status: 404, code: 'resource_not_found', meta: { route } });
  }

  /** Makes an organization, in which whoever founds it is the admin. */
  function start(name: string, { member }: FakePerson): World {
    const id = randomId('org', Math.random);
    const founder = { ...member, membershipId: randomId('orgmem', Math.random), role: 'org:admin', joinedAt: null };
    const world = { id, name, store: createStore({ appId: id, members: [founder] }) };
    worlds.set(id, world);
    return world;
  }

  function answer(method: string, path: string, params: Params): unknown {
    for (const [route, manages, act] of routes) {
      const ids = matchPath(route, method, path);
      if (!ids) continue;
      if (userId === null) throw new Refused({ status: 401, code: 'authentication_invalid' });
      const world = worlds.get(ids[0] ?? '');
      if (!world) throw new Refused(refusalFor('not_found'));
      admit(world, manages);
      return act({ world, params, ids: ids.slice(1) });
    }
    return aboutPerson(`${method} ${path}`, params);
  }

  const frontend: FakeClerkFrontend = Object.assign(
    async (request: Request): Promise<Response> => {
      const url = new URL(request.url);
      const params = await paramsOf(request, url);
      // The SDK sends every other verb as POST, so that no browser asks beforehand.
      const method = params['_method']?.[0]?.toUpperCase() ?? request.method;
      const path = url.pathname.replace(/^.*?\/v1(?=\/)/, '');
      const line = `${method} ${path}`;
      frontend.log.push(line);
      const refused = refusals.find(({ match: pattern, times }) => times > 0 && pattern.test(line));
      try {
        if (refused) {
          refused.times -= 1;
          throw new Refused(refused.refusal);
        }
        const response = answer(method, path, params);
        // What a write changes for the client comes along with its answer.
        const isWrite = method !== 'GET' && !path.endsWith('/tokens');
        if (path.endsWith('/tokens')) return Response.json(response);
        return Response.json({ response, client: isWrite ? clientRow(person()) : null });
      } catch (error) {
        if (error instanceof Refused) return refusalResponse(error.refusal);
        if (isUsersError(error)) return refusalResponse(refusalFor(error.code));
        throw error;
      }
    },
    {
      store: first.store,
      requests: options.requests ?? [],
      log: [] as string[],
      refuse: (pattern: RegExp, refusal: FakeClerkRefusal, times = 1) => {
        refusals.push({ match: pattern, refusal, times });
      },
      signOut: () => {
        userId = null;
      },
      isMigratingRoles: false,
    },
  );
  return frontend;
}
