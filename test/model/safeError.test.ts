import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { safeError } from '../../src/model/safeError.js';

const SECRET = 'TopSecretKey1234567890';
const clean = (error: unknown) => safeError(error, [SECRET]);

describe('an error that is logged holds no secret', () => {
  test.each<[string, unknown]>([
    ['in its words', new TypeError(`fetch failed: Bearer ${SECRET}`)],
    ['in those of its cause', new Error('x', { cause: new Error('y', { cause: `z ${SECRET}` }) })],
    ['in what hangs on it', Object.assign(new Error('x'), { config: { headers: { authorization: SECRET } } })],
    ['in its code', Object.assign(new Error('x'), { code: SECRET })],
    ['in its name', Object.assign(new Error('x'), { name: `Error of ${SECRET}` })],
    ['in the first of several', new AggregateError([new Error(SECRET)], 'x')],
    ['where a text was thrown', `no ${SECRET}`],
    ['where an object was thrown', { message: SECRET, headers: { cookie: SECRET } }],
    ['where it looks like a key that is not ours', new Error('Bearer abc and mxp_sk_another1234')],
  ])('%s', (_, error) => {
    const { stack } = clean(error);
    const shown = inspect(clean(error), { depth: 10, showHidden: true });
    expect(shown + String(stack)).not.toMatch(/TopSecret|another1234|Bearer abc/);
  });
});

test('and still says what it was, where, and why', () => {
  const cause = Object.assign(new Error(''), { code: 'ECONNREFUSED' });
  const error = new TypeError('fetch failed', { cause: new AggregateError([cause], 'all of them') });
  const safe = clean(error);
  expect(safe).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
  expect(safe.stack?.split('\n')[1]).toBe(error.stack?.split('\n')[1]);
  expect(safe.cause).toMatchObject({ message: 'all of them', cause: { code: 'ECONNREFUSED' } });
});

test.each([undefined, null, 7, Object.create(null), Symbol('x')])('anything thrown has words: %s', (thrown) => {
  expect(clean(thrown).message).not.toBe('');
});

test('a cause of itself comes to an end', () => {
  const error = new Error('x');
  error.cause = error;
  expect(inspect(clean(error), { depth: 10 }).match(/x/g)?.length).toBeLessThan(20);
});
