import { parseMemberList } from '../../mixpeek/wireRows.js';
import { safeError } from '../../model/safeError.js';
import { isAdminRole, type Role } from '../../model/role.js';
import { Refusal, refusalAnswer, type Answer } from '../answer.js';
import { callHook, createTell } from '../callHook.js';
import { createFirstTimeCheck } from '../createOriginCheck.js';
import { forward } from '../forward.js';
import type { UsersActionEvent } from '../options.js';
import { passOn } from '../passOn.js';
import { countRequest } from '../rateLimit.js';
import { recordOutcome } from '../recordOutcome.js';
import { refuseSelfHarm } from '../refuseSelfHarm.js';
import { targetOf } from '../targetOf.js';
import { readCanvasCaller } from './canvasCaller.js';
import { headerOf, type CanvasAnswer, type CanvasContext } from './canvasContext.js';
import { readCanvasRequest } from './canvasRequest.js';
import { readCanvasSettings, type CanvasFunctionOptions, type CanvasSettings } from './canvasSettings.js';
import { createKvRateLimitStore } from './kvRateLimitStore.js';

/** A Canvas server function: never rejects, and answers every failure in Mixpeek's error envelope. */
export type CanvasFunction = (ctx: CanvasContext) => Promise<CanvasAnswer>;

const MONTH_SECONDS = 30 * 86_400;

/**
 * Makes the server function that guards user management in a Canvas app: the app's own `/_auth/me` says who is calling,
 * the member list in which role, and only for what that role may do is the owner's key used. In the page,
 * `createMixpeekDataProvider(canvasTunnel())` of `./mixpeek` speaks to it. `./canvas/users.js` is this function, built
 * into one file. It needs `fetch` and the documented context, nothing else.
 */
export function createCanvasFunction(options: CanvasFunctionOptions = {}): CanvasFunction {
  const { allowSelfDemotion = false, auditSeconds = MONTH_SECONDS } = options;
  const isNewOrigin = createFirstTimeCheck();
  const tellHost = createTell(options.onError ?? report);
  const tell = (ctx: CanvasContext, error: unknown) => tellHost(safeError(error, secretsOf(ctx)));

  async function carryOut(ctx: CanvasContext, settings: CanvasSettings): Promise<Answer> {
    const { appId, origins, upstream } = settings;
    const { action, ids, body } = readCanvasRequest(ctx, appId, origins, isNewOrigin);
    const callerId = await readCanvasCaller(ctx, origins, upstream.timeoutMs);
    if (options.rateLimit !== false) {
      const { limit = 120, windowMs = 60_000 } = options.rateLimit ?? {};
      await countRequest(callerId, { limit, windowMs, store: createKvRateLimitStore(ctx.kv) }, (error) =>
        tell(ctx, error),
      );
    }
    const members = await forward('listMembers', { appId }, undefined, upstream);
    const list = passOn('listMembers', members);
    const role = roleOf(callerId, members.text);
    if (action === 'listMembers') return list;
    if (!isAdminRole(role)) throw new Refusal(403, 'Only an admin of this app may do this.');
    refuseSelfHarm(action, ids, body, callerId, allowSelfDemotion);
    const askMixpeek = async () => passOn(action, await forward(action, ids, body, upstream));
    if (action === 'listInvitations') return askMixpeek();
    const write = { appId, action, caller: { userId: callerId, role }, target: targetOf(ids, body) };
    return recordOutcome(askMixpeek, write, (event) => record(ctx, event));
  }

  /** The audit trail: one key to an act, in the order of time. */
  async function record(ctx: CanvasContext, event: UsersActionEvent): Promise<void> {
    if (!(auditSeconds > 0)) return;
    try {
      const key = `users-panel:audit:${event.at}:${Math.random().toString(36).slice(2, 10)}`;
      await callHook('The audit record', () => ctx.kv.set(key, JSON.stringify(event), auditSeconds));
    } catch (error) {
      await tell(ctx, error);
    }
  }

  return async (ctx) => {
    try {
      return toCanvasAnswer(await carryOut(ctx, readCanvasSettings(ctx, options)));
    } catch (error) {
      const refusal = error instanceof Refusal ? error : new Refusal(500, 'Something went wrong in this function.');
      if (refusal.status >= 500 || refusal.options.isOperators)
        await tell(ctx, refusal === error ? (refusal.cause ?? refusal) : error);
      return toCanvasAnswer(refusalAnswer(refusal));
    }
  };
}

/** @throws {Refusal} 403 for who is no member, 502 where the list does not tell */
function roleOf(userId: string, list: string): Role {
  const { members, total } = parseMemberList(JSON.parse(list));
  const found = members.find((member) => member.userId === userId);
  if (found) return found.role;
  if (members.length >= total) throw new Refusal(403, 'You are no member of this app.');
  // They may be among those that are missing: an admin must not be told that they are none.
  const cause = new Error(
    `Mixpeek lists ${members.length} readable members of ${total}, and not the one who is calling.`,
  );
  throw new Refusal(502, 'Your role in this app could not be learned.', { cause });
}

/** A status without a body is made one with: what a function that answers nothing comes to is not documented. */
function toCanvasAnswer({ status, headers, json }: Answer): CanvasAnswer {
  if (json !== null) return { status, headers, body: JSON.parse(json) as unknown };
  return { status: 200, headers, body: { success: true } };
}

/** What an error may repeat and a log must not hold: the key, and the visitor's sessions. */
function secretsOf(ctx: CanvasContext): string[] {
  try {
    const cookie = headerOf(ctx, 'cookie') ?? '';
    const values = cookie.split(';').map((pair) => pair.slice(pair.indexOf('=') + 1).trim());
    return [ctx.env['MIXPEEK_API_KEY'] ?? '', cookie, ...values];
  } catch {
    return [];
  }
}

/** Into the app's log, where there is one: the words, not the objects. */
function report(error: unknown): void {
  const words: string[] = [];
  for (let one = error; one instanceof Error; one = one.cause) words.push(String(one));
  if (typeof console !== 'undefined') console.error(`[users-panel] ${words.join(', for ')}`);
}
