import { isAbortError, isUsersError, type UsersError, type UsersErrorCode } from '../model/errors.js';

/** Throws unless the condition holds. The message says what is expected of a data provider. */
export function check(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Throws unless two plain values are alike. */
export function checkSame(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [show(actual), show(expected)];
  check(is === should, `${what} should be ${should}, but is ${is}.`);
}

/** Throws unless the call rejects with a `UsersError` of this code. Answers that error. */
export async function checkRefused(
  code: UsersErrorCode,
  what: string,
  call: () => Promise<unknown>,
): Promise<UsersError> {
  const error = await rejectionOf(what, call);
  check(isUsersError(error), `${what} should reject with a UsersError (${code}), but rejected with ${show(error)}.`);
  check(error.code === code, `${what} should be refused as ${code}, but was as ${error.code}: ${error.message}`);
  check(
    error.message.length > 0,
    `${what} was refused as ${code} without a message. Say what happened, for developers.`,
  );
  return error;
}

/** Throws unless the call rejects with the abort itself. */
export async function checkAborted(what: string, call: () => Promise<unknown>): Promise<void> {
  const error = await rejectionOf(what, call);
  check(
    isAbortError(error),
    `${what} should let the abort (an AbortError) pass as it is, but rejected with ${show(error)}.`,
  );
}

async function rejectionOf(what: string, call: () => Promise<unknown>): Promise<unknown> {
  let promise: unknown;
  try {
    promise = call();
  } catch (error) {
    throw new Error(`${what} should reject, but threw before it gave a promise: ${show(error)}.`, { cause: error });
  }
  check(promise instanceof Promise, `${what} should give a promise, but gave ${show(promise)}.`);
  const outcome = await promise.then(
    (value: unknown) => ({ value }),
    (error: unknown) => ({ error }),
  );
  check(
    'error' in outcome,
    `${what} should be refused, but resolved with ${show('value' in outcome && outcome.value)}.`,
  );
  return outcome.error;
}

/** A value in few words. Fields are sorted, so that alike values read alike. */
export function show(value: unknown): string {
  if (isUsersError(value)) return `UsersError ${value.code}: ${value.message}`;
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  return JSON.stringify(value, sorted) ?? String(value);
}

function sorted(_key: string, part: unknown): unknown {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
