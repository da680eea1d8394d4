import type { InvitationPage } from '../model/dataProvider.js';
import type { Invitation } from '../model/invitation.js';
import type { RecentWrite } from './recentWrites.js';

/** An invitation list with the recent writes laid over it: the newest first, as they were sent. */
export function overlayInvitations(page: InvitationPage, writes: readonly RecentWrite[]): InvitationPage {
  const listed = new Set(page.invitations.map((invitation) => invitation.invitationId));
  const revoked = new Set<string>();
  const invited: Invitation[] = [];
  for (const write of writes) {
    if (write.kind === 'revoked') revoked.add(write.invitationId);
    if (write.kind === 'invited' && !listed.has(write.invitation.invitationId)) invited.unshift(write.invitation);
  }
  if (revoked.size === 0 && invited.length === 0) return page;
  const invitations = [...invited, ...page.invitations].filter(({ invitationId }) => !revoked.has(invitationId));
  return { ...page, invitations, total: page.total + invitations.length - page.invitations.length };
}

/** An invitation list without what was revoked here: it may lag. */
export function withoutRevoked(page: InvitationPage, writes: readonly RecentWrite[]): InvitationPage {
  const revocations = writes.filter(({ kind }) => kind === 'revoked');
  return overlayInvitations(page, revocations);
}
