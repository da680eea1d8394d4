import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMixpeekDataProvider } from '../../src/mixpeek/index.js';
import { make, ok } from './provider.js';
import { rejection } from './stubFetch.js';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a secret key in a browser', () => {
  const KEY = '1234567890abcdef';

  beforeEach(() => {
    vi.stubGlobal('window', {});
    vi.stubGlobal('document', {});
  });

  test.each([
    ['authorization', `Bearer sk_${KEY}`],
    ['Authorization', `Bearer sk_live_${KEY}`],
    ['Authorization', `sk_test_${KEY}`],
    ['Authorization', `Bearer mxp_sk_${KEY}`],
    ['x-api-key', `sk_${KEY}`],
    ['X-Mixpeek-Key', `mxp_sk_${KEY}`],
    ['x-auth', `key=sk_${KEY}`],
  ])('%s: %s is refused at once, without repeating it', async (name, value) => {
    const attempt = () => createMixpeekDataProvider({ headers: { [name]: value } });
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'invalid_input', message: expect.stringContaining('/server') }),
    );
    expect(attempt).toThrow(expect.objectContaining({ message: expect.not.stringContaining(KEY) }));

    const { provider, sent } = make(ok, { headers: () => ({ [name]: value }) });
    const error = await rejection(provider.listMembers({ appId: 'a' }));
    expect(error).toMatchObject({ code: 'invalid_input', message: expect.not.stringContaining(KEY) });
    expect(sent).toEqual([]);
  });

  test.each([
    'Bearer eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1c2VyXzEifQ.abc_sk_def-_sk_x',
    'Bearer pk_live_123',
    'desk_lamp task_1',
  ])('a session token such as %s is none', (authorization) => {
    expect(createMixpeekDataProvider({ headers: { authorization } }).name).toBe('mixpeek');
  });

  test('a header that cannot be sent is not repeated either', () => {
    const attempt = () => createMixpeekDataProvider({ headers: { authorization: `Bearer ${KEY}\nx: y` } });
    // The platform's own error would hold the value.
    expect(attempt).toThrow(expect.not.objectContaining({ cause: expect.anything() }));
    expect(attempt).toThrow(expect.objectContaining({ message: expect.not.stringContaining(KEY) }));
  });

  test("on a server the key is the developer's own affair", async () => {
    vi.unstubAllGlobals();
    const { provider, sent } = make(ok, { headers: { authorization: `Bearer sk_${KEY}` } });
    await provider.listMembers({ appId: 'a' });
    expect(sent[0]?.headers.get('authorization')).toBe(`Bearer sk_${KEY}`);
  });
});
