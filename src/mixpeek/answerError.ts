import type { UsersErrorCode, UsersErrorOptions } from '../model/errors.js';
import { retryAfterOf } from './retryAfter.js';
import type { Operation } from './wire.js';
import { failureCode, isMissingRoute, readFailure, type Failure } from './wireFailure.js';

/** An answer that says no, as it came. */
export interface FailedAnswer {
  operation: Operation;
  /** Method and URL, such as `GET /api/v1/apps/app_1/users`. */
  request: string;
  /** 0 where none can be read. */
  status: number;
  requestId?: string | undefined;
  /** The parsed JSON; undefined where there was none. */
  body?: unknown;
  headers?: Headers;
  /** What came instead of JSON: from something in front of the API, or from a path that is not the API's. */
  page?: string | undefined;
  cause?: unknown;
}

/** Of what a `UsersError` is made. The class itself is with whoever asked: it is not loaded a second time. */
export type ErrorParts = [code: UsersErrorCode, message: string, options: UsersErrorOptions];

/** What a failed answer means: its code, what a developer should know, and what a person can wait for. */
export function answerError({
  operation,
  request,
  status,
  requestId,
  body,
  headers = new Headers(),
  page,
  cause,
}: FailedAnswer): ErrorParts {
  if (page) {
    const message = `${operation} was answered with ${page} instead of JSON (${request}): a sign-in page, a firewall, or a wrong option baseUrl.`;
    return ['unexpected_page', message, { status: status || undefined, requestId, cause }];
  }
  const failure = readFailure(body);
  const code = failureCode(operation, status, failure);
  const reason = [failure.type ?? failure.faults[0]?.code, failure.message].filter(Boolean).join(': ');
  const remedy = remedyFor(operation, status, request, failure);
  return [
    code,
    `${operation} failed with status ${status}${reason && ` (${reason})`}.${remedy}`,
    {
      status,
      requestId: requestId ?? failure.traceId ?? undefined,
      retryAfter: retryAfterOf(status, headers, failure.details),
      limit: code === 'limit_reached' ? limitOf(failure.details.limit) : undefined,
      fieldErrors:
        failure.fields.length > 0
          ? Object.fromEntries(failure.fields.toReversed().map(({ field, message }) => [field, message]))
          : undefined,
    },
  ];
}

/** What a developer can do about a route that is not there. */
function remedyFor(operation: Operation, status: number, request: string, failure: Failure): string {
  if (status === 405) return ' The back end does not know this method here: give its own route in the option paths.';
  const isPath = failure.details.resource === 'path';
  if ((status !== 404 && status !== 410) || (failure.source === 'vendor' && !isPath)) return '';
  return isPath || isMissingRoute(operation, failure)
    ? ` This route does not exist: ${request}. Set the option baseUrl, or the route in the option paths.`
    : ` The app does not exist, or the route ${request} does not: then set the option baseUrl or paths.`;
}

function limitOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;
}
