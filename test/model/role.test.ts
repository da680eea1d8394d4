import { expect, test } from 'vitest';
import { isAdminRole, KNOWN_ROLES } from '../../src/model/role.js';

test.each([
  ['org:admin', true],
  ['admin', true],
  ['org:member', false],
  ['basic_member', false],
  ['org:administrator', false],
  ['ORG:ADMIN', false],
  [' org:admin', false],
  ['', false],
])('"%s" manages people: %s', (role, manages) => {
  expect(isAdminRole(role)).toBe(manages);
});

test('one of the known roles manages people, one does not', () => {
  expect(KNOWN_ROLES.map(({ role }) => [role, isAdminRole(role)])).toEqual([
    ['org:admin', true],
    ['org:member', false],
  ]);
});
