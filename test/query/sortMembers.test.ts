import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Member } from '../../src/model/member.js';
import { sortMembers, type MemberSort } from '../../src/query/sortMembers.js';
import { aMember } from './rows.js';

const order = (members: Member[], sort: MemberSort | null, locale = 'en') =>
  sortMembers(members, sort, locale).map(({ userId }) => userId);
const up = (by: MemberSort['by']): MemberSort => ({ by, descending: false });
const down = (by: MemberSort['by']): MemberSort => ({ by, descending: true });

const people = [
  aMember('10', { name: 'Person 10', role: 'org:member', joinedAt: '2026-03-01T00:00:00Z' }),
  aMember('none', { name: null, email: null, role: 'org:billing', joinedAt: null }),
  aMember('zoe', { name: 'Zoë', role: 'org:admin', joinedAt: '2025-03-01T00:00:00Z' }),
  aMember('9', { name: 'Person 9', role: 'org:member', joinedAt: '2026-02-01T00:00:00Z' }),
  aMember('mail', { name: null, email: 'bert@example.com', role: 'admin', joinedAt: '2026-03-01T00:00:00Z' }),
  aMember('blank', { name: '', email: 'carl@example.com', role: 'org:member', joinedAt: '2024-01-01T00:00:00Z' }),
];

describe('the members', () => {
  test('without a choice stand as the back end gave them', () => {
    expect(sortMembers(people, null, 'en')).toBe(people);
  });

  test.each<[string, MemberSort, string[]]>([
    ['name', up('name'), ['mail', 'blank', '9', '10', 'zoe', 'none']],
    ['name, descending', down('name'), ['zoe', '10', '9', 'blank', 'mail', 'none']],
    ['role: admins of every age first, then by slug', up('role'), ['mail', 'zoe', 'none', 'blank', '9', '10']],
    ['role, descending', down('role'), ['10', '9', 'blank', 'none', 'zoe', 'mail']],
    ['date', up('joined'), ['blank', 'zoe', '9', 'mail', '10', 'none']],
    ['date, descending', down('joined'), ['10', 'mail', '9', 'zoe', 'blank', 'none']],
  ])('by %s', (_what, sort, expected) => {
    expect(order(people, sort)).toEqual(expected);
  });

  test('are ordered as the language of the panel orders them', () => {
    const swedes = [aMember('a', { name: 'Zorn' }), aMember('b', { name: 'Ängla' }), aMember('c', { name: 'Anna' })];
    expect(order(swedes, up('name'), 'sv')).toEqual(['c', 'a', 'b']);
    expect(order(swedes, up('name'), 'de')).toEqual(['b', 'c', 'a']);
  });
});

const person = fc.record({
  name: fc.option(fc.constantFrom('', 'Ann', 'ann', 'Änn', 'Bob', '田中'), { nil: null }),
  email: fc.option(fc.constantFrom('a@example.com', 'z@example.com'), { nil: null }),
  role: fc.constantFrom('org:admin', 'org:member', 'admin', 'org:billing'),
  joinedAt: fc.option(fc.constantFrom('2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z'), { nil: null }),
});
const roster = fc
  .array(person, { maxLength: 20 })
  .map((rows) => rows.map((row, index) => aMember(`user_${index}`, row)));
const choice = fc.record({
  by: fc.constantFrom<MemberSort['by'][]>('name', 'role', 'joined'),
  descending: fc.boolean(),
});
const isMissing = (member: Member, by: MemberSort['by']) =>
  by === 'name' ? !member.name && !member.email : by === 'joined' && !member.joinedAt;

test('sorting loses nobody, invents nobody, and leaves the given list alone', () => {
  fc.assert(
    fc.property(roster, choice, (members, sort) => {
      const before = [...members];
      const sorted = sortMembers(members, sort, 'en');
      expect(members).toEqual(before);
      expect(sorted).toHaveLength(members.length);
      expect(new Set(sorted)).toEqual(new Set(members));
    }),
  );
});

test('who has no name or date comes last in either direction', () => {
  fc.assert(
    fc.property(roster, choice, (members, sort) => {
      const missing = sortMembers(members, sort, 'en').map((member) => isMissing(member, sort.by));
      expect(missing).toEqual(missing.toSorted((a, b) => Number(a) - Number(b)));
    }),
  );
});

test('those who are equal keep their order, and sorting again changes nothing', () => {
  fc.assert(
    fc.property(roster, choice, (members, sort) => {
      const twins = members.map((member) => ({
        ...member,
        name: 'Ann',
        email: null,
        role: 'org:member',
        joinedAt: null,
      }));
      expect(sortMembers(twins, sort, 'en')).toEqual(twins);
      const once = sortMembers(members, sort, 'en');
      expect(sortMembers(once, sort, 'en')).toEqual(once);
    }),
  );
});
