import type { DataProvider, InvitationPage, MemberPage } from '../model/dataProvider.js';
import { emailKey } from '../model/emailKey.js';
import { isUncertain, toUsersError, type UsersError } from '../model/errors.js';
import { isExpired, type Invitation } from '../model/invitation.js';
import type { Role } from '../model/role.js';
import { runInviteBatch } from './inviteBatch.js';
import type { ResendFailure } from './resends.js';

/** What is to be sent again. */
export interface ResendRequest {
  appId: string;
  /** The old invitation. */
  invitation: Invitation;
  role: Role;
  /** The old one is revoked already: only the new one is to be sent. */
  isRevoked: boolean;
  /** No answer came to an earlier try: it is looked for before it is sent once more. */
  wasUncertain: boolean;
  /** Invitations that a list may still show and that count for nothing. */
  gone: readonly string[];
}

export interface ResendOptions {
  dataProvider: Pick<DataProvider, 'revokeInvitation' | 'inviteMember' | 'resendInvitation'>;
  /** The whole list as it is now, or null when it cannot be read. */
  readMembers: () => Promise<MemberPage | null>;
  readInvitations: () => Promise<InvitationPage | null>;
  /** Called when the old invitation is no more, before the new one is sent. */
  onRevoked: () => void;
  /** Milliseconds. */
  sleep?: (ms: number) => Promise<void>;
}

/**
 * How it ended. `elsewhere`: somebody else invited the address in between. `member`: the person is in already, and
 * nothing was sent. `not_pending`: the old invitation was no longer pending, and nothing was sent. `failed`: which half,
 * and whether it is known.
 */
export type ResendOutcome =
  | { status: 'sent' | 'elsewhere'; invitation: Invitation }
  | { status: 'member' | 'not_pending' }
  | ({ status: 'failed' } & ResendFailure);

/**
 * Sends a pending invitation again: by the data provider's own means where it has them and the role stays, else by
 * revoking the old one and inviting anew. Somebody whose invitation is no longer pending is not invited anew, except when
 * it has merely expired. What got no answer is looked for in the lists before it counts as failed. Never rejects.
 */
export async function resendInvitation(request: ResendRequest, options: ResendOptions): Promise<ResendOutcome> {
  const { appId, invitation, role, isRevoked, wasUncertain } = request;
  const gone = new Set([...request.gone, invitation.invitationId]);
  const key = emailKey(invitation.email);
  const { dataProvider, readMembers, readInvitations } = options;
  let isGone = isRevoked;

  async function read() {
    const [members, page] = await Promise.all([readMembers(), readInvitations()]);
    return {
      isMember: members && members.members.some(({ email }) => email !== null && emailKey(email) === key),
      isPending: page && page.invitations.some((other) => other.invitationId === invitation.invitationId),
      renewed: page?.invitations.find((other) => emailKey(other.email) === key && isRenewed(other)),
    };
  }

  /** Another id, or the same one with new dates. */
  const isRenewed = (other: Invitation) =>
    other.invitationId === invitation.invitationId
      ? !isGone && (other.createdAt !== invitation.createdAt || other.expiresAt !== invitation.expiresAt)
      : !gone.has(other.invitationId);

  async function sendSame(resend: NonNullable<DataProvider['resendInvitation']>): Promise<ResendOutcome> {
    const { invitationId } = invitation;
    try {
      return { status: 'sent', invitation: await resend.call(dataProvider, { appId, invitationId }) };
    } catch (thrown) {
      const error = toUsersError(thrown);
      if (error.code === 'already_member') return { status: 'member' };
      if (!isOver(error) && !isUncertain(error)) return failed('resendInvitation', error, false);
      const { isMember, isPending, renewed } = await read();
      if (isMember) return { status: 'member' };
      if (error.code === 'invitation_not_found' && isPending) return failed('resendInvitation', error, false);
      if (isOver(error)) return { status: 'not_pending' };
      return renewed ? { status: 'sent', invitation: renewed } : failed('resendInvitation', error, true);
    }
  }

  /** Null when the old invitation is no more and the new one may be sent. */
  async function revoke(): Promise<ResendOutcome | null> {
    const { invitationId } = invitation;
    try {
      await dataProvider.revokeInvitation({ appId, invitationId });
      return null;
    } catch (thrown) {
      const error = toUsersError(thrown);
      if (!isOver(error) && !isUncertain(error)) return failed('revokeInvitation', error, false);
      const { isMember, isPending } = await read();
      if (isMember) return { status: 'member' };
      // A 404 may also come from a path that leads nowhere. Nothing is called gone that the list still shows.
      if (error.code === 'invitation_not_found' && isPending) return failed('revokeInvitation', error, false);
      // What has expired is not pending either, and nobody has accepted it who is not a member.
      if (isOver(error)) return isExpired(invitation) && isMember === false ? null : { status: 'not_pending' };
      return isPending === false ? null : failed('revokeInvitation', error, true);
    }
  }

  async function invite(): Promise<ResendOutcome> {
    const [outcome] = await runInviteBatch([{ email: invitation.email, role }], {
      invite: ({ email }) => dataProvider.inviteMember({ appId, email, role }),
      look: async () => [await look()],
      ...(options.sleep && { sleep: options.sleep }),
    });
    if (outcome?.status === 'sent') return { status: 'sent', invitation: outcome.invitation };
    const error = toUsersError(outcome?.status === 'failed' ? outcome.error : outcome);
    if (error.code === 'already_member') return { status: 'member' };
    if (error.code !== 'already_invited') return failed('inviteMember', error, isUncertain(error) || wasUncertain);
    const found = await look();
    if (found === 'member') return { status: 'member' };
    if (!found) return failed('inviteMember', error, wasUncertain);
    return { status: wasUncertain ? 'sent' : 'elsewhere', invitation: found };
  }

  async function look(): Promise<Invitation | 'member' | null> {
    const { isMember, renewed } = await read();
    return renewed ?? (isMember ? 'member' : null);
  }

  if (isRevoked) {
    const found = wasUncertain ? await look() : null;
    if (found === 'member') return { status: 'member' };
    return found ? { status: 'sent', invitation: found } : invite();
  }
  if (dataProvider.resendInvitation && role === invitation.role) return sendSame(dataProvider.resendInvitation);
  const stop = await revoke();
  if (stop) return stop;
  isGone = true;
  options.onRevoked();
  return invite();
}

function isOver({ code }: UsersError): boolean {
  return code === 'invitation_not_found' || code === 'invitation_not_pending';
}

function failed(operation: ResendFailure['operation'], error: UsersError, isUncertainNow: boolean): ResendOutcome {
  return { status: 'failed', operation, error, isUncertain: isUncertainNow };
}
