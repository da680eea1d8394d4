import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { parseInvitation, parseInvitationList, parseMember, parseMemberList } from '../../src/mixpeek/wireRows.js';
import { aMemberRow, anInvitationRow } from './stubFetch.js';

const ADA = {
  userId: 'user_1',
  membershipId: 'mem_1',
  email: 'ada@example.com',
  name: 'Ada Lovelace',
  avatarUrl: 'https://img.example.com/ada.png',
  role: 'org:admin',
  joinedAt: '2026-03-15T10:30:00Z',
};

describe('member list', () => {
  test('a row of the contract becomes a member, unknown fields left out', () => {
    const body = { users: [aMemberRow({ secret: 'x' })], total: 1, page: 1 };
    expect(parseMemberList(body)).toEqual({ members: [ADA], total: 1, nextCursor: null, unreadable: 0 });
  });

  test.each([
    ['absent', undefined],
    ['null', null],
    ['a number', 5],
    ['empty', ''],
    ['spaces', '   '],
    ['an object', {}],
  ])('an optional field that is %s is null, and the row stays', (_, value) => {
    const row = aMemberRow({ email: value, name: value, avatar_url: value, joined_at: value });
    expect(parseMemberList({ users: [row], total: 1 })).toMatchObject({
      members: [{ userId: 'user_1', email: null, name: null, avatarUrl: null, joinedAt: null }],
      unreadable: 0,
    });
  });

  test.each(['user_id', 'membership_id', 'role'])('a row without %s is counted, and the others stay', (field) => {
    for (const value of [undefined, null, '', ' ', 5, {}]) {
      const users = [
        aMemberRow({ user_id: 'user_0' }),
        aMemberRow({ [field]: value }),
        aMemberRow({ user_id: 'user_2' }),
      ];
      const page = parseMemberList({ users, total: 3 });
      expect(page.members.map((member) => member.userId)).toEqual(['user_0', 'user_2']);
      expect(page).toMatchObject({ unreadable: 1, total: 3 });
    }
  });

  test('of two rows for one person the first stays, and the total counts people', () => {
    const users = [aMemberRow(), aMemberRow({ role: 'org:member' }), aMemberRow({ user_id: 'user_2' })];
    const page = parseMemberList({ users, total: 12 });
    expect(page.members.map(({ userId, role }) => [userId, role])).toEqual([
      ['user_1', 'org:admin'],
      ['user_2', 'org:admin'],
    ]);
    expect(page.total).toBe(11);
  });

  test.each([
    ['says more than came', 40, 40],
    ['is missing', undefined, 2],
    ['is null', null, 2],
    ['is text', '40', 2],
    ['is negative', -1, 2],
    ['is broken', 2.5, 2],
    ['says less than came', 1, 2],
  ])('a total that %s', (_, total, expected) => {
    expect(parseMemberList({ users: [aMemberRow(), null], total }).total).toBe(expected);
  });

  test.each([
    ['2026-03-15T10:30:00Z', '2026-03-15T10:30:00Z'],
    ['2026-03-15T10:30:00.123456+00:00', '2026-03-15T10:30:00.123456+00:00'],
    ['2026-03-15T10:30:00', '2026-03-15T10:30:00Z'],
    ['2026-03-15 10:30:00', '2026-03-15T10:30:00Z'],
    ['2026-03-15', '2026-03-15'],
    ['yesterday', null],
    ['15/03/2026', null],
    [1_773_570_600_000, null],
  ])('the date %s is read as %s', (joined_at, joinedAt) => {
    expect(parseMemberList({ users: [aMemberRow({ joined_at })], total: 1 }).members[0]?.joinedAt).toBe(joinedAt);
  });

  test.each([
    [undefined, 'the body'],
    [null, 'the body'],
    ['ok', 'the body'],
    [[], 'the body'],
    [{}, 'users'],
    [{ users: {} }, 'users'],
    [{ users: null, total: 0 }, 'users'],
  ])('the envelope %j is refused, naming %s', (body, where) => {
    expect(() => parseMemberList(body, { status: 200, requestId: 'req_1' })).toThrow(
      expect.objectContaining({
        code: 'invalid_response',
        message: expect.stringContaining(`: ${where} is missing, blank or of another type.`),
        status: 200,
        requestId: 'req_1',
      }),
    );
  });

  test('any JSON as a row never breaks the others', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 8 }), fc.nat(8), (rows, at) => {
        const users: unknown[] = [...rows];
        users.splice(at, 0, aMemberRow());
        const page = parseMemberList({ users, total: users.length });
        expect(page.members).toContainEqual(ADA);
        expect(page.members.length + page.unreadable).toBeLessThanOrEqual(page.total);
      }),
    );
  });

  test('ten thousand rows are all there, in order', () => {
    const users = Array.from({ length: 10_000 }, (_, index) => aMemberRow({ user_id: `user_${index}` }));
    const { members, total } = parseMemberList({ users, total: 10_000 });
    expect([members.length, total, members[9999]?.userId]).toEqual([10_000, 10_000, 'user_9999']);
  });
});

describe('invitation list', () => {
  test('a row of the contract becomes an invitation', () => {
    expect(parseInvitationList({ invitations: [anInvitationRow()], total: 1 })).toEqual({
      invitations: [
        {
          invitationId: 'inv_1',
          email: 'bob@example.com',
          role: 'org:member',
          status: 'pending',
          createdAt: '2026-04-01T08:00:00Z',
        },
      ],
      total: 1,
      nextCursor: null,
      unreadable: 0,
    });
  });

  test('what is no longer pending is left out of rows and total; a status nobody knows stays', () => {
    const statuses = ['pending', 'accepted', 'revoked', 'expired', 'Revoked', 'bounced'];
    const invitations = statuses.map((status) => anInvitationRow({ invitation_id: status, status }));
    const page = parseInvitationList({ invitations, total: 6 });
    expect(page.invitations.map(({ status }) => status)).toEqual(['pending', 'bounced']);
    expect(page.total).toBe(2);
  });

  test.each(['invitation_id', 'email_address', 'role', 'status'])('a row without %s is counted', (field) => {
    const invitations = [anInvitationRow({ [field]: null }), anInvitationRow({ invitation_id: 'inv_2' })];
    expect(parseInvitationList({ invitations, total: 2 })).toMatchObject({
      invitations: [{ invitationId: 'inv_2' }],
      unreadable: 1,
      total: 2,
    });
  });

  test('a repeated invitation is one', () => {
    const page = parseInvitationList({ invitations: [anInvitationRow(), anInvitationRow()], total: 2 });
    expect([page.invitations.length, page.total]).toEqual([1, 1]);
  });
});

describe('single rows', () => {
  test('are read as in the lists', () => {
    expect(parseMember(aMemberRow())).toEqual(ADA);
    expect(parseInvitation(anInvitationRow()).email).toBe('bob@example.com');
  });

  test.each([
    [() => parseMember(aMemberRow({ role: 5 })), ': role is missing, blank'],
    [() => parseMember(aMemberRow({ user_id: ' ' })), ': user_id is missing, blank'],
    [() => parseMember(undefined), ': the body is missing, blank'],
    [() => parseInvitation({ invitation_id: 'i' }), ': email_address is missing, blank'],
    [() => parseInvitation([]), ': the body is missing, blank'],
  ])('unreadable %#: the message names the field', (read, message) => {
    expect(read).toThrow(
      expect.objectContaining({ code: 'invalid_response', message: expect.stringContaining(message) }),
    );
  });
});
