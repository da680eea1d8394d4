import type { RouteIds } from '../mixpeek/wire.js';
import { isUncertain, isUsersError, type UsersError, type UsersErrorCode } from '../model/errors.js';
import { Refusal, type RefusalOptions } from './answer.js';

/** How a refusal is said on the wire, so that the client of the contract reads the same code out of it. */
interface Words {
  status: number;
  message: string;
  type?: string;
  /** Clerk's code for it, where the contract's own types do not tell it from others. */
  clerkCode?: string;
  /** What of it is not there. */
  resource?: 'app' | 'user' | 'invitation';
}

const WORDS: Partial<Record<UsersErrorCode, Words>> = {
  forbidden: { status: 403, message: 'The back end does not allow this.' },
  not_enabled: { status: 403, type: 'NotEnabledError', message: 'User management is off for this app.' },
  not_found: { status: 404, resource: 'app', message: 'There is no such app here.' },
  member_not_found: { status: 404, resource: 'user', message: 'There is no such member.' },
  invitation_not_found: { status: 404, resource: 'invitation', message: 'There is no such invitation.' },
  invitation_not_pending: {
    status: 404,
    resource: 'invitation',
    clerkCode: 'organization_invitation_not_pending',
    message: 'The invitation is no longer pending.',
  },
  already_member: { status: 409, clerkCode: 'already_a_member_in_organization', message: 'They are a member already.' },
  already_invited: {
    status: 409,
    clerkCode: 'organization_invitation_not_unique',
    message: 'They have a pending invitation already.',
  },
  email_not_allowed: {
    status: 403,
    type: 'ForbiddenError',
    clerkCode: 'not_allowed_access',
    message: 'This address may not be invited.',
  },
  last_admin: {
    status: 400,
    clerkCode: 'organization_minimum_permissions_needed',
    message: 'There must be at least one admin.',
  },
  limit_reached: { status: 403, type: 'QuotaExceededError', message: 'There is no room for one more.' },
  managed_elsewhere: {
    status: 409,
    type: 'BadRequestError',
    clerkCode: 'organization_membership_managed_by_scim',
    message: 'A directory manages this membership.',
  },
  rate_limited: { status: 429, message: 'Too many requests. Wait a moment.' },
  timeout: { status: 504, message: 'The back end did not answer in time.' },
  unauthenticated: { status: 502, message: 'The back end does not accept the credentials of this server.' },
};

/** Fields of the model by their names on the wire. */
const FIELDS: Readonly<Record<string, string>> = { email: 'email_address', role: 'role' };

/**
 * What a data provider threw, as a refusal in the contract's words. Its own message is for the operator, who hears of it
 * as the cause: what a provider of the host's own puts into it is not known.
 */
export function wordRefusal(error: unknown, { appId, userId, invitationId }: RouteIds): Refusal {
  if (!isUsersError(error)) {
    return new Refusal(502, 'The back end could not answer.', { cause: error, isInDoubt: true });
  }
  const { code } = error;
  if (code === 'invalid_email' || code === 'invalid_input') return invalid(error);
  const { status, message, type, clerkCode, resource } = WORDS[code] ?? {
    status: 502,
    message: 'The back end could not answer.',
  };
  const id = { app: appId, user: userId, invitation: invitationId }[resource ?? 'app'];
  const details = {
    ...(resource && { resource, id }),
    ...(clerkCode && { errors: [{ code: clerkCode, message, meta: {} }] }),
    ...(code === 'limit_reached' && error.limit !== undefined && { limit: error.limit }),
  };
  return new Refusal(status, message, {
    type,
    details: Object.keys(details).length > 0 ? details : undefined,
    headers: headersOf(error),
    cause: error,
    // The caller was found to be an admin: that the back end forbids it all the same is a matter of the server's key.
    isOperators: code === 'forbidden',
    isInDoubt: isUncertain(error),
  });
}

function invalid(error: UsersError): Refusal {
  const named = Object.keys(error.fieldErrors ?? {}).filter((field) => Object.hasOwn(FIELDS, field));
  const fields = named.length === 0 && error.code === 'invalid_email' ? ['email'] : named;
  const errors = fields.map((field) => ({
    type: 'value_error',
    location: ['body', FIELDS[field]],
    message: 'The back end does not take this.',
  }));
  return new Refusal(422, 'The body is not valid.', { details: { validation_errors: errors }, cause: error });
}

function headersOf({ retryAfter, requestId }: UsersError): RefusalOptions['headers'] {
  return {
    ...(retryAfter !== undefined && Number.isFinite(retryAfter) && { 'retry-after': String(Math.ceil(retryAfter)) }),
    // Only what looks like an id: a header must not be made of whatever came.
    ...(requestId !== undefined && /^[\w.:-]{1,100}$/.test(requestId) && { 'x-request-id': requestId }),
  };
}
