import { describe, expect, it, vi } from 'vitest';
import { createMemoryDataProvider } from '../../src/memory/index.js';
import type { DataProvider, InviteMemberInput } from '../../src/model/dataProvider.js';
import { UsersError, type UsersErrorCode } from '../../src/model/errors.js';
import type { Invitation } from '../../src/model/invitation.js';
import type { Member } from '../../src/model/member.js';
import { ADMIN_ROLE, MEMBER_ROLE } from '../../src/model/role.js';
import { resendInvitation, type ResendRequest } from '../../src/query/resendInvitation.js';

const appId = 'app_demo';
const nina: Invitation = {
  invitationId: 'inv_nina',
  email: 'nina@example.com',
  role: MEMBER_ROLE,
  status: 'pending',
  createdAt: '2026-10-01T00:00:00.000Z',
};
const ninaAsMember: Member = {
  userId: 'user_nina',
  membershipId: 'mem_nina',
  email: 'Nina@Example.com',
  name: 'Nina',
  avatarUrl: null,
  role: MEMBER_ROLE,
  joinedAt: null,
};

const refuse = (code: UsersErrorCode) => () => Promise.reject(new UsersError(code, code));
/** Carried out, and the answer is lost. */
const loseInvite = (sound: DataProvider) => ({
  async inviteMember(input: InviteMemberInput): Promise<never> {
    await sound.inviteMember(input);
    throw new UsersError('network', 'lost');
  },
});

type Resend = NonNullable<DataProvider['resendInvitation']>;

interface Setting {
  members?: Member[];
  invitations?: Invitation[];
  /** Breaks methods of the sound provider. */
  broken?: (sound: DataProvider) => Partial<DataProvider>;
  /** What the lists show, where they do not show the truth. */
  shown?: { members?: Member[] | null; invitations?: Invitation[] | null };
  request?: Partial<ResendRequest>;
}

async function run({ members = [], invitations = [nina], broken, shown = {}, request = {} }: Setting = {}) {
  const sound = createMemoryDataProvider({ members, invitations });
  const dataProvider = { ...sound, ...broken?.(sound) };
  const spies = {
    revoke: vi.spyOn(dataProvider, 'revokeInvitation'),
    invite: vi.spyOn(dataProvider, 'inviteMember'),
  };
  const onRevoked = vi.fn<() => void>();
  const pageOf = { total: 0, nextCursor: null, unreadable: 0 };
  const outcome = await resendInvitation(
    { appId, invitation: nina, role: nina.role, isRevoked: false, wasUncertain: false, gone: [], ...request },
    {
      dataProvider,
      readMembers: async () => {
        if (shown.members === null) return null;
        return shown.members ? { ...pageOf, members: shown.members } : sound.listMembers({ appId });
      },
      readInvitations: async () => {
        if (shown.invitations === null) return null;
        return shown.invitations ? { ...pageOf, invitations: shown.invitations } : sound.listInvitations({ appId });
      },
      onRevoked,
      sleep: () => Promise.resolve(),
    },
  );
  const pending = (await sound.listInvitations({ appId })).invitations;
  return { outcome, pending, onRevoked, ...spies };
}

describe('sending an invitation again', () => {
  it('revokes the old one and invites anew, with the same role', async () => {
    const { outcome, pending, onRevoked } = await run();
    expect(outcome).toEqual({ status: 'sent', invitation: pending[0] });
    expect(pending).toHaveLength(1);
    expect(pending[0]).toMatchObject({ email: nina.email, role: MEMBER_ROLE });
    expect(pending[0]?.invitationId).not.toBe('inv_nina');
    expect(onRevoked).toHaveBeenCalledOnce();
  });

  it('or with another role', async () => {
    const { pending } = await run({ request: { role: ADMIN_ROLE } });
    expect(pending.map(({ role }) => role)).toEqual([ADMIN_ROLE]);
  });

  it('leaves it to a data provider that can, and revokes nothing', async () => {
    const resend = vi.fn<Resend>(() => Promise.resolve({ ...nina, createdAt: '2026-11-22T00:00:00.000Z' }));
    const { outcome, revoke, invite } = await run({ broken: () => ({ resendInvitation: resend }) });
    expect(outcome).toMatchObject({ status: 'sent', invitation: { createdAt: '2026-11-22T00:00:00.000Z' } });
    expect(resend).toHaveBeenCalledExactlyOnceWith({ appId, invitationId: 'inv_nina' });
    expect(revoke).not.toHaveBeenCalled();
    expect(invite).not.toHaveBeenCalled();
  });

  it('does not leave another role to it, for it keeps the role', async () => {
    const resend = vi.fn<Resend>(() => Promise.resolve(nina));
    const { pending } = await run({ broken: () => ({ resendInvitation: resend }), request: { role: ADMIN_ROLE } });
    expect(resend).not.toHaveBeenCalled();
    expect(pending.map(({ role }) => role)).toEqual([ADMIN_ROLE]);
  });

  it('waits where the server says that there are too many requests', async () => {
    let refusals = 1;
    const { outcome } = await run({
      broken: (sound) => ({
        inviteMember: (input) => {
          refusals -= 1;
          return refusals < 0 ? sound.inviteMember(input) : refuse('rate_limited')();
        },
      }),
    });
    expect(outcome.status).toBe('sent');
  });
});

describe('when the old one cannot be revoked', () => {
  it('a refusal leaves it in place and sends nothing', async () => {
    const { outcome, pending, invite } = await run({ broken: () => ({ revokeInvitation: refuse('forbidden') }) });
    expect(outcome).toMatchObject({ status: 'failed', operation: 'revokeInvitation', isUncertain: false });
    expect(pending).toEqual([nina]);
    expect(invite).not.toHaveBeenCalled();
  });

  it.each<[title: string, setting: Setting, expected: object]>([
    [
      'one that was accepted meanwhile is not sent again',
      { broken: () => ({ revokeInvitation: refuse('invitation_not_pending') }), members: [ninaAsMember] },
      { status: 'member' },
    ],
    [
      'nor one that was revoked meanwhile',
      { broken: () => ({ revokeInvitation: refuse('invitation_not_pending') }), invitations: [] },
      { status: 'not_pending' },
    ],
    [
      'nor one that is unknown and not in the list',
      { broken: () => ({ revokeInvitation: refuse('invitation_not_found') }), invitations: [] },
      { status: 'not_pending' },
    ],
    [
      'one that is unknown but still in the list is a failure: the path may lead nowhere',
      { broken: () => ({ revokeInvitation: refuse('invitation_not_found') }) },
      { status: 'failed', operation: 'revokeInvitation', isUncertain: false },
    ],
    [
      'a lost answer with the invitation still in the list is told as not known',
      { broken: () => ({ revokeInvitation: refuse('timeout') }) },
      { status: 'failed', operation: 'revokeInvitation', isUncertain: true },
    ],
    [
      'a lost answer is told as not known when no list can be read',
      {
        broken: () => ({ revokeInvitation: refuse('network') }),
        shown: { members: null, invitations: null },
      },
      { status: 'failed', operation: 'revokeInvitation', isUncertain: true },
    ],
    [
      'a lost answer of one who is a member by now sends nothing',
      { broken: () => ({ revokeInvitation: refuse('network') }), members: [ninaAsMember], invitations: [] },
      { status: 'member' },
    ],
    [
      'one whose expiry is known is not taken for expired when the members cannot be read',
      {
        broken: () => ({ revokeInvitation: refuse('invitation_not_pending') }),
        request: { invitation: { ...nina, expiresAt: '2026-11-01T00:00:00.000Z' } },
        shown: { members: null },
      },
      { status: 'not_pending' },
    ],
  ])('%s', async (_title, setting, expected) => {
    const { outcome, invite, onRevoked } = await run(setting);
    expect(outcome).toMatchObject(expected);
    expect(invite).not.toHaveBeenCalled();
    expect(onRevoked).not.toHaveBeenCalled();
  });

  it('a lost answer of what the list no longer shows counts as revoked', async () => {
    const { outcome, pending, onRevoked } = await run({
      broken: (sound) => ({
        async revokeInvitation(input) {
          await sound.revokeInvitation(input);
          throw new UsersError('network', 'lost');
        },
      }),
    });
    expect(outcome.status).toBe('sent');
    expect(onRevoked).toHaveBeenCalledOnce();
    expect(pending).toHaveLength(1);
  });

  it('one that has merely expired is sent anew: nobody has accepted it', async () => {
    const expired = { ...nina, expiresAt: '2026-11-01T00:00:00.000Z' };
    const { outcome, pending } = await run({
      broken: () => ({ revokeInvitation: refuse('invitation_not_pending') }),
      invitations: [],
      request: { invitation: expired },
    });
    expect(outcome.status).toBe('sent');
    expect(pending.map(({ email }) => email)).toEqual([nina.email]);
  });
});

describe('when the new one cannot be sent', () => {
  it('says that half of it is done', async () => {
    const { outcome, pending, onRevoked } = await run({ broken: () => ({ inviteMember: refuse('limit_reached') }) });
    expect(outcome).toMatchObject({ status: 'failed', operation: 'inviteMember', isUncertain: false });
    expect(onRevoked).toHaveBeenCalledOnce();
    expect(pending).toEqual([]);
  });

  it('a second try only invites', async () => {
    const { outcome, revoke } = await run({ invitations: [], request: { isRevoked: true, gone: ['inv_nina'] } });
    expect(outcome.status).toBe('sent');
    expect(revoke).not.toHaveBeenCalled();
  });

  it('finds one whose answer was lost', async () => {
    const { outcome, pending, invite } = await run({
      broken: loseInvite,
    });
    expect(outcome).toEqual({ status: 'sent', invitation: pending[0] });
    expect(invite).toHaveBeenCalledOnce();
  });

  it('does not take the old one, in a list that lags, for the new one', async () => {
    const { outcome } = await run({
      broken: () => ({ inviteMember: refuse('timeout') }),
      shown: { invitations: [nina, { ...nina, invitationId: 'inv_before' }] },
      request: { gone: ['inv_before'] },
    });
    expect(outcome).toMatchObject({ status: 'failed', operation: 'inviteMember', isUncertain: true });
  });

  it('nor one of the same id that looks new: it was revoked a moment ago', async () => {
    const { outcome } = await run({
      broken: () => ({ inviteMember: refuse('timeout') }),
      shown: { invitations: [{ ...nina, createdAt: '2026-11-22T00:00:00.000Z' }] },
    });
    expect(outcome).toMatchObject({ status: 'failed', operation: 'inviteMember', isUncertain: true });
  });

  it('looks for one whose answer was lost before it is sent once more', async () => {
    const arrived = { ...nina, invitationId: 'inv_new' };
    const { outcome, invite } = await run({
      invitations: [arrived],
      request: { isRevoked: true, wasUncertain: true, gone: ['inv_nina'] },
    });
    expect(outcome).toEqual({ status: 'sent', invitation: arrived });
    expect(invite).not.toHaveBeenCalled();
  });

  it('goes on not knowing when the next try did not even leave', async () => {
    const { outcome } = await run({
      invitations: [],
      broken: () => ({ inviteMember: refuse('offline') }),
      request: { isRevoked: true, wasUncertain: true, gone: ['inv_nina'] },
    });
    expect(outcome).toMatchObject({ status: 'failed', isUncertain: true, error: { code: 'offline' } });
  });

  it.each([
    ['somebody else', false, 'elsewhere'],
    ['a try whose answer was lost', true, 'sent'],
  ])('takes over what %s sent', async (_who, wasUncertain, status) => {
    const theirs = { ...nina, invitationId: 'inv_theirs', role: ADMIN_ROLE };
    let looks = 0;
    const sound = createMemoryDataProvider({ invitations: [theirs] });
    const outcome = await resendInvitation(
      { appId, invitation: nina, role: MEMBER_ROLE, isRevoked: true, wasUncertain, gone: ['inv_nina'] },
      {
        dataProvider: sound,
        readMembers: () => sound.listMembers({ appId }),
        // It is not there yet when it is looked for first.
        readInvitations: async () => {
          looks += 1;
          const page = await sound.listInvitations({ appId });
          return wasUncertain && looks === 1 ? { ...page, invitations: [] } : page;
        },
        onRevoked: () => undefined,
      },
    );
    expect(outcome).toEqual({ status, invitation: theirs });
  });

  it('an address that counts as invited while no list shows it is a failure', async () => {
    const { outcome } = await run({
      broken: () => ({ inviteMember: refuse('already_invited') }),
      shown: { invitations: [nina] },
    });
    expect(outcome).toMatchObject({ status: 'failed', error: { code: 'already_invited' }, isUncertain: false });
  });

  it.each(['already_member', 'already_invited'] as const)('%s: whoever is a member gets none', async (code) => {
    const { outcome } = await run({ members: [ninaAsMember], broken: () => ({ inviteMember: refuse(code) }) });
    expect(outcome).toEqual({ status: 'member' });
  });
});

describe('when the data provider itself cannot send it again', () => {
  const renewed = { ...nina, createdAt: '2026-11-22T00:00:00.000Z' };
  it.each<[title: string, setting: Setting, code: UsersErrorCode, expected: object]>([
    ['a refusal is told', {}, 'forbidden', { status: 'failed', operation: 'resendInvitation', isUncertain: false }],
    ['a member is told', {}, 'already_member', { status: 'member' }],
    ['whoever accepted is a member', { members: [ninaAsMember] }, 'invitation_not_pending', { status: 'member' }],
    ['one that is over is not sent', { invitations: [] }, 'invitation_not_pending', { status: 'not_pending' }],
    ['one that is unknown is not sent', { invitations: [] }, 'invitation_not_found', { status: 'not_pending' }],
    [
      'one that is unknown but listed is a failure',
      {},
      'invitation_not_found',
      { status: 'failed', isUncertain: false },
    ],
    ['a lost answer is not known', {}, 'network', { status: 'failed', isUncertain: true }],
    [
      'a lost answer is found by its new date',
      { shown: { invitations: [renewed] } },
      'network',
      { status: 'sent', invitation: renewed },
    ],
    [
      'a lost answer is found by its new id',
      { shown: { invitations: [{ ...nina, invitationId: 'inv_new' }] } },
      'network',
      { status: 'sent', invitation: { ...nina, invitationId: 'inv_new' } },
    ],
  ])('%s', async (_title, setting, code, expected) => {
    const { outcome, revoke, invite } = await run({ ...setting, broken: () => ({ resendInvitation: refuse(code) }) });
    expect(outcome).toMatchObject(expected);
    expect(revoke).not.toHaveBeenCalled();
    expect(invite).not.toHaveBeenCalled();
  });
});
