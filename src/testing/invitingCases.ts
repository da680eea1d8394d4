import { emailKey } from '../model/emailKey.js';
import type { UsersErrorCode } from '../model/errors.js';
import { ADMIN_ROLE, MEMBER_ROLE } from '../model/role.js';
import { check, checkRefused, checkSame } from './check.js';
import { anInvitation, baseSeed, type Bench, type ContractCase } from './contractCase.js';
import { checkInvitation } from './checkPage.js';

export const invitingCases: readonly ContractCase[] = [
  {
    title: 'invites: answers the pending invitation, and the list agrees',
    async run(bench) {
      const { provider, appId } = bench;
      const sent = await provider.inviteMember({ appId, email: 'new.person@example.org', role: ADMIN_ROLE });
      checkInvitation(sent, 'the answer of inviteMember');
      checkSame(
        [emailKey(sent.email), sent.role, sent.status],
        ['new.person@example.org', ADMIN_ROLE, 'pending'],
        'the invitation',
      );
      await bench.eventually(async () => {
        const listed = (await bench.invitations()).find((row) => row.invitationId === sent.invitationId);
        checkSame(
          listed && [emailKey(listed.email), listed.role],
          ['new.person@example.org', ADMIN_ROLE],
          'the listed invitation',
        );
      });
    },
  },
  {
    title: 'takes a plus tag as another address',
    async run(bench) {
      await bench.provider.inviteMember({ appId: bench.appId, email: 'bo+work@example.com', role: MEMBER_ROLE });
      await checkInvited(bench, ['bo+work@example.com', 'nina@example.com']);
    },
  },
  {
    title: 'refuses a member as already_member, in any case',
    async run(bench) {
      await refusesToInvite(bench, 'already_member', 'bo@example.com');
      await refusesToInvite(bench, 'already_member', 'BO@Example.com');
      await checkInvited(bench, ['nina@example.com']);
    },
  },
  {
    title: 'refuses a second invitation as already_invited, in any case',
    async run(bench) {
      await refusesToInvite(bench, 'already_invited', 'nina@example.com');
      await refusesToInvite(bench, 'already_invited', 'Nina@EXAMPLE.com');
      await checkInvited(bench, ['nina@example.com']);
    },
  },
  {
    title: 'refuses what is no address as invalid_email',
    async run(bench) {
      for (const email of ['nobody', 'no body@example.com', '@example.com', 'nobody@']) {
        await refusesToInvite(bench, 'invalid_email', email);
      }
      await checkInvited(bench, ['nina@example.com']);
    },
  },
  {
    title: 'refuses to invite with a role the app does not have, as invalid_input',
    async run(bench) {
      await refusesToInvite(bench, 'invalid_input', 'new@example.com', 'org:emperor');
      await checkInvited(bench, ['nina@example.com']);
    },
  },
  {
    title: 'refuses one too many as limit_reached, pending invitations counted',
    seed: baseSeed({ memberLimit: 5 }),
    async run(bench) {
      const { provider, appId } = bench;
      await provider.inviteMember({ appId, email: 'fifth@example.com', role: MEMBER_ROLE });
      const error = await refusesToInvite(bench, 'limit_reached', 'sixth@example.com');
      check(error.limit === undefined || error.limit === 5, `limit, where told, should be 5, but is ${error.limit}.`);
      await checkInvited(bench, ['fifth@example.com', 'nina@example.com']);
    },
  },
  {
    title: 'has room again after a member was removed or an invitation revoked',
    seed: baseSeed({ memberLimit: 4 }),
    async run(bench) {
      const { provider, appId } = bench;
      await refusesToInvite(bench, 'limit_reached', 'new@example.com');
      await provider.removeMember({ appId, userId: 'user_bo' });
      await provider.inviteMember({ appId, email: 'new@example.com', role: MEMBER_ROLE });
      await refusesToInvite(bench, 'limit_reached', 'newer@example.com');
      await provider.revokeInvitation({ appId, invitationId: 'orginv_nina' });
      await provider.inviteMember({ appId, email: 'newer@example.com', role: MEMBER_ROLE });
    },
  },
  {
    title: 'revokes: answers nothing, and the list agrees',
    async run(bench) {
      const answer: unknown = await bench.provider.revokeInvitation({
        appId: bench.appId,
        invitationId: 'orginv_nina',
      });
      checkSame(answer, undefined, 'the answer of revokeInvitation');
      await checkInvited(bench, []);
    },
  },
  {
    title: 'invites again after a revoke, under a new id',
    async run(bench) {
      const { provider, appId } = bench;
      await provider.revokeInvitation({ appId, invitationId: 'orginv_nina' });
      const again = await provider.inviteMember({ appId, email: 'nina@example.com', role: MEMBER_ROLE });
      check(again.invitationId !== 'orginv_nina', 'A new invitation should have an id of its own.');
      await checkInvited(bench, ['nina@example.com']);
    },
  },
  {
    title: 'refuses to revoke an invitation there is not, as invitation_not_found',
    async run(bench) {
      await refusesToRevoke(bench, 'invitation_not_found', 'orginv_nobody');
      await checkInvited(bench, ['nina@example.com']);
    },
  },
  {
    title: 'refuses to revoke an invitation that is no longer pending, as invitation_not_pending',
    seed: baseSeed({
      invitations: [
        anInvitation('orginv_accepted', 'a@example.com', { status: 'accepted' }),
        anInvitation('orginv_revoked', 'b@example.com', { status: 'revoked' }),
        anInvitation('orginv_expired', 'c@example.com', { status: 'expired' }),
      ],
    }),
    async run(bench) {
      for (const status of ['accepted', 'revoked', 'expired']) {
        await refusesToRevoke(bench, 'invitation_not_pending', `orginv_${status}`);
      }
    },
  },
];

function refusesToInvite(
  { provider, appId }: Bench,
  code: UsersErrorCode,
  email: string,
  role = MEMBER_ROLE as string,
) {
  return checkRefused(code, `inviteMember("${email}")`, () => provider.inviteMember({ appId, email, role }));
}

function refusesToRevoke({ provider, appId }: Bench, code: UsersErrorCode, invitationId: string) {
  return checkRefused(code, `revokeInvitation(${invitationId})`, () =>
    provider.revokeInvitation({ appId, invitationId }),
  );
}

async function checkInvited({ invitations, eventually }: Bench, emails: string[]): Promise<void> {
  await eventually(async () => {
    checkSame((await invitations()).map((row) => emailKey(row.email)).toSorted(), emails, 'the addresses invited');
  });
}
