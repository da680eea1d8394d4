/** Mixpeek's `error.type` for each status this handler answers with. */
const TYPES: Readonly<Record<number, string>> = {
  400: 'BadRequestError',
  401: 'UnauthorizedError',
  402: 'QuotaExceededError',
  403: 'ForbiddenError',
  404: 'NotFoundError',
  405: 'MethodNotAllowedError',
  408: 'TimeoutError',
  409: 'AlreadyExistsError',
  410: 'NotFoundError',
  413: 'PayloadTooLargeError',
  415: 'UnsupportedMediaTypeError',
  422: 'ValidationError',
  429: 'TooManyRequestsError',
  500: 'InternalServerError',
  502: 'BadGatewayError',
  503: 'ServiceUnavailableError',
  504: 'GatewayTimeoutError',
};

export interface RefusalOptions {
  /** @default the type that belongs to the status */
  type?: string | null | undefined;
  details?: Record<string, unknown> | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  cause?: unknown;
  /** Whether whoever runs the server must hear of it, as they do of every 5xx. */
  isOperators?: boolean | undefined;
  /** Whether what was asked may have been done all the same: there was no answer to it that can be believed. */
  isInDoubt?: boolean | undefined;
}

/** Ends a request early with an error envelope. Its message is for the caller: it holds nothing that is ours. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly options: RefusalOptions;

  constructor(status: number, message: string, options: RefusalOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.status = status;
    this.options = options;
  }
}

/** An answer before it is anybody's `Response`: not every place this runs in has that class. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** Null for an answer without a body. */
  json: string | null;
}

/** The error envelope of the contract (`ErrorEnvelope`) as an answer. */
export function refusalAnswer({ status, message, options }: Refusal): Answer {
  const type = options.type ?? TYPES[status] ?? 'InternalServerError';
  const body = { success: false, status, error: { message, type, details: options.details ?? null } };
  return jsonAnswer(status, JSON.stringify(body), options.headers);
}

/** An answer that no cache keeps and no browser takes for anything but JSON. */
export function jsonAnswer(status: number, json: string | null, more: Readonly<Record<string, string>> = {}): Answer {
  const headers: Record<string, string> = { ...more, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
  if (json !== null) headers['content-type'] = 'application/json';
  return { status, headers, json };
}

/** As a `Response`, with more headers where there are some. */
export function toResponse({ status, headers, json }: Answer, more: Readonly<Record<string, string>> | null): Response {
  return new Response(json, { status, headers: { ...headers, ...more } });
}
