import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isSessionInOrder, type SessionRules } from '../../src/server/isSessionInOrder.js';
import { ISSUER, ORIGIN } from './clerkSessions.js';

const AT = 1_777_636_800;
const rules: SessionRules = { parties: new Set([ORIGIN]), issuer: ISSUER, clockSkewMs: 5000 };
const honest = { azp: ORIGIN, iss: ISSUER, exp: AT + 60, nbf: AT - 10, iat: AT };

beforeEach(() => {
  vi.useFakeTimers({ now: AT * 1000, toFake: ['Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what the library has verified is judged once more, for its releases differ', () => {
  test.each<[boolean, string, Record<string, unknown>]>([
    [true, 'an honest session', {}],
    [true, 'one without nbf and iat', { nbf: undefined, iat: undefined }],
    [false, 'one of another party', { azp: 'https://evil.example' }],
    [false, 'one of no party', { azp: undefined }],
    [false, 'one of a list of parties', { azp: [ORIGIN] }],
    [false, 'one of another issuer', { iss: 'https://clerk.evil.example' }],
    [false, 'one of no issuer', { iss: undefined }],
    [true, 'one that ended within the skew', { exp: AT - 4 }],
    [false, 'one that is over', { exp: AT - 5 }],
    [false, 'one without an end', { exp: undefined }],
    [false, 'one whose end is text', { exp: String(AT + 60) }],
    [true, 'one that begins within the skew', { nbf: AT + 5 }],
    [false, 'one that is not yet', { nbf: AT + 6 }],
    [false, 'one whose beginning is text', { nbf: String(AT - 10) }],
    [false, 'one from the future', { iat: AT + 6 }],
  ])('%s: %s', (expected, _, claims) => {
    expect(isSessionInOrder({}, { ...honest, ...claims }, rules)).toBe(expected);
  });

  test('where no issuer is named, any will do', () => {
    expect(isSessionInOrder({}, { ...honest, iss: undefined }, { ...rules, issuer: undefined })).toBe(true);
  });

  test('without a skew a session is over at its end', () => {
    const exact = { ...rules, clockSkewMs: 0 };
    expect(isSessionInOrder({}, { ...honest, exp: AT }, exact)).toBe(false);
    expect(isSessionInOrder({}, { ...honest, exp: AT + 1 }, exact)).toBe(true);
  });
});

test.each<[boolean, string, unknown]>([
  [true, 'none', undefined],
  [true, 'a session', 'cl_B7d4PD111AAA'],
  [true, 'one of an instance that tells none apart', 'cl_I7d4PD111III'],
  [false, 'a template', 'cl_B7d4PD222AAA'],
  [false, 'a machine', 'cl_B7d4PD333AAA'],
  [false, 'one nobody knows', 'cl_new'],
  [false, 'null', null],
])('%s for a token of the category %s', (expected, _, cat) => {
  expect(isSessionInOrder({ cat }, honest, rules)).toBe(expected);
});
