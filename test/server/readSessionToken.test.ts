import { expect, test } from 'vitest';
import { readSessionToken } from '../../src/server/readSessionToken.js';
import { ask } from './harness.js';

test('a token is read up to the length that a header can have, and no further', () => {
  const longest = `a.${'b'.repeat(16_380)}.c`;
  const read = (token: string) => readSessionToken(ask({ headers: { authorization: `Bearer ${token}` } }));
  expect([longest.length, read(longest)]).toEqual([16_384, longest]);
  expect(read(`${longest}c`)).toBeNull();
  expect(readSessionToken(ask({ headers: { cookie: `__session=${longest}c` } }))).toBeNull();
});
