import { UsersError } from '../model/errors.js';
import type { FakeOperation } from './contract.js';
import type { Fault } from './faults.js';
import type { ErrorStyle } from './refusals.js';

/**
 * How a remove or revoke that succeeded is answered; the contract leaves it open. `200-html` plays a page that comes in
 * the answer's place: whoever asked cannot know what became of it.
 */
export type SuccessStyle = '204' | '200-empty' | '200-message' | '200-html' | '200-resource';

/** How the fake Mixpeek behaves. All of it can be changed while it runs, with `configure`. */
export interface FakeMixpeekOptions {
  /**
   * The key that `Authorization: Bearer <key>` must carry, else 401. Default: none, which plays the Canvas proxy, that
   * adds the key itself.
   */
  apiKey?: string | null | undefined;
  /**
   * What `X-Namespace` must say, else 403: the key is good, but not for this. Default: not checked, for the documents
   * disagree on whether it is needed.
   */
  namespace?: string | null | undefined;
  /** How long each answer takes, in milliseconds; it is carried out at the end. Default: 0. */
  latencyMs?: number | undefined;
  /** How long lists go on showing the state before a write, in milliseconds of the real clock. Default: 0. */
  lagMs?: number | undefined;
  /** How refusals are worded. Default: `mixpeek`. */
  errorStyle?: ErrorStyle | undefined;
  /** Whether Clerk's error survives in the `details` of Mixpeek's envelope. Default: true. */
  clerkCodes?: boolean | undefined;
  /** What goes wrong. Setting it anew starts every count anew. Default: nothing. */
  faults?: readonly Fault[] | undefined;
  /** Default: `204`. */
  successStyle?: SuccessStyle | undefined;
  /** The status of an invitation sent; the contract has both. Default: 200. */
  inviteStatus?: 200 | 201 | undefined;
  /** Whether a change of the auth mode stays a draft until `publish: true`. Default: true, as the contract says. */
  drafts?: boolean | undefined;
  /** Alters the JSON of an answer that succeeded, before it is sent: for unreadable, empty or repeated rows. */
  tamper?: ((operation: FakeOperation, body: unknown) => unknown) | undefined;
  /** The clock that stamps new rows. Default: the real one. */
  now?: (() => Date) | undefined;
  /** Makes the `x-request-id` of each answer. Default: `req_1`, `req_2`, … */
  requestId?: (() => string) | undefined;
}

/**
 * Refuses options that would only show as a strange answer much later.
 *
 * @throws UsersError `invalid_input`.
 */
export function checkOptions({ latencyMs = 0, lagMs = 0, faults = [] }: FakeMixpeekOptions): void {
  for (const [name, ms] of Object.entries({ latencyMs, lagMs })) {
    if (!(ms >= 0)) throw invalid(`${name} is ${ms}. Give milliseconds of 0 or more.`);
  }
  for (const fault of faults) {
    if (fault.kind === 'status' && !(Number.isInteger(fault.status) && fault.status >= 400 && fault.status <= 599)) {
      throw invalid(`a status fault has status ${fault.status}. Give one from 400 to 599.`);
    }
    if (fault.kind === 'malformed' && fault.status !== undefined && !(fault.status >= 200 && fault.status <= 599)) {
      throw invalid(`a malformed fault has status ${fault.status}. Give one from 200 to 599.`);
    }
    if (fault.kind === 'slow' && !(fault.ms >= 0)) {
      throw invalid(`a slow fault takes ${fault.ms} ms. Give milliseconds of 0 or more.`);
    }
  }
}

function invalid(what: string): UsersError {
  return new UsersError('invalid_input', `The fake Mixpeek cannot be set up: ${what}`);
}
