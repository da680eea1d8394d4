import { emailKey } from '../model/emailKey.js';
import { ADMIN_ROLE, KNOWN_ROLES, MEMBER_ROLE } from '../model/role.js';
import { check, checkRefused, checkSame, show } from './check.js';
import { ADA, baseSeed, BO, type ContractCase } from './contractCase.js';
import { checkInvitation, checkMember } from './checkPage.js';

/** What holds of an optional method where it is there; where it is not, nothing is asked of it. */
export const optionalCases: readonly ContractCase[] = [
  {
    title: 'getCurrentUser, if there: says signed in (with an id), signed out, or unknown',
    async run({ provider }) {
      const user = await provider.getCurrentUser?.();
      if (user === undefined) return;
      const known = ['signed_in', 'signed_out', 'unknown'].includes(user.status);
      const named = user.status !== 'signed_in' || (typeof user.userId === 'string' && user.userId !== '');
      check(known && named, `The current user should be one of the three, but is ${show(user)}.`);
    },
  },
  {
    title: 'peekCurrentUser, if there: says what getCurrentUser says, or nothing yet',
    async run({ provider }) {
      const peeked = provider.peekCurrentUser?.();
      if (peeked === undefined) return;
      const user = await provider.getCurrentUser?.();
      check(show(peeked) === show(user), `One says ${show(peeked)}, the other ${show(user)}.`);
    },
  },
  {
    title: 'getCurrentMember, if there: answers a member of the list, or null',
    async run({ provider, appId, members }) {
      const member = await provider.getCurrentMember?.({ appId });
      if (member === undefined || member === null) return;
      checkMember(member, 'the current member');
      const listed = (await members()).find((row) => row.userId === member.userId);
      checkSame(listed?.role, member.role, 'the role of the current member in the list');
    },
  },
  {
    title: 'getAccess, if there: answers manage, read or none',
    async run({ provider, appId }) {
      const access = await provider.getAccess?.({ appId });
      check(
        access === undefined || ['manage', 'read', 'none'].includes(access),
        `The access should be manage, read or none, but is ${show(access)}.`,
      );
    },
  },
  {
    title: 'listRoles, if there: every role it names can be given',
    seed: baseSeed({ roles: [...KNOWN_ROLES, { role: 'org:auditor', label: 'Auditor' }] }),
    async run({ provider, appId }) {
      const roles = await provider.listRoles?.({ appId });
      if (roles === undefined) return;
      const named = roles.map((option) => option.role);
      check(
        named.includes(ADMIN_ROLE) && named.includes(MEMBER_ROLE),
        `Both known roles should be among ${show(named)}.`,
      );
      checkSame(new Set(named).size, named.length, 'the number of different roles');
      for (const role of named) {
        const changed = await provider.updateMemberRole({ appId, userId: BO, role });
        checkSame(changed.role, role, 'the role given');
      }
      await checkRefused('not_found', 'listRoles of another app', async () =>
        provider.listRoles?.({ appId: `${appId}_elsewhere` }),
      );
    },
  },
  {
    title: 'resendInvitation, if there: leaves one pending invitation for the address',
    async run({ provider, appId, invitations, eventually }) {
      if (!provider.resendInvitation) return;
      const again = await provider.resendInvitation({ appId, invitationId: 'orginv_nina' });
      checkInvitation(again, 'the answer of resendInvitation');
      checkSame([emailKey(again.email), again.status], ['nina@example.com', 'pending'], 'the invitation sent again');
      await eventually(async () => {
        const open = (await invitations()).map((row) => [row.invitationId, emailKey(row.email)]);
        checkSame(open, [[again.invitationId, 'nina@example.com']], 'the pending invitations');
      });
      await checkRefused('invitation_not_found', 'resendInvitation of an unknown one', async () =>
        provider.resendInvitation?.({ appId, invitationId: 'orginv_nobody' }),
      );
    },
  },
  {
    title: 'enableUserManagement, if there: turns it on, and does no harm when it is on',
    seed: baseSeed({ mode: 'public' }),
    async run({ provider, appId, members, eventually }) {
      if (!provider.enableUserManagement) return;
      await checkRefused('not_enabled', 'listMembers before', () => provider.listMembers({ appId }));
      await provider.enableUserManagement({ appId });
      await provider.enableUserManagement({ appId });
      await eventually(async () => {
        check(
          (await members()).some((row) => row.userId === ADA),
          'The members should be listed once it is on.',
        );
      });
      await checkRefused('not_found', 'enableUserManagement of another app', async () =>
        provider.enableUserManagement?.({ appId: `${appId}_elsewhere` }),
      );
    },
  },
];
