import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { memberDisplayName, type Member } from '../../src/model/member.js';
import { distinguishNamesakes } from '../../src/model/namesakes.js';

const aMember = (userId: string, name: string | null, email: string | null): Member => ({
  userId,
  membershipId: `membership_${userId}`,
  name,
  email,
  avatarUrl: null,
  role: 'org:member',
  joinedAt: null,
});
const marksOf = (...members: Member[]) => Object.fromEntries(distinguishNamesakes(members));

describe('distinguishNamesakes', () => {
  it('marks nobody whose name is their own', () => {
    expect(marksOf(aMember('1', 'Ada', 'a@x.org'), aMember('2', 'Grace', 'g@x.org'), aMember('3', null, null))).toEqual(
      {},
    );
  });

  it.each([
    ['Ada Lovelace', 'Ada Lovelace'],
    ['Ada Lovelace', 'ADA LOVELACE'],
    ['Ada Lovelace', ' Ada\u2003 Love\u00adlace'],
    ['Zo\u00eb', 'Zoe\u0308'],
  ])('tells %j and %j apart by their addresses', (one, other) => {
    expect(marksOf(aMember('1', one, 'a@x.org'), aMember('2', other, 'b@x.org'))).toEqual({
      1: 'a@x.org',
      2: 'b@x.org',
    });
  });

  it('takes the account id where there is no address, or no other one', () => {
    expect(
      marksOf(
        aMember('1', 'Ada', null),
        aMember('2', 'Ada', 'a@x.org'),
        aMember('3', 'Ada', 'A@x.org'),
        aMember('4', 'Ada', 'b@x.org'),
      ),
    ).toEqual({ 1: '1', 2: '2', 3: '3', 4: 'b@x.org' });
  });

  it('tells somebody called by their address from somebody who is named like it', () => {
    expect(marksOf(aMember('1', null, 'a@x.org'), aMember('2', 'a@x.org', 'b@x.org'))).toEqual({
      1: '1',
      2: 'b@x.org',
    });
  });

  it('leaves no two alike', () => {
    const member = fc.record({
      name: fc.constantFrom('Ada', 'ada', 'a@x.org', '', null),
      email: fc.constantFrom('a@x.org', 'A@X.org', 'b@x.org', '', null),
    });
    fc.assert(
      fc.property(fc.array(member, { maxLength: 8 }), (given) => {
        const members = given.map(({ name, email }, index) => aMember(`user_${index}`, name, email));
        const marks = distinguishNamesakes(members);
        const called = members.map((one) => `${memberDisplayName(one)} ${marks.get(one.userId) ?? ''}`.toLowerCase());
        expect(new Set(called).size).toBe(members.length);
      }),
    );
  });
});
