import type { InvitationPage } from '../model/dataProvider.js';
import { invitationsOptions } from './options.js';
import { withoutRevoked } from './overlayInvitations.js';
import { readAnew } from './readAnew.js';
import type { useQueryScope } from './useQueryScope.js';

/**
 * For a write that got no answer: the whole list as it is now, without what was revoked here (it may lag), or null when it
 * cannot be read to its end.
 */
export async function readInvitations(scope: ReturnType<typeof useQueryScope>): Promise<InvitationPage | null> {
  const page = await readAnew(scope.queryClient, invitationsOptions(scope));
  return page && page.invitations.length >= page.total ? withoutRevoked(page, scope.writes.read()) : null;
}
