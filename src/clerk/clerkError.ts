import { CLERK_CODES, type ClerkMeaning } from '../model/clerkCodes.js';
import { isUsersError, UsersError, type UsersErrorCode } from '../model/errors.js';
import { redact } from '../model/redact.js';

/** What was asked of Clerk: a method of `DataProvider`. Decides what a 404 is about. */
export type ClerkOperation =
  | 'listMembers'
  | 'listInvitations'
  | 'inviteMember'
  | 'updateMemberRole'
  | 'removeMember'
  | 'revokeInvitation'
  | 'resendInvitation'
  | 'getCurrentMember'
  | 'getAccess'
  | 'listRoles'
  | 'listMembershipRequests'
  | 'acceptMembershipRequest'
  | 'rejectMembershipRequest'
  | 'listOrganizations'
  | 'createOrganization'
  | 'renameOrganization'
  | 'createMembership'
  | 'updateMetadata';

/** Statuses that settle the matter whatever the codes say. */
const SETTLED: Readonly<Record<number, UsersErrorCode>> = {
  401: 'unauthenticated',
  408: 'timeout',
  429: 'rate_limited',
};

/** What a status says when no code does. */
const STATUSES: Readonly<Record<number, ClerkMeaning>> = {
  402: 'limit_reached',
  403: 'forbidden',
  404: 'target',
  410: 'target',
};

/** What a 404 is about, by operation; elsewhere it is the organization. */
const TARGETS: Partial<Record<ClerkOperation, UsersErrorCode>> = {
  updateMemberRole: 'member_not_found',
  removeMember: 'member_not_found',
  updateMetadata: 'member_not_found',
  revokeInvitation: 'invitation_not_found',
  resendInvitation: 'invitation_not_found',
};

/** One entry of Clerk's `errors`. */
interface Fault {
  code: string;
  /** By the model's name (`email`, `role`), or null. */
  field: string | null;
  message: string;
}

/**
 * What Clerk refused, as a `UsersError`: the status first, a known code second, English never. Takes what Clerk's SDKs
 * throw (`ClerkAPIResponseError` and their other errors) and the body of an HTTP answer with its status beside it:
 * `{ ...body, status, retryAfter }`, in which names may be camelCase or snake_case. A `UsersError` stays as it is.
 */
export function clerkError(operation: ClerkOperation, thrown: unknown): UsersError {
  if (isUsersError(thrown)) return thrown;
  const fields = objectOf(thrown);
  const { status, errors } = fields;
  if (typeof status !== 'number' && !Array.isArray(errors)) return withoutAnswer(operation, thrown, fields);
  const faults = (Array.isArray(errors) ? errors : []).slice(0, 20).flatMap(readFault);
  const code = codeOf(operation, typeof status === 'number' ? status : 0, faults);
  const [first] = faults;
  const reason = first ? ` (${first.code}: ${first.message})` : '';
  const named = faults.filter(({ field }) => field !== null).toReversed();
  return new UsersError(code, `Clerk refused ${operation} with status ${String(status)}${reason}.`, {
    status: typeof status === 'number' ? status : undefined,
    retryAfter: secondsOf(fields['retryAfter']),
    requestId: textOf(fields['clerkTraceId']) ?? textOf(fields['clerk_trace_id']),
    fieldErrors: named.length > 0 ? Object.fromEntries(named.map(({ field, message }) => [field, message])) : undefined,
    ...(thrown instanceof Error && { cause: thrown }),
  });
}

function codeOf(operation: ClerkOperation, status: number, faults: readonly Fault[]): UsersErrorCode {
  const settled = SETTLED[status] ?? (status >= 500 ? 'server_error' : undefined);
  if (settled) return settled;
  for (const { code, field } of faults) {
    const meaning = CLERK_CODES.get(code);
    // An unknown role is a `resource_not_found` too, with the field named; the person is still there.
    if (meaning) return settle(meaning === 'target' && field === 'role' ? 'field' : meaning, operation, faults);
  }
  if (faults.length === 0 && status in WITHOUT_ERRORS) return WITHOUT_ERRORS[status] ?? 'invalid_response';
  return settle(STATUSES[status] ?? (status >= 400 ? 'field' : 'invalid_response'), operation, faults);
}

/** What a status says when Clerk worded nothing: something in front of it answered, with a page most likely. */
const WITHOUT_ERRORS: Readonly<Record<number, UsersErrorCode>> = {
  403: 'unexpected_page',
  404: 'invalid_response',
  410: 'invalid_response',
};

function settle(meaning: ClerkMeaning, operation: ClerkOperation, faults: readonly Fault[]): UsersErrorCode {
  if (meaning === 'target') return TARGETS[operation] ?? 'not_found';
  if (meaning !== 'field') return meaning;
  return operation === 'inviteMember' && faults.some(({ field }) => field === 'email')
    ? 'invalid_email'
    : 'invalid_input';
}

/** An error that Clerk's SDK made itself: it has no class and mostly no code to go by. */
function withoutAnswer(operation: ClerkOperation, cause: unknown, { code }: Record<string, unknown>): UsersError {
  const known = typeof code === 'string' ? CLERK_CODES.get(code) : undefined;
  if (known === 'unauthenticated') {
    return new UsersError(known, `${operation} was not sent: the sign-in was not confirmed.`, { cause });
  }
  // What the SDK meets when it reads an answer such as `{ "response": null }`. A failed `fetch` names no value.
  if (cause instanceof TypeError && /null|undefined|not an object|not a function|not iterable/.test(cause.message)) {
    return new UsersError('invalid_response', `Clerk answered ${operation} with something that cannot be read.`, {
      cause,
    });
  }
  // An HTML page where JSON was expected: something between the page and Clerk answered.
  if (cause instanceof SyntaxError) {
    return new UsersError('server_error', `${operation} was answered with something that is not JSON.`, { cause });
  }
  return new UsersError('network', `${operation} got no answer from Clerk.`, { cause });
}

function readFault(value: unknown): Fault[] {
  const { code, message, longMessage, long_message: long = longMessage, meta } = objectOf(value);
  if (typeof code !== 'string' || !/^\w{1,80}$/.test(code)) return [];
  return [{ code, field: fieldOf(objectOf(meta)), message: redact(textOf(long) ?? textOf(message) ?? code) }];
}

function fieldOf(meta: Record<string, unknown>): string | null {
  const name = meta['param_name'] ?? meta['paramName'];
  if (typeof name === 'string' && name !== '') {
    if (/^email_?address(?:es)?$/i.test(name)) return 'email';
    return redact(name).replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  }
  return Array.isArray(meta['email_addresses'] ?? meta['emailAddresses']) ? 'email' : null;
}

function secondsOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
