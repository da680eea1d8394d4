import type { FakeOperation } from './contract.js';
import { clerkCodeOf, typeOf, type ErrorStyle, type Refusal } from './refusals.js';

/** Which requests a fault befalls. */
export interface FaultTarget {
  operation: FakeOperation | '*';
  /** How often. Default: every time. */
  times?: number | undefined;
  /** Only requests whose path or body contains this text. */
  match?: string | undefined;
}

/** The request is refused, and not carried out. */
export interface StatusFault extends FaultTarget {
  kind: 'status';
  /** An HTTP status of 400 or more. */
  status: number;
  /** `Retry-After`: seconds, or an HTTP date. */
  retryAfter?: number | string | undefined;
  /** Default: the fake's own. */
  errorStyle?: ErrorStyle | undefined;
  /** Mixpeek's `error.type`. Default: that of the status. */
  type?: string | undefined;
  /** A code of Clerk's. Default: that of the status, in Clerk's style only. */
  code?: string | undefined;
  message?: string | undefined;
}

/** The connection breaks before or after the request is carried out: the promise rejects as `fetch` does. */
export interface CutFault extends FaultTarget {
  kind: 'cut-before' | 'cut-after';
}

/** The request is carried out, and its answer is replaced by something that is not the contract. */
export interface MalformedFault extends FaultTarget {
  kind: 'malformed';
  body: 'html' | 'empty' | 'null' | 'broken-json' | 'error-envelope';
  /** Default: 200. */
  status?: number | undefined;
}

/** The answer takes its time. */
export interface SlowFault extends FaultTarget {
  kind: 'slow';
  /** Milliseconds. */
  ms: number;
  /** Whether the request is carried out before the time passes, or after. Default: `after`. */
  carriedOut?: 'before' | 'after' | undefined;
}

/** Something that goes wrong. Of several faults for one request, the first in the list happens. */
export type Fault = StatusFault | CutFault | MalformedFault | SlowFault;

/** A list of faults that counts how often each has happened; the faults themselves stay as they are. */
export interface FaultPlan {
  /** The fault that befalls this request, counted; undefined when none does. */
  take(operation: FakeOperation, path: string, body: string): Fault | undefined;
}

export function createFaultPlan(faults: readonly Fault[]): FaultPlan {
  const left = faults.map((fault) => ({ fault, times: fault.times ?? Infinity }));
  return {
    take(operation, path, body) {
      const found = left.find(
        ({ fault, times }) =>
          times > 0 &&
          (fault.operation === '*' || fault.operation === operation) &&
          (fault.match === undefined || path.includes(fault.match) || body.includes(fault.match)),
      );
      if (found) found.times -= 1;
      return found?.fault;
    },
  };
}

/** What a broken connection rejects with: a `TypeError` like that of `fetch`. */
export class NetworkCut extends TypeError {
  constructor() {
    super('Failed to fetch');
  }
}

/** A status fault, before it is worded. */
export function refusalOfFault(fault: StatusFault, style: ErrorStyle): Refusal {
  const { status, retryAfter, type = typeOf(status), message = `The fake was told to answer ${status}.` } = fault;
  const code = fault.code ?? (style === 'clerk' ? clerkCodeOf(status) : undefined);
  const seconds = status === 429 && typeof retryAfter === 'number' ? { retry_after: retryAfter } : undefined;
  return {
    status,
    type,
    message,
    details: seconds,
    clerk: code === undefined ? undefined : { status, code },
    headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  };
}

/** The answer of a malformed fault. */
export function malformedAnswer({ body, status = 200 }: MalformedFault): Response {
  const empty = status === 204 || status === 205 || status === 304;
  const { type, text } = MALFORMED[body];
  return new Response(empty ? null : text, { status, headers: empty ? {} : { 'content-type': type } });
}

const MALFORMED: Record<MalformedFault['body'], { type: string; text: string }> = {
  html: { type: 'text/html', text: '<!doctype html><title>Gateway</title><h1>Something is between us</h1>' },
  empty: { type: 'application/json', text: '' },
  null: { type: 'application/json', text: 'null' },
  'broken-json': { type: 'application/json', text: '{"users": [{"user_id": "user_' },
  'error-envelope': {
    type: 'application/json',
    text: JSON.stringify({
      success: false,
      status: 500,
      error: { message: 'Failed, under a status that says otherwise', type: 'InternalServerError', details: null },
    }),
  },
};
