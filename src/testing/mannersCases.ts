import { emailKey } from '../model/emailKey.js';
import { isUsersError } from '../model/errors.js';
import { ADMIN_ROLE, MEMBER_ROLE } from '../model/role.js';
import { check, checkAborted, checkRefused, checkSame, show } from './check.js';
import { ADA, aMember, baseSeed, BO, CHLOE, type ContractCase } from './contractCase.js';

export const mannersCases: readonly ContractCase[] = [
  {
    title: 'lets an abort pass as it is when the signal is aborted before the call',
    async run({ provider, appId, invitations }) {
      const signal = AbortSignal.abort();
      await checkAborted('listMembers', () => provider.listMembers({ appId, signal }));
      await checkAborted('listInvitations', () => provider.listInvitations({ appId, signal }));
      const invite = { appId, email: 'late@example.com', role: MEMBER_ROLE, signal };
      await checkAborted('inviteMember', () => provider.inviteMember(invite));
      checkSame(
        (await invitations()).map((row) => row.email),
        ['nina@example.com'],
        'the addresses invited',
      );
    },
  },
  {
    title: 'lets an abort pass as it is when it comes during the call',
    async run({ provider, appId }) {
      for (const list of ['listMembers', 'listInvitations'] as const) {
        const controller = new AbortController();
        await checkAborted(list, () => {
          const answer = provider[list]({ appId, signal: controller.signal });
          controller.abort();
          return answer;
        });
      }
    },
  },
  {
    title: 'rejects, and never throws, invalid_input for ids that are empty or missing',
    async run({ provider, appId }) {
      const role = MEMBER_ROLE;
      await checkRefused('invalid_input', 'listMembers without appId', () => provider.listMembers({ appId: '' }));
      await checkRefused('invalid_input', 'listInvitations without appId', () =>
        provider.listInvitations({ appId: '' }),
      );
      await checkRefused('invalid_input', 'removeMember without userId', () =>
        provider.removeMember({ appId, userId: '' }),
      );
      await checkRefused('invalid_input', 'updateMemberRole without userId', () =>
        provider.updateMemberRole({ appId, userId: '', role }),
      );
      await checkRefused('invalid_input', 'revokeInvitation without invitationId', () =>
        provider.revokeInvitation({ appId, invitationId: '' }),
      );
      // What the types forbid and a host in plain JavaScript does.
      const nothing = undefined as unknown as { appId: string };
      await checkRefused('invalid_input', 'listMembers without input', () => provider.listMembers(nothing));
    },
  },
  {
    title: 'hands out answers that are the caller’s own: altering one alters no other',
    async run({ provider, appId, members, invitations, eventually }) {
      const page = await provider.listMembers({ appId });
      const before = show(page);
      for (const member of page.members) Object.assign(member, { name: 'Altered', role: 'org:altered' });
      page.members.length = 0;
      const open = await provider.listInvitations({ appId });
      for (const invitation of open.invitations) Object.assign(invitation, { status: 'altered' });
      const changed = await provider.updateMemberRole({ appId, userId: BO, role: ADMIN_ROLE });
      changed.role = 'org:altered';
      const invited = await provider.inviteMember({ appId, email: 'own@example.com', role: MEMBER_ROLE });
      invited.email = 'altered@example.com';
      await provider.updateMemberRole({ appId, userId: BO, role: MEMBER_ROLE });
      await eventually(async () => {
        checkSame(show(await provider.listMembers({ appId })), before, 'the list after the caller altered its copy');
        const emails = (await invitations()).map((row) => emailKey(row.email)).toSorted();
        checkSame(emails, ['nina@example.com', 'own@example.com'], 'the addresses invited');
      });
      checkSame((await members()).length, 3, 'the members listed');
    },
  },
  {
    title: 'leaves its input alone',
    async run({ provider, appId }) {
      const signal = new AbortController().signal;
      await provider.listMembers(Object.freeze({ appId, signal }));
      await provider.listInvitations(Object.freeze({ appId, signal }));
      const sent = await provider.inviteMember(
        Object.freeze({ appId, email: 'cold@example.com', role: MEMBER_ROLE, signal }),
      );
      await provider.revokeInvitation(Object.freeze({ appId, invitationId: sent.invitationId }));
      await provider.updateMemberRole(Object.freeze({ appId, userId: BO, role: ADMIN_ROLE }));
      await provider.removeMember(Object.freeze({ appId, userId: BO }));
    },
  },
  {
    title: 'carries out many invitations at once, each one time',
    async run({ provider, appId, invitations, eventually }) {
      const emails = Array.from({ length: 6 }, (_, index) => `many${index}@example.com`);
      const sent = await Promise.all(emails.map((email) => provider.inviteMember({ appId, email, role: MEMBER_ROLE })));
      checkSame(
        sent.map((row) => emailKey(row.email)),
        emails,
        'the answers, in the order of the calls',
      );
      checkSame(new Set(sent.map((row) => row.invitationId)).size, emails.length, 'the number of different ids');
      await eventually(async () => {
        const listed = (await invitations()).map((row) => emailKey(row.email)).toSorted();
        checkSame(listed, [...emails, 'nina@example.com'], 'the addresses invited');
      });
    },
  },
  {
    title: 'sends one invitation of two at once for one address, and refuses the other as already_invited',
    async run({ provider, appId }) {
      const twice = [1, 2].map(() => provider.inviteMember({ appId, email: 'twin@example.com', role: MEMBER_ROLE }));
      checkSame(await outcomes(twice), ['already_invited', 'done'], 'the outcomes');
    },
  },
  {
    title: 'keeps one admin when two admins are demoted at once',
    seed: baseSeed({
      members: [aMember(ADA, { role: ADMIN_ROLE }), aMember(BO, { role: ADMIN_ROLE }), aMember(CHLOE)],
    }),
    async run({ provider, appId }) {
      const both = [ADA, BO].map((userId) => provider.updateMemberRole({ appId, userId, role: MEMBER_ROLE }));
      checkSame(await outcomes(both), ['done', 'last_admin'], 'the outcomes');
    },
  },
  {
    title: 'answers reads at once like reads in turn',
    async run({ provider, appId }) {
      const alone = show(await provider.listMembers({ appId }));
      const together = await Promise.all([1, 2, 3].map(() => provider.listMembers({ appId })));
      for (const page of together) check(show(page) === alone, 'Reads at once should agree.');
    },
  },
];

/** How each promise ended, sorted: `done`, or the code of its refusal. */
async function outcomes(promises: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(promises);
  return settled
    .map((one) => {
      if (one.status === 'fulfilled') return 'done';
      return isUsersError(one.reason) ? one.reason.code : show(one.reason);
    })
    .toSorted();
}
