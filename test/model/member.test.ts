import { expect, test } from 'vitest';
import { memberDisplayName } from '../../src/model/member.js';

test.each([
  [{ name: 'Ada', email: 'ada@example.com' }, 'Ada'],
  [{ name: null, email: 'ada@example.com' }, 'ada@example.com'],
  [{ name: ' ', email: 'ada@example.com' }, 'ada@example.com'],
  [{ name: '\u202e\u0000', email: 'ada@example.com' }, 'ada@example.com'],
  [{ name: null, email: null }, 'user_1'],
  [{ name: '', email: ' ' }, 'user_1'],
  [{ name: '\u3164', email: '\u034f' }, 'user_1'],
  [{ name: null, email: null, userId: '\u202euser\u0000_1\u2069' }, 'user _1'],
  [{ name: null, email: null, userId: '\u{e0041}' }, '?'],
  [{ name: ' Ada\nLovelace ', email: null }, 'Ada Lovelace'],
])('%j is called %s', (member, name) => {
  expect(memberDisplayName({ userId: 'user_1', ...member })).toBe(name);
});
