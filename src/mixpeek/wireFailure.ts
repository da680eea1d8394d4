import { CLERK_CODES, type ClerkMeaning as Meaning } from '../model/clerkCodes.js';
import type { UsersErrorCode } from '../model/errors.js';
import { redact } from '../model/redact.js';
import type { Operation } from './wire.js';

/** A failed answer, whichever of the three shapes it had: Mixpeek's envelope, FastAPI's `detail`, Clerk's `errors`. */
export interface Failure {
  /** The status inside the body, where there is one. */
  status: number | null;
  /** Mixpeek's `error.type`. */
  type: string | null;
  /** For developers, without anything that looks like a key, 300 characters at most. Never branched on. */
  message: string | null;
  /** Mixpeek's `error.details`. */
  details: Readonly<Record<string, unknown>>;
  /** Clerk's errors, found anywhere in the body. */
  faults: readonly Fault[];
  /** What was said about single fields. */
  fields: readonly FieldFault[];
  /** Who worded it: the vendor (Mixpeek's envelope or Clerk's errors), FastAPI itself (`detail`), or something else. */
  source: 'vendor' | 'fastapi' | 'foreign';
  /** Clerk's `clerk_trace_id`. */
  traceId: string | null;
}

export interface Fault {
  code: string;
  /** The field it is about, by the model's name, or null. */
  field: string | null;
  message: string;
}

export interface FieldFault {
  /** By the model's name: `email`, `role`. */
  field: string;
  message: string;
}

/** Reads the body of a failed answer. Any JSON value is accepted; what is not understood is left out. */
export function readFailure(body: unknown): Failure {
  const outer = objectOf(body);
  // FastAPI puts whatever was raised under `detail`, so a whole envelope may be in there.
  const root = isObject(outer.detail) ? outer.detail : outer;
  const error = objectOf(root.error);
  const details = objectOf(error.details);
  const { faults, traceId } = findFaults(body);
  const listed = [outer.detail, details.validation_errors, details.detail].flatMap((list) => readFieldFaults(list));
  const named = faults.flatMap(({ field, message }) => (field === null ? [] : [{ field, message }]));
  return {
    status: typeof root.status === 'number' ? root.status : null,
    type: typeof error.type === 'string' && /^\w{1,60}$/.test(error.type) ? error.type : null,
    message: messageOf(error.message, outer.detail, root.message, faults[0]?.message),
    details,
    faults,
    fields: [...listed, ...named],
    source: isVendors(root, faults) ? 'vendor' : 'detail' in outer ? 'fastapi' : 'foreign',
    traceId,
  };
}

/** A `code` alone is anybody's: hosts and gateways put one into their own 404, too. */
function isVendors({ success, error, errors }: Record<string, unknown>, faults: readonly Fault[]): boolean {
  if (typeof objectOf(error).type === 'string' || (success === false && isObject(error))) return true;
  return faults.some(({ code }) => Array.isArray(errors) || CLERK_CODES.has(code));
}

/** Statuses that settle the matter whatever the body says. */
const SETTLED: Readonly<Record<number, UsersErrorCode>> = {
  401: 'unauthenticated',
  408: 'timeout',
  429: 'rate_limited',
};

/** Mixpeek types that say more than a 4xx beside them. */
const TELLING_TYPES: ReadonlyMap<string, UsersErrorCode> = new Map<string, UsersErrorCode>([
  ['NotEnabledError', 'not_enabled'],
  ['QuotaExceededError', 'limit_reached'],
]);

/** Mixpeek types that decide where the status says little: 400, 409, 422 and the rare ones. */
const TYPES: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['UnauthorizedError', 'unauthenticated'],
  ['ForbiddenError', 'forbidden'],
  ['NotFoundError', 'target'],
  ['TimeoutError', 'timeout'],
  ['TooManyRequestsError', 'rate_limited'],
  ['InternalServerError', 'server_error'],
  ['InferenceServiceUnavailableError', 'server_error'],
]);

/** Statuses whose meaning only a telling type or a Clerk code changes. */
const STATUSES: Readonly<Record<number, Meaning>> = {
  402: 'limit_reached',
  403: 'forbidden',
  404: 'target',
  410: 'target',
};

/**
 * What a failed answer means: the status first, a known Clerk code second, Mixpeek's `error.type` third, English never.
 * A 404 that the vendor did not word is about the route, so it is `invalid_response` and never "no such member".
 * A 409 of an invitation means a duplicate, also without a body that says so. Whether of a member or of an invitation it
 * leaves open: `already_invited` is the likelier, and the member list, which the panel has, shows the other.
 */
export function failureCode(operation: Operation, status: number, failure: Failure): UsersErrorCode {
  const settled = SETTLED[status] ?? (status >= 500 ? 'server_error' : undefined);
  if (settled) return settled;
  for (const { code, field } of failure.faults) {
    const meaning = CLERK_CODES.get(code);
    // An unknown role is a `resource_not_found` too, with the field named; the person is still there.
    if (meaning) return settle(meaning === 'target' && field === 'role' ? 'field' : meaning, operation, failure);
  }
  const type = failure.type ?? '';
  const telling = TELLING_TYPES.get(type);
  if (telling) return telling;
  if ((status === 404 || status === 410) && isMissingRoute(operation, failure)) return 'invalid_response';
  const known = STATUSES[status] ?? TYPES.get(type);
  if (!known && status === 409 && operation === 'inviteMember') return 'already_invited';
  const meaning = known ?? (status >= 400 ? 'field' : 'invalid_response');
  return settle(meaning, operation, failure);
}

/**
 * Whether a 404 or 410 says that the route does not exist, as against the app, the member or the invitation. FastAPI
 * answers an unknown route with a bare `detail`, and so may Mixpeek answer for an unknown app: that one is not told apart.
 */
export function isMissingRoute(operation: Operation, { source, details }: Failure): boolean {
  // `createUsersHandler` says so itself. A write that it has no route for was not done, which `not_found` says.
  if (source === 'vendor') return details.resource === 'path' && operation.startsWith('list');
  return source === 'foreign' || ABOUT_A_ROW.has(operation);
}

const ABOUT_A_ROW: ReadonlySet<Operation> = new Set(['updateMemberRole', 'removeMember', 'revokeInvitation']);

/** Whether a Clerk code is one that a person's own action can lead to, as against our credentials being refused. */
export function isPersonsFault({ code }: Fault): boolean {
  return CLERK_CODES.has(code) && code !== 'authentication_invalid' && code !== 'authorization_invalid';
}

function settle(meaning: Meaning, operation: Operation, { details, fields }: Failure): UsersErrorCode {
  if (meaning === 'field') {
    const isEmail = operation === 'inviteMember' && fields.some(({ field }) => field === 'email');
    return isEmail ? 'invalid_email' : 'invalid_input';
  }
  if (meaning !== 'target') return meaning;
  // The app, or the path itself, may be what is not there: that is not "done already".
  if (typeof details.resource === 'string' && !/user|member|invit/i.test(details.resource)) return 'not_found';
  if (operation === 'removeMember' || operation === 'updateMemberRole') return 'member_not_found';
  return operation === 'revokeInvitation' ? 'invitation_not_found' : 'not_found';
}

/** Everything in the body that has a `code`, nearest first. Bounded: a body may be any size and depth. */
function findFaults(body: unknown): Pick<Failure, 'faults' | 'traceId'> {
  const faults: Fault[] = [];
  let traceId: string | null = null;
  let level: unknown[] = [body];
  for (let depth = 0; depth < 10 && level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const value of level.slice(0, 200)) {
      if (typeof value !== 'object' || value === null) continue;
      next.push(...Object.values(value).slice(0, 200));
      const {
        code,
        meta,
        message,
        long_message: longMessage,
        clerk_trace_id: trace,
      } = value as Record<string, unknown>;
      if (typeof trace === 'string') traceId ??= redact(trace);
      if (typeof code !== 'string' || !/^\w{1,80}$/.test(code)) continue;
      faults.push({ code, field: clerkField(objectOf(meta)), message: messageOf(longMessage, message) ?? code });
    }
    level = next;
  }
  return { faults: faults.slice(0, 20), traceId };
}

function clerkField(meta: Record<string, unknown>): string | null {
  const name = meta.param_name ?? meta.paramName;
  if (typeof name === 'string' && name) return fieldName(name);
  return Array.isArray(meta.email_addresses) ? 'email' : null;
}

/** Mixpeek's `validation_errors[] { location, message }` and FastAPI's `detail[] { loc, msg }`. */
function readFieldFaults(list: unknown): FieldFault[] {
  if (!Array.isArray(list)) return [];
  return list.slice(0, 20).flatMap((item: unknown) => {
    const { loc, location = loc, msg, message = msg } = objectOf(item);
    const place = (Array.isArray(location) ? location : [location]).find(
      (part: unknown) => typeof part === 'string' && !/^(?:body|path|query|header)?$/.test(part),
    ) as string | undefined;
    return place === undefined ? [] : [{ field: fieldName(place), message: messageOf(message) ?? 'is not valid' }];
  });
}

function fieldName(name: string): string {
  if (/^email(?:_?address(?:es)?)?$/i.test(name)) return 'email';
  return redact(name).replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function messageOf(...candidates: unknown[]): string | null {
  const found = candidates.find((candidate) => typeof candidate === 'string' && candidate.trim() !== '');
  return typeof found === 'string' ? redact(found) : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectOf(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}
