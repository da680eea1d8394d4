import { Refusal } from '../answer.js';
import { checkBody, invalidBody, MAX_BYTES, takesBody, tooLarge, type ActionBody } from '../checkBody.js';
import { describeOrigin } from '../createOriginCheck.js';
import { findAction, type FoundAction } from '../route.js';
import { headerOf, type CanvasContext } from './canvasContext.js';

/** What is asked of the function. */
export interface CanvasAsk extends FoundAction {
  body: ActionBody | undefined;
}

/**
 * Reads what a request asks for: a GET names its path in the query, and a POST holds method, path and body of the request
 * it stands for, since a Canvas function is reached by no other method. Source: `canvasTunnel` of `./mixpeek`.
 * @param isNewOrigin Whether the operator has not yet heard of a refused origin.
 * @throws {Refusal} 403, 404, 405, 413, 415 or 422
 */
export function readCanvasRequest(
  ctx: CanvasContext,
  appId: string,
  origins: readonly string[],
  isNewOrigin: (origin: string) => boolean,
): CanvasAsk {
  const { method, query = {}, body: envelope } = ctx.req;
  if (method === 'GET') return { ...find('GET', query['path'], appId), body: undefined };
  if (method !== 'POST')
    throw new Refusal(405, 'This function takes GET and POST only.', { headers: { allow: 'GET, POST' } });
  refuseForeign(ctx, origins, isNewOrigin);
  const type = headerOf(ctx, 'content-type') ?? '';
  // A form of another site cannot send this type without asking first.
  if (!/^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type)) {
    throw new Refusal(415, 'Send the body as application/json.');
  }
  if (typeof envelope !== 'object' || envelope === null || Array.isArray(envelope)) throw notTunnelled();
  if (sizeOf(envelope) > MAX_BYTES) throw tooLarge();
  const { method: meant, path, body } = envelope as Record<string, unknown>;
  if (typeof meant !== 'string' || meant === 'GET') throw notTunnelled();
  const found = find(meant, path, appId);
  return { ...found, body: takesBody(found.action) ? checkBody(found.action, body) : undefined };
}

function find(method: string, path: unknown, appId: string): FoundAction {
  // Of no URL yet: a lone surrogate has no encoding.
  if (typeof path !== 'string' || /\p{Surrogate}/u.test(path))
    throw new Refusal(404, 'There is nothing here.', { details: { resource: 'path' } });
  const found = findAction(method, path, '');
  if (found.ids.appId === appId) return found;
  throw new Refusal(404, 'There is no such app here.', { details: { resource: 'app', id: found.ids.appId } });
}

const REMEDY = 'If that page is this app, list its origin in USERS_PANEL_ORIGINS.';

/** Browsers say where a request comes from in two headers that no page can set. */
function refuseForeign(ctx: CanvasContext, origins: readonly string[], isNewOrigin: (origin: string) => boolean): void {
  const origin = headerOf(ctx, 'origin');
  const site = headerOf(ctx, 'sec-fetch-site');
  const isForeignSite = site !== null && site !== 'same-origin' && site !== 'none';
  if (isForeignSite || (origin !== null && !origins.includes(origin))) {
    const message = `This request comes from a page of another origin. ${REMEDY}`;
    const from = describeOrigin(origin, site);
    const cause = new Error(`A write from ${from} was refused. ${REMEDY}`);
    throw new Refusal(403, message, { cause, isOperators: isNewOrigin(from) });
  }
}

/** In bytes, spelt anew: what was parsed has no length of its own any more. Deep nesting has none at all. */
function sizeOf(value: unknown): number {
  try {
    let bytes = 0;
    // By hand: a Canvas function is promised no encoder.
    for (const letter of JSON.stringify(value)) {
      const code = letter.codePointAt(0) ?? 0;
      bytes += 1 + Number(code > 0x7f) + Number(code > 0x7ff) + Number(code > 0xffff);
    }
    return bytes;
  } catch {
    return Infinity;
  }
}

function notTunnelled(): Refusal {
  return invalidBody([{ type: 'value_error', location: ['body'], message: 'Send { method, path, body }.' }]);
}
