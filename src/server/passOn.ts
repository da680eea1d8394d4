import { failedStatus } from '../mixpeek/failedStatus.js';
import { isMissingRoute, isPersonsFault, readFailure, type Failure } from '../mixpeek/wireFailure.js';
import { parseInvitation, parseInvitationList, parseMember, parseMemberList } from '../mixpeek/wireRows.js';
import { jsonAnswer, Refusal, type Answer } from './answer.js';
import type { UpstreamAnswer } from './forward.js';
import type { UsersAction } from './route.js';

/** Reads the answer of an action as the client will; it throws when that would fail. Remove and revoke have no body. */
const READERS: Partial<Record<UsersAction, (body: unknown) => unknown>> = {
  listMembers: parseMemberList,
  listInvitations: parseInvitationList,
  inviteMember: parseInvitation,
  updateMemberRole: parseMember,
};

/** Failures that are between the caller and Mixpeek. Any other 4xx means that this handler or its key is refused. */
const PASSED_STATUSES = new Set([400, 402, 404, 408, 409, 410, 422, 429, 500, 503, 504]);

/** Types of a 403 that speak of the app, not of the key. */
const PASSED_TYPES = new Set(['NotEnabledError', 'QuotaExceededError']);

/**
 * Turns what Mixpeek answered into our answer: a success after a check that the client can read it, a failure as a new
 * envelope that holds known fields only.
 * @throws {Refusal}
 */
export function passOn(action: UsersAction, upstream: UpstreamAnswer): Answer {
  const { text, headers } = upstream;
  const body = parseJson(text);
  const status = upstream.status < 300 ? (failedStatus(body) ?? upstream.status) : upstream.status;
  if (status < 200 || status >= 300) throw failure(action, status, upstream, body);
  try {
    const read = READERS[action];
    if (read) {
      read(body);
      return jsonAnswer(status, text, headers);
    }
    if (upstream.isPage) throw new Error('Mixpeek answered with a page.');
  } catch (cause) {
    const message = 'Mixpeek answered with something that is not its contract.';
    throw new Refusal(502, message, { headers, cause, isInDoubt: true });
  }
  const refused = refusedStatus(body);
  if (refused !== null) throw failure(action, refused, upstream, body);
  return jsonAnswer(204, null, headers);
}

/** The status of what Clerk refused, where its errors came through as a success. They state none themselves. */
function refusedStatus(body: unknown): number | null {
  const { errors } = (body ?? {}) as { errors?: unknown };
  if (!Array.isArray(errors) || errors.length === 0) return null;
  return readFailure(body).faults.some(isPersonsFault) ? 400 : 502;
}

function failure(action: UsersAction, status: number, upstream: UpstreamAnswer, body: unknown): Refusal {
  const { text, headers } = upstream;
  // A fault on the way back, or behind what was asked for. What says no in so many words did not do it.
  const isInDoubt = upstream.status < 200 || upstream.status >= 500 || upstream.status === 408;
  const found = readFailure(body);
  const isPage = body === undefined && text.trim() !== '';
  // Passed on in our envelope, it would say that a member or an invitation is gone.
  const isRouteMissing = (status === 404 || status === 410) && isMissingRoute(action, found);
  const isPassed =
    (PASSED_STATUSES.has(status) && !isRouteMissing && (!isPage || status === 429 || status === 504)) ||
    (status === 403 && (PASSED_TYPES.has(found.type ?? '') || found.faults.some(isPersonsFault)));
  if (!isPassed) {
    const reason = isRouteMissing ? ': its route does not exist' : found.type ? ` (${found.type})` : '';
    const cause = new Error(`Mixpeek answered with status ${status}${reason}.`);
    const isOurs = status === 401 || status === 403;
    const message = isOurs ? 'Mixpeek does not accept the credentials of this server.' : 'Mixpeek could not answer.';
    return new Refusal(502, message, { headers, cause, isInDoubt });
  }
  // What Mixpeek says of its own troubles is no business of the caller.
  const message = status < 500 ? found.message : null;
  return new Refusal(status, message ?? `Mixpeek answered with status ${status}.`, {
    type: found.type,
    details: status < 500 ? detailsOf(found) : undefined,
    headers,
    isInDoubt,
  });
}

const PASSED_DETAILS = ['resource', 'id', 'limit', 'current', 'tier', 'window', 'retry_after', 'api_name'];

function detailsOf({ details, faults, fields }: Failure): Record<string, unknown> {
  const plain = PASSED_DETAILS.flatMap((name) => {
    const value = details[name];
    const isPlain = typeof value === 'number' || (typeof value === 'string' && value.length <= 200);
    return isPlain ? [[name, value] as const] : [];
  });
  return {
    ...Object.fromEntries(plain),
    ...(fields.length > 0 && {
      validation_errors: fields.map(({ field, message }) => ({
        type: 'value_error',
        location: ['body', field],
        message,
      })),
    }),
    ...(faults.length > 0 && {
      errors: faults.map(({ code, field, message }) => ({ code, message, meta: field ? { param_name: field } : {} })),
    }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
