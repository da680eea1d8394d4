import { describe, expect, test } from 'vitest';
import { readRoleWord, roleWords } from '../../src/model/roleWords.js';

const labels = new Map([
  ['org:admin', 'Administrator'],
  ['org:member', 'Mitglied'],
]);
const words = roleWords(
  [{ role: 'org:admin' }, { role: 'org:member', label: 'Leser:in' }, { role: 'editor', label: 'Content  Editor' }],
  (role) => labels.get(role) ?? role,
);

describe('a role may be called', () => {
  test.each<[word: string, role: string | undefined]>([
    ['org:admin', 'org:admin'],
    ['admin', 'org:admin'],
    ['ADMIN', 'org:admin'],
    [' Administrator ', 'org:admin'],
    ['"admin"', 'org:admin'],
    ['member', 'org:member'],
    ['Leser:in', 'org:member'],
    ['mitglied', 'org:member'],
    ['editor', 'editor'],
    ['content editor', 'editor'],
    ['owner', undefined],
    ['adm', undefined],
    ['', undefined],
    ['""', undefined],
  ])('%j: %s', (word, role) => {
    expect(readRoleWord(word, words)).toBe(role);
  });
});

test('a name that two roles share stands for the first', () => {
  const shared = roleWords([{ role: 'org:admin' }, { role: 'admin' }], (role) => role);
  expect(readRoleWord('admin', shared)).toBe('org:admin');
});

test('a label that could be an address is no role', () => {
  expect([...roleWords([{ role: 'x', label: 'ada@example.com' }], (role) => role).keys()]).toEqual(['x']);
});
