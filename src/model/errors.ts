/** What went wrong, for machines. Stable: may be branched on. The sentence on screen comes from the catalogue. */
export type UsersErrorCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'not_enabled'
  | 'not_found'
  | 'member_not_found'
  | 'invitation_not_found'
  | 'invitation_not_pending'
  | 'already_member'
  | 'already_invited'
  | 'invalid_email'
  | 'email_not_allowed'
  | 'last_admin'
  | 'limit_reached'
  | 'managed_elsewhere'
  | 'rate_limited'
  | 'timeout'
  | 'offline'
  | 'network'
  | 'server_error'
  | 'invalid_response'
  /** A page or a redirect in place of the API's answer: a sign-in gate or a firewall, or a wrong `baseUrl`. */
  | 'unexpected_page'
  | 'invalid_input';

export interface UsersErrorOptions {
  /** HTTP status, where there was an answer. */
  status?: number | undefined;
  /** Seconds to wait before trying again, where the back end said. */
  retryAfter?: number | undefined;
  /** The limit that was reached, where the back end said (members or invitations). */
  limit?: number | undefined;
  /** What the back end said about single fields, by field name (`email`, `role`). For developers, not for the screen. */
  fieldErrors?: Record<string, string> | undefined;
  /** The back end's id of the request, for support. */
  requestId?: string | undefined;
  cause?: unknown;
}

const BRAND = 'mixpeek.UsersError';

/**
 * The only error a data provider rejects with (an abort passes through as it is). `code` is for machines, `message` for
 * developers. Recognise it with `isUsersError`: `instanceof` fails across copies of the package.
 */
export class UsersError extends Error {
  override readonly name = 'UsersError';
  /** @internal */
  readonly brand = BRAND;
  // Declared only: what was not said is no property, and a log of the error shows what is known.
  declare readonly code: UsersErrorCode;
  declare readonly status: number | undefined;
  declare readonly retryAfter: number | undefined;
  declare readonly limit: number | undefined;
  declare readonly fieldErrors: Record<string, string> | undefined;
  declare readonly requestId: string | undefined;

  constructor(code: UsersErrorCode, message: string, { cause, ...said }: UsersErrorOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    Object.assign(this, said, { code });
  }
}

/** Whether a value is a `UsersError`, of this copy of the package or another. */
export function isUsersError(value: unknown): value is UsersError {
  return typeof value === 'object' && value !== null && (value as { brand?: unknown }).brand === BRAND;
}

/** Whether a rejection is an abort, which means "nobody is waiting any more" and is never told to a person. */
export function isAbortError(value: unknown): boolean {
  return typeof value === 'object' && value !== null && (value as { name?: unknown }).name === 'AbortError';
}

const converted = new WeakMap<object, UsersError>();

/**
 * Anything thrown, as a `UsersError`: the same one for the same object, so that it is told once. What is none was not
 * foreseen, so it counts as the data provider's fault.
 */
export function toUsersError(value: unknown): UsersError {
  if (isUsersError(value)) return value;
  if (typeof value !== 'object' || value === null) return unforeseen(value);
  const error = converted.get(value) ?? unforeseen(value);
  converted.set(value, error);
  return error;
}

function unforeseen(value: unknown): UsersError {
  const message = value instanceof Error ? value.message : String(value);
  return new UsersError('server_error', `The data provider threw no UsersError: ${message}`, {
    cause: value,
  });
}

/** A write that failed this way may have taken effect all the same: read before telling the outcome. */
export function isUncertain(error: UsersError): boolean {
  return (
    error.code === 'network' ||
    error.code === 'timeout' ||
    error.code === 'invalid_response' ||
    error.code === 'unexpected_page' ||
    error.code === 'server_error'
  );
}
