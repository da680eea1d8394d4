import { isUsersError } from '../model/errors.js';
import type { Member } from '../model/member.js';
import { createSeed, type Seed } from '../memory/seed.js';
import { createStore, type AppState, type Store } from '../memory/store.js';
import { wait } from '../memory/wait.js';
import { misrouted, parseBody, readJson, Refused, refusalWith, toResponse, type Answer } from './answer.js';
import { matchRoute, type FakeOperation, type Match, type Route } from './contract.js';
import { checkOptions, type FakeMixpeekOptions } from './fakeOptions.js';
import { createFaultPlan, malformedAnswer, NetworkCut, refusalOfFault, type FaultPlan } from './faults.js';
import { createOperations, type Operations } from './operations.js';
import { refusalOf, wordRefusal, type ErrorStyle, type Refusal } from './refusals.js';

/** A request that arrived. */
export interface LoggedRequest {
  readonly method: string;
  /** Path and query, from the origin on, encoded as it came. */
  readonly path: string;
  /** Null when no operation of the contract was meant. */
  readonly operation: FakeOperation | null;
  /** Names in lower case; `authorization` is among them. */
  readonly headers: Readonly<Record<string, string>>;
  /** The JSON of the body, its text when it is no JSON, null when there is none. */
  readonly body: unknown;
  /** The status of the answer; null while there is none, and when the connection was cut. */
  readonly status: number | null;
}

/** A Mixpeek in memory: call it with a `Request`, as one would `fetch`. */
export interface FakeMixpeek {
  (request: Request): Promise<Response>;
  /** The truth, as a copy: lists may lag behind it or be tampered with. */
  read(): AppState;
  /** Changes how it behaves from now on; what is not named stays, `undefined` is the default again. */
  configure(options: FakeMixpeekOptions): void;
  /** Back to the seed and the first options, with an empty log. */
  reset(): void;
  /** Plays an invited person who accepts. Throws a `UsersError` when the invitation is unknown or not pending. */
  accept(invitationId: string, name?: string | null): Member;
  /** All requests since the start or the last `reset`, in the order they arrived. */
  readonly requests: readonly LoggedRequest[];
}

/** What a reset makes anew. */
interface State extends Operations {
  store: Store;
  faults: FaultPlan;
  answered: number;
}

/**
 * Makes a fake Mixpeek that speaks the contract of the user API of one app, under any prefix
 * (`https://api.mixpeek.com/v1/apps/…`, `/api/v1/apps/…`), and keeps the rules of the real one. It rejects only for a
 * cut connection (`TypeError`) and for an aborted request (the signal's reason). Without a seed it holds twelve made-up
 * members and three invitations under `app_demo`.
 *
 * @throws UsersError `invalid_input` when seed or options contradict themselves.
 */
export function createFakeMixpeek(
  seed: Seed = createSeed({ members: 12, invitations: 3 }),
  firstOptions: FakeMixpeekOptions = {},
): FakeMixpeek {
  const requests: LoggedRequest[] = [];
  let options = firstOptions;
  let state = start();

  function start(): State {
    checkOptions(firstOptions);
    options = firstOptions;
    const store = createStore(seed, { now: () => options.now?.() ?? new Date() });
    return {
      store,
      ...createOperations(store, () => options),
      faults: createFaultPlan(options.faults ?? []),
      answered: 0,
    };
  }

  /** Checks key and namespace, where they are to be checked. */
  function admit(headers: Headers): void {
    if (options.apiKey && headers.get('authorization') !== `Bearer ${options.apiKey}`) {
      throw new Refused(refusalWith(401, 'Invalid or missing API key'));
    }
    if (options.namespace && headers.get('x-namespace') !== options.namespace) {
      throw new Refused(refusalWith(403, 'The API key has no access to this namespace, or X-Namespace is missing'));
    }
  }

  function word(refused: Refusal, style: ErrorStyle = options.errorStyle ?? 'mixpeek'): Answer {
    return wordRefusal(refused, style, options.clerkCodes ?? true);
  }

  function attempt({ store, carryOut }: State, request: Request, text: string, route: Route): Answer {
    try {
      admit(request.headers);
      const result = carryOut(route, () => readJson(request.headers.get('content-type'), text));
      if (!options.tamper || result.body === undefined) return result;
      return { ...result, body: options.tamper(route.operation, result.body) };
    } catch (error) {
      if (error instanceof Refused) return word(error.refusal);
      if (isUsersError(error)) return word(refusalOf(error, route, store.read()));
      throw error;
    }
  }

  /** Lets happen what is planned for the request, and carries it out where that leaves it whole. */
  async function respond(on: State, request: Request, text: string, match: Match): Promise<Response> {
    const { pathname, search } = new URL(request.url);
    const path = pathname + search;
    const route = routeOf(match);
    const fault = route ? on.faults.take(route.operation, path, text) : undefined;
    await wait(options.latencyMs ?? 0, request.signal);
    if (!route) return toResponse(word(misrouted(request.method, path, match)));
    if (fault?.kind === 'cut-before') throw new NetworkCut();
    if (fault?.kind === 'status') {
      const style = fault.errorStyle ?? options.errorStyle ?? 'mixpeek';
      return toResponse(word(refusalOfFault(fault, style), style));
    }
    if (fault?.kind === 'slow' && fault.carriedOut !== 'before') await wait(fault.ms, request.signal);
    const result = attempt(on, request, text, route);
    if (fault?.kind === 'cut-after') throw new NetworkCut();
    if (fault?.kind === 'slow' && fault.carriedOut === 'before') await wait(fault.ms, request.signal);
    return fault?.kind === 'malformed' ? malformedAnswer(fault) : toResponse(result);
  }

  async function answer(request: Request): Promise<Response> {
    // A request that outlives a reset stays with the state it came to.
    const on = state;
    request.signal.throwIfAborted();
    const { pathname, search } = new URL(request.url);
    const match = matchRoute(request.method, pathname);
    const entry = {
      method: request.method,
      path: pathname + search,
      operation: routeOf(match)?.operation ?? null,
      headers: Object.fromEntries(request.headers),
      body: null as unknown,
      status: null as number | null,
    };
    requests.push(entry);
    const text = await request.text();
    entry.body = parseBody(text);
    const response = await respond(on, request, text, match);
    on.answered += 1;
    response.headers.set('x-request-id', options.requestId?.() ?? `req_${on.answered}`);
    entry.status = response.status;
    return response;
  }

  return Object.assign(answer, {
    requests,
    read: () => state.store.read(),
    configure(changes: FakeMixpeekOptions) {
      checkOptions(changes);
      options = { ...options, ...changes };
      if ('faults' in changes) state.faults = createFaultPlan(changes.faults ?? []);
    },
    reset() {
      state = start();
      requests.length = 0;
    },
    accept(invitationId: string, name: string | null = null) {
      const { store, lag } = state;
      const member = store.acceptInvitation({ appId: store.read().appId, invitationId, name });
      lag.note();
      return member;
    },
  });
}

function routeOf(match: Match): Route | null {
  return match && 'route' in match ? match.route : null;
}
