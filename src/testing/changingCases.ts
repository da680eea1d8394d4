import type { UsersErrorCode } from '../model/errors.js';
import { ADMIN_ROLE, MEMBER_ROLE, type Role } from '../model/role.js';
import { checkRefused, checkSame } from './check.js';
import { ADA, aMember, baseSeed, BO, CHLOE, type Bench, type ContractCase } from './contractCase.js';
import { checkMember } from './checkPage.js';

const managedSeed = baseSeed({
  members: [
    aMember(ADA, { role: ADMIN_ROLE }),
    aMember(BO, { role: ADMIN_ROLE }),
    aMember('user_scim', { managed: true }),
  ],
});

export const changingCases: readonly ContractCase[] = [
  {
    title: 'changes a role: answers the member, and the list agrees',
    async run(bench) {
      const changed = await bench.provider.updateMemberRole({ appId: bench.appId, userId: BO, role: ADMIN_ROLE });
      checkMember(changed, 'the answer of updateMemberRole');
      checkSame([changed.userId, changed.role, changed.name], [BO, ADMIN_ROLE, 'Bo Lindström'], 'the member changed');
      await checkRoles(bench, { [ADA]: ADMIN_ROLE, [BO]: ADMIN_ROLE, [CHLOE]: MEMBER_ROLE });
    },
  },
  {
    title: 'refuses to demote the last admin, as last_admin',
    async run(bench) {
      await refusesRole(bench, 'last_admin', ADA, MEMBER_ROLE);
      await checkRoles(bench, { [ADA]: ADMIN_ROLE, [BO]: MEMBER_ROLE, [CHLOE]: MEMBER_ROLE });
    },
  },
  {
    title: 'demotes an admin while there is another, and then no more',
    async run(bench) {
      const { provider, appId } = bench;
      await provider.updateMemberRole({ appId, userId: BO, role: ADMIN_ROLE });
      await provider.updateMemberRole({ appId, userId: ADA, role: MEMBER_ROLE });
      await refusesRole(bench, 'last_admin', BO, MEMBER_ROLE);
      await checkRoles(bench, { [ADA]: MEMBER_ROLE, [BO]: ADMIN_ROLE, [CHLOE]: MEMBER_ROLE });
    },
  },
  {
    title: 'lets the last admin have the role they have',
    async run(bench) {
      const same = await bench.provider.updateMemberRole({ appId: bench.appId, userId: ADA, role: ADMIN_ROLE });
      checkSame(same.role, ADMIN_ROLE, 'the role');
    },
  },
  {
    title: 'refuses to change somebody who is no member, as member_not_found',
    run: async (bench) => void (await refusesRole(bench, 'member_not_found', 'user_nobody', ADMIN_ROLE)),
  },
  {
    title: 'refuses to give a role the app does not have, as invalid_input',
    async run(bench) {
      await refusesRole(bench, 'invalid_input', BO, 'org:emperor');
      await checkRoles(bench, { [ADA]: ADMIN_ROLE, [BO]: MEMBER_ROLE, [CHLOE]: MEMBER_ROLE });
    },
  },
  {
    title: 'refuses to change a member who is managed elsewhere, as managed_elsewhere',
    seed: managedSeed,
    async run(bench) {
      await refusesRole(bench, 'managed_elsewhere', 'user_scim', ADMIN_ROLE);
      await checkRoles(bench, { [ADA]: ADMIN_ROLE, [BO]: ADMIN_ROLE, user_scim: MEMBER_ROLE });
    },
  },
  {
    title: 'removes: answers nothing, and the list and its total agree',
    async run(bench) {
      const { provider, appId } = bench;
      const answer: unknown = await provider.removeMember({ appId, userId: BO });
      checkSame(answer, undefined, 'the answer of removeMember');
      await checkRoles(bench, { [ADA]: ADMIN_ROLE, [CHLOE]: MEMBER_ROLE });
      await bench.eventually(async () => checkSame((await provider.listMembers({ appId })).total, 2, 'the total'));
    },
  },
  {
    title: 'refuses to remove the last admin, as last_admin',
    async run(bench) {
      await refusesRemoval(bench, 'last_admin', ADA);
      await checkRoles(bench, { [ADA]: ADMIN_ROLE, [BO]: MEMBER_ROLE, [CHLOE]: MEMBER_ROLE });
    },
  },
  {
    title: 'removes an admin while there is another',
    async run(bench) {
      const { provider, appId } = bench;
      await provider.updateMemberRole({ appId, userId: BO, role: ADMIN_ROLE });
      await provider.removeMember({ appId, userId: ADA });
      await checkRoles(bench, { [BO]: ADMIN_ROLE, [CHLOE]: MEMBER_ROLE });
    },
  },
  {
    title: 'refuses to remove somebody who is no member, or no more, as member_not_found',
    async run(bench) {
      await refusesRemoval(bench, 'member_not_found', 'user_nobody');
      await bench.provider.removeMember({ appId: bench.appId, userId: BO });
      await refusesRemoval(bench, 'member_not_found', BO);
    },
  },
  {
    title: 'refuses to remove a member who is managed elsewhere, as managed_elsewhere',
    seed: managedSeed,
    async run(bench) {
      await refusesRemoval(bench, 'managed_elsewhere', 'user_scim');
      await checkRoles(bench, { [ADA]: ADMIN_ROLE, [BO]: ADMIN_ROLE, user_scim: MEMBER_ROLE });
    },
  },
  {
    title: 'invites a removed member again',
    async run(bench) {
      const { provider, appId } = bench;
      await provider.removeMember({ appId, userId: BO });
      const sent = await provider.inviteMember({ appId, email: 'bo@example.com', role: MEMBER_ROLE });
      checkSame(sent.status, 'pending', 'the status of the invitation');
    },
  },
];

function refusesRole({ provider, appId }: Bench, code: UsersErrorCode, userId: string, role: Role) {
  return checkRefused(code, `updateMemberRole(${userId}, ${role})`, () =>
    provider.updateMemberRole({ appId, userId, role }),
  );
}

function refusesRemoval({ provider, appId }: Bench, code: UsersErrorCode, userId: string) {
  return checkRefused(code, `removeMember(${userId})`, () => provider.removeMember({ appId, userId }));
}

async function checkRoles({ members, eventually }: Bench, roles: Record<string, Role>): Promise<void> {
  await eventually(async () => {
    const found = Object.fromEntries((await members()).map((member) => [member.userId, member.role]));
    checkSame(found, roles, 'the roles by member');
  });
}
