import { describe, expect, test, vi } from 'vitest';
import {
  isAbortError,
  isUncertain,
  isUsersError,
  toUsersError,
  UsersError,
  type UsersErrorCode,
} from '../../src/model/errors.js';

describe('UsersError', () => {
  test('carries what is known, and is an Error', () => {
    const cause = new Error('why');
    const details = { status: 429, retryAfter: 3, limit: 5, fieldErrors: { role: 'bad' }, requestId: 'req_1' };
    const error = new UsersError('rate_limited', 'Slow down.', { ...details, cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'UsersError', code: 'rate_limited', message: 'Slow down.', cause, ...details });
  });

  test('without details has none, not even a cause', () => {
    const error = new UsersError('network', 'Lost.');
    expect([error.status, error.retryAfter, error.limit, error.fieldErrors, error.requestId]).toEqual(
      Array.from({ length: 5 }),
    );
    expect('cause' in error).toBe(false);
  });

  test('is recognised across copies of the package, where instanceof fails', async () => {
    vi.resetModules();
    const copy = await import('../../src/model/errors.js');
    const foreign = new copy.UsersError('forbidden', 'No.');
    expect(foreign).not.toBeInstanceOf(UsersError);
    expect([isUsersError(foreign), copy.isUsersError(new UsersError('forbidden', 'No.'))]).toEqual([true, true]);
    expect(toUsersError(foreign)).toBe(foreign);
  });

  test.each([null, undefined, 'UsersError', 5, {}, new Error('x'), { name: 'UsersError', code: 'network' }])(
    '%s is none',
    (value) => {
      expect(isUsersError(value)).toBe(false);
    },
  );
});

describe('anything thrown', () => {
  test.each([
    [new Error('boom'), 'boom'],
    ['boom', 'boom'],
    [undefined, 'undefined'],
    [null, 'null'],
    [{ toString: (): string => 'odd' }, 'odd'],
  ])('%s becomes a server_error that keeps it as the cause', (value, text) => {
    const error = toUsersError(value);
    expect([error.code, error.cause]).toEqual(['server_error', value]);
    expect(error.message).toContain(text);
  });

  test('a UsersError stays itself', () => {
    const error = new UsersError('timeout', 'Late.');
    expect(toUsersError(error)).toBe(error);
  });
});

describe('an abort', () => {
  test.each([
    [AbortSignal.abort().reason, true],
    [Object.assign(new Error('x'), { name: 'AbortError' }), true],
    [new DOMException('late', 'TimeoutError'), false],
    [new UsersError('timeout', 'x'), false],
    [null, false],
    ['AbortError', false],
  ])('%s: %s', (value: unknown, expected) => {
    expect(isAbortError(value)).toBe(expected);
  });
});

describe('a write that failed', () => {
  const outcomes: Record<UsersErrorCode, boolean> = {
    unauthenticated: false,
    forbidden: false,
    not_enabled: false,
    not_found: false,
    member_not_found: false,
    invitation_not_found: false,
    invitation_not_pending: false,
    already_member: false,
    already_invited: false,
    invalid_email: false,
    email_not_allowed: false,
    last_admin: false,
    limit_reached: false,
    managed_elsewhere: false,
    rate_limited: false,
    timeout: true,
    offline: false,
    network: true,
    server_error: true,
    invalid_response: true,
    unexpected_page: true,
    invalid_input: false,
  };
  test.each(Object.entries(outcomes))('with %s may have happened all the same: %s', (code, uncertain) => {
    expect(isUncertain(new UsersError(code as UsersErrorCode, 'x'))).toBe(uncertain);
  });
});
