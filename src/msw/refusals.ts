import type { UsersError, UsersErrorCode } from '../model/errors.js';
import type { AppState } from '../memory/store.js';
import type { FieldFault, Route } from './contract.js';

/** How a refusal is worded on the wire. */
export type ErrorStyle = 'mixpeek' | 'fastapi' | 'clerk';

/** A refusal before it is worded. */
export interface Refusal {
  status: number;
  /** Mixpeek's `error.type`. */
  type: string;
  message: string;
  details?: Record<string, unknown> | undefined;
  fields?: readonly FieldFault[] | undefined;
  /** What Clerk would have said, where Clerk is the one who refuses. */
  clerk?: ClerkRefusal | undefined;
  headers?: Record<string, string> | undefined;
}

export interface ClerkRefusal {
  status: number;
  code: string;
  meta?: Record<string, unknown> | undefined;
}

/** A refusal as it goes out. */
export interface WireRefusal {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

const TYPES: Record<number, string> = {
  400: 'BadRequestError',
  401: 'UnauthorizedError',
  402: 'QuotaExceededError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  405: 'MethodNotAllowedError',
  408: 'TimeoutError',
  409: 'AlreadyExistsError',
  422: 'ValidationError',
  429: 'TooManyRequestsError',
  503: 'InferenceServiceUnavailableError',
};

/** Mixpeek's `error.type` for a status. */
export function typeOf(status: number): string {
  return TYPES[status] ?? (status < 500 ? 'BadRequestError' : 'InternalServerError');
}

const CLERK_CODES: Record<number, string> = {
  401: 'authentication_invalid',
  402: 'insufficient_seats',
  403: 'missing_organization_permission',
  404: 'resource_not_found',
  422: 'form_param_value_invalid',
  429: 'too_many_requests',
};

/** The code Clerk has for a status, where the status alone decides. */
export function clerkCodeOf(status: number): string {
  return CLERK_CODES[status] ?? (status < 500 ? 'form_param_value_invalid' : 'internal_clerk_error');
}

/** What the store's rules look like from outside. Statuses that no document states are those of the nearest kind. */
const RULES: Partial<Record<UsersErrorCode, { status: number; type?: string; clerk: ClerkRefusal }>> = {
  not_found: { status: 404, clerk: { status: 404, code: 'organization_not_found_or_unauthorized' } },
  not_enabled: {
    status: 403,
    type: 'NotEnabledError',
    clerk: { status: 403, code: 'organization_not_enabled_in_instance' },
  },
  member_not_found: { status: 404, clerk: { status: 404, code: 'resource_not_found' } },
  invitation_not_found: { status: 404, clerk: { status: 404, code: 'organization_invitation_not_found' } },
  invitation_not_pending: { status: 404, clerk: { status: 404, code: 'organization_invitation_not_pending' } },
  already_member: { status: 409, clerk: { status: 400, code: 'already_a_member_in_organization' } },
  already_invited: { status: 409, clerk: { status: 400, code: 'organization_invitation_not_unique' } },
  last_admin: { status: 400, clerk: { status: 400, code: 'organization_minimum_permissions_needed' } },
  managed_elsewhere: { status: 403, clerk: { status: 409, code: 'organization_membership_managed_by_scim' } },
  limit_reached: {
    status: 403,
    type: 'QuotaExceededError',
    clerk: { status: 403, code: 'organization_membership_quota_exceeded' },
  },
  invalid_email: {
    status: 422,
    clerk: { status: 422, code: 'form_param_format_invalid', meta: { param_name: 'email_address' } },
  },
  // The only input the store finds fault with by itself is the role.
  invalid_input: { status: 422, clerk: { status: 404, code: 'resource_not_found', meta: { param_name: 'role' } } },
};

/** A refusal of the store, before it is worded. */
export function refusalOf(error: UsersError, route: Route, state: AppState): Refusal {
  const rule = RULES[error.code];
  if (!rule) throw error;
  const { status, type = typeOf(status), clerk } = rule;
  return { status, type, message: error.message, clerk, ...particulars(error, route, state) };
}

function particulars(error: UsersError, route: Route, state: AppState): Pick<Refusal, 'details' | 'fields'> {
  const { appId, userId, invitationId } = route;
  switch (error.code) {
    case 'not_found':
      return { details: { resource: 'app', id: appId } };
    case 'member_not_found':
      return { details: { resource: 'user', id: userId } };
    case 'invitation_not_found':
    case 'invitation_not_pending':
      return { details: { resource: 'invitation', id: invitationId } };
    case 'limit_reached':
      return { details: { resource: 'members', current: seatsOf(state), limit: error.limit, tier: 'enterprise' } };
    case 'invalid_email':
      return { fields: [{ type: 'value_error', location: ['body', 'email_address'], message: error.message }] };
    case 'invalid_input':
      return { fields: [{ type: 'value_error', location: ['body', 'role'], message: error.message }] };
    default:
      return {};
  }
}

/** Members and pending invitations together: both count against the limit. */
function seatsOf({ members, invitations }: AppState): number {
  return members.length + invitations.filter((row) => row.status === 'pending').length;
}

/**
 * Words a refusal. In Clerk's style only what Clerk itself refuses is Clerk's; the rest (routes, bodies that are no
 * JSON) comes from Mixpeek in front of it, in Mixpeek's envelope.
 */
export function wordRefusal(refusal: Refusal, style: ErrorStyle, clerkCodes: boolean): WireRefusal {
  const { status, type, message, fields, clerk, headers = {} } = refusal;
  if (style === 'clerk' && clerk) return { status: clerk.status, body: clerkBody(message, clerk), headers };
  if (style === 'fastapi') {
    const detail = fields?.map((field) => ({ loc: field.location, msg: field.message, type: field.type })) ?? message;
    return { status, body: { detail }, headers };
  }
  const details = {
    ...refusal.details,
    ...(fields && { validation_errors: fields }),
    ...(clerkCodes && clerk && clerkBody(message, clerk)),
  };
  const error = { message, type, details: Object.keys(details).length > 0 ? details : null };
  return { status, body: { success: false, status, error }, headers };
}

function clerkBody(message: string, { code, meta = {} }: ClerkRefusal): Record<string, unknown> {
  return {
    errors: [{ code, message: code.replaceAll('_', ' '), long_message: message, meta }],
    clerk_trace_id: 'f00dfacef00dfacef00dfacef00dface',
  };
}
