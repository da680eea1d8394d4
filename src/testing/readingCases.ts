import { emailKey } from '../model/emailKey.js';
import { isUsersError } from '../model/errors.js';
import type { Member } from '../model/member.js';
import { ADMIN_ROLE } from '../model/role.js';
import { check, checkRefused, checkSame } from './check.js';
import { ADA, aMember, anInvitation, baseSeed, walk, type Bench, type ContractCase } from './contractCase.js';

const crowd = Array.from({ length: 23 }, (_, index) =>
  aMember(`user_n${index}`, { name: `Nº ${index}`, ...(index % 10 === 0 && { role: ADMIN_ROLE }) }),
);
const crowdInvited = Array.from({ length: 11 }, (_, index) =>
  anInvitation(`orginv_n${index}`, `guest${index}@example.com`),
);

// The ids that every part of the kit takes; others may be refused.
const PLAIN_APP = 'App_1:eu.west-2';
const PLAIN_USER = 'oidc:User-2.b_3';
const PLAIN_INVITATION = 'inv:Nina-4.c_5';

export const readingCases: readonly ContractCase[] = [
  {
    title: 'has a name, and a paging the kit knows',
    async run({ provider }) {
      check(typeof provider.name === 'string' && provider.name !== '', 'name should be a text that is not empty.');
      check(['whole', 'cursor'].includes(provider.paging), `paging should be whole or cursor, not ${provider.paging}.`);
    },
  },
  {
    title: 'lists every member as it is, unknown values null, in model types',
    async run({ members }) {
      const found = await members();
      const seeded = baseSeed().members ?? [];
      checkSame(found.map(comparable).toSorted(byId), seeded.map(comparable).toSorted(byId), 'the list of members');
    },
  },
  {
    title: 'lists a member without name and address, with null in their place',
    seed: baseSeed({
      members: [aMember(ADA, { role: ADMIN_ROLE }), aMember('user_x', { email: null, joinedAt: null })],
    }),
    async run({ members }) {
      const found = (await members()).find((member) => member.userId === 'user_x');
      const { email, name, joinedAt } = found ?? {};
      checkSame({ email, name, joinedAt }, { email: null, name: null, joinedAt: null }, 'what is known of the member');
    },
  },
  {
    title: 'keeps a role it does not know as it is',
    seed: baseSeed({ members: [aMember(ADA, { role: ADMIN_ROLE }), aMember('user_x', { role: 'org:auditor' })] }),
    async run({ members }) {
      const found = (await members()).find((member) => member.userId === 'user_x');
      checkSame(found?.role, 'org:auditor', 'the unknown role');
    },
  },
  {
    title: 'lists pending invitations only',
    seed: baseSeed({
      invitations: [
        anInvitation('orginv_a', 'a@example.com', { status: 'accepted' }),
        anInvitation('orginv_b', 'b@example.com', { role: ADMIN_ROLE }),
        anInvitation('orginv_c', 'c@example.com', { status: 'revoked' }),
        anInvitation('orginv_d', 'd@example.com', { status: 'expired' }),
      ],
    }),
    async run({ invitations }) {
      const found = (await invitations()).map(({ invitationId, email, role, status, createdAt }) => ({
        invitationId,
        email,
        role,
        status,
        createdAt: createdAt && Date.parse(createdAt),
      }));
      const { createdAt, ...seeded } = anInvitation('orginv_b', 'b@example.com', { role: ADMIN_ROLE });
      checkSame(found, [{ ...seeded, createdAt: Date.parse(createdAt ?? '') }], 'the list of invitations');
    },
  },
  {
    title: 'counts all rows in total, and no row as unreadable',
    seed: baseSeed({ members: crowd, invitations: crowdInvited }),
    async run({ provider, appId }) {
      const [members, invitations] = await Promise.all([
        provider.listMembers({ appId, limit: 5 }),
        provider.listInvitations({ appId, limit: 5 }),
      ]);
      checkSame(
        [members.total, invitations.total],
        [crowd.length, crowdInvited.length],
        'members and invitations in total',
      );
      checkSame([members.unreadable, invitations.unreadable], [0, 0], 'unreadable members and invitations');
    },
  },
  {
    title: 'gives every member and invitation exactly once, on one page or over many',
    seed: baseSeed({ members: crowd, invitations: crowdInvited }),
    async run({ provider, appId }) {
      const limit = 4;
      const members = await walk((cursor) =>
        provider.listMembers({ appId, limit, ...(cursor !== null && { cursor }) }),
      );
      const invitations = await walk((cursor) =>
        provider.listInvitations({ appId, limit, ...(cursor !== null && { cursor }) }),
      );
      checkPaging(
        provider.paging,
        limit,
        members.map((page) => page.members.length),
      );
      checkPaging(
        provider.paging,
        limit,
        invitations.map((page) => page.invitations.length),
      );
      const ids = members.flatMap((page) => page.members.map((row) => row.userId)).toSorted();
      checkSame(ids, crowd.map((row) => row.userId).toSorted(), 'the members of all pages');
      const invited = invitations.flatMap((page) => page.invitations.map((row) => row.invitationId)).toSorted();
      checkSame(invited, crowdInvited.map((row) => row.invitationId).toSorted(), 'the invitations of all pages');
    },
  },
  {
    title: 'finds members by words of name or address, without case and accents, where paging is cursor',
    run: (bench) =>
      whereCursor(bench, async ({ provider, appId }) => {
        const expected: [query: string, found: string[]][] = [
          ['LOVELACE', [ADA]],
          ['angstrom chloe', ['user_chloe']],
          ['bo@example', ['user_bo']],
          ['lindstrom example', ['user_bo']],
          ['ada chloé', []],
        ];
        for (const [query, ids] of expected) {
          const page = await provider.listMembers({ appId, query });
          checkSame(
            [page.members.map((row) => row.userId), page.total],
            [ids, ids.length],
            `the search for "${query}"`,
          );
        }
      }),
  },
  {
    title: 'filters by role, and counts matches in total, where paging is cursor',
    seed: baseSeed({ members: crowd }),
    run: (bench) =>
      whereCursor(bench, async ({ provider, appId }) => {
        const pages = await walk((cursor) =>
          provider.listMembers({ appId, role: ADMIN_ROLE, limit: 2, ...(cursor !== null && { cursor }) }),
        );
        const ids = pages.flatMap((page) => page.members.map((row) => row.userId));
        checkSame(ids.toSorted(), ['user_n0', 'user_n10', 'user_n20'], 'the admins');
        checkSame(
          pages.map((page) => page.total),
          pages.map(() => 3),
          'the total of each page',
        );
      }),
  },
  {
    title: 'answers an empty list for an app without invitations',
    seed: baseSeed({ invitations: [] }),
    async run({ provider, appId }) {
      const page = await provider.listInvitations({ appId });
      checkSame([page.invitations, page.total, page.nextCursor], [[], 0, null], 'the empty list');
    },
  },
  {
    title: 'reaches ids with letters of both cases, digits, "_", ":", "." and "-"',
    seed: baseSeed({
      appId: PLAIN_APP,
      members: [aMember(ADA, { role: ADMIN_ROLE }), aMember(PLAIN_USER, { email: 'plain@example.com' })],
      invitations: [anInvitation(PLAIN_INVITATION, 'nina@example.com')],
    }),
    async run({ provider, appId, members, invitations, eventually }) {
      checkSame((await members()).length, 2, 'the members listed');
      const changed = await provider.updateMemberRole({ appId, userId: PLAIN_USER, role: ADMIN_ROLE });
      checkSame([changed.userId, changed.role], [PLAIN_USER, ADMIN_ROLE], 'the member changed');
      await provider.removeMember({ appId, userId: PLAIN_USER });
      await provider.revokeInvitation({ appId, invitationId: PLAIN_INVITATION });
      await eventually(async () => {
        checkSame(await idsOf(members), [ADA], 'the members left');
        checkSame(await invitations(), [], 'the invitations left');
      });
    },
  },
  ...['user/ä b?c#d+e', 'user_bo/role', 'user_bo#x', 'user_bo?x', 'user_bo;x', 'user_%62o', '../user_bo'].map(
    (oddId): ContractCase => ({
      title: `takes the id ${JSON.stringify(oddId)} for no other, whether it reaches it or refuses it`,
      seed: baseSeed({
        members: [
          aMember(ADA, { role: ADMIN_ROLE }),
          aMember('user_bo'),
          aMember(oddId, { membershipId: 'orgmem_odd', email: 'odd@example.com' }),
        ],
      }),
      async run({ provider, appId, members, eventually }) {
        const outcome = await provider.removeMember({ appId, userId: oddId }).then(
          () => null,
          (error: unknown) => error,
        );
        checkSame(outcome === null || isUsersError(outcome), true, 'removed, or refused by a UsersError');
        const left = outcome === null ? [ADA, 'user_bo'] : [ADA, 'user_bo', oddId];
        await eventually(async () => checkSame(await idsOf(members), left.toSorted(), 'the members left'));
      },
    }),
  ),
  {
    title: 'tells not_found for an app there is not, whatever is asked',
    run: ({ provider, appId }) => everyCallRefused(provider, `${appId}_elsewhere`, 'not_found'),
  },
  {
    title: 'tells not_enabled while user management is off, whatever is asked',
    seed: baseSeed({ mode: 'public' }),
    run: ({ provider, appId }) => everyCallRefused(provider, appId, 'not_enabled'),
  },
];

async function idsOf(members: Bench['members']): Promise<string[]> {
  return (await members()).map((row) => row.userId).toSorted();
}

async function everyCallRefused(
  provider: Bench['provider'],
  appId: string,
  code: 'not_found' | 'not_enabled',
): Promise<void> {
  const role = ADMIN_ROLE;
  await checkRefused(code, 'listMembers', () => provider.listMembers({ appId }));
  await checkRefused(code, 'listInvitations', () => provider.listInvitations({ appId }));
  await checkRefused(code, 'inviteMember', () => provider.inviteMember({ appId, email: 'new@example.com', role }));
  await checkRefused(code, 'updateMemberRole', () => provider.updateMemberRole({ appId, userId: 'user_bo', role }));
  await checkRefused(code, 'removeMember', () => provider.removeMember({ appId, userId: 'user_bo' }));
  await checkRefused(code, 'revokeInvitation', () => provider.revokeInvitation({ appId, invitationId: 'orginv_nina' }));
}

async function whereCursor(bench: Bench, run: (bench: Bench) => Promise<void>): Promise<void> {
  if (bench.provider.paging === 'cursor') await run(bench);
}

function checkPaging(paging: 'whole' | 'cursor', limit: number, lengths: number[]): void {
  if (paging === 'whole') return checkSame(lengths.length, 1, 'the number of pages where paging is whole');
  check(
    lengths.length > 1 && lengths.every((length) => length <= limit),
    `No page should hold more than ${limit} rows.`,
  );
}

/** The fields every back end has; the address without case, the date as an instant. */
function comparable({ userId, membershipId, email, name, avatarUrl, role, joinedAt }: Member): Record<string, unknown> {
  const joined = joinedAt && Date.parse(joinedAt);
  return { userId, membershipId, email: email && emailKey(email), name, avatarUrl, role, joinedAt: joined };
}

function byId(a: Record<string, unknown>, b: Record<string, unknown>): number {
  return String(a.userId) < String(b.userId) ? -1 : 1;
}
