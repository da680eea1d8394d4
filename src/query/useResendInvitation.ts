'use client';

import { useMemo } from 'react';
import { tellHost } from '../context/tellHost.js';
import { useAllMessages } from '../context/useAllMessages.js';
import { useLatest } from '../context/useLatest.js';
import { useUsersContext } from '../context/UsersContext.js';
import type { InvitationPage } from '../model/dataProvider.js';
import { toUsersError } from '../model/errors.js';
import type { Invitation } from '../model/invitation.js';
import { plainText } from '../model/plainText.js';
import type { Role } from '../model/role.js';
import { isVetoed } from './isVetoed.js';
import { usersKeys } from './keys.js';
import { readInvitations } from './readInvitations.js';
import { resendInvitation, type ResendOutcome } from './resendInvitation.js';
import type { Resend, ResendFailure, Resends } from './resends.js';
import { useAfterWrite } from './useAfterWrite.js';
import { useInviteAgain } from './useInviteAgain.js';
import { useQueryScope } from './useQueryScope.js';
import { useResendNotes } from './useResends.js';
import { viewInvitations } from './viewInvitations.js';

/** `done`: the person has an invitation now, or needs none. `stopped`: nothing was sent, and nothing failed. */
export type ResendResult = { status: 'done' } | { status: 'stopped' } | ({ status: 'failed' } & ResendFailure);

/** Both functions stay the same from render to render. */
export interface ResendInvitation {
  /**
   * Sends an invitation again; with another role when one is given. Where the old one is revoked already and only the new
   * one is missing, it sends just that. While the same invitation is on its way it does nothing. Never rejects: how it
   * goes is at the row (`useInvitations().rows`), how it went in the notice. Answers how
   * it ended, for those who asked from elsewhere.
   */
  resend: (invitation: Invitation, role?: Role) => Promise<ResendResult>;
  /** Takes a row off the list of which the old invitation is revoked and the new one could not be sent. */
  dismiss: (invitation: Invitation) => void;
}

/**
 * Sends pending invitations again: `DataProvider.resendInvitation` where there is one, else `revokeInvitation` and
 * `inviteMember`. The host is asked by `onBeforeInvite` and told by `onInvite`, never by `onRevoke`.
 */
export function useResendInvitation(): ResendInvitation {
  const queryScope = useQueryScope();
  const notes = useResendNotes();
  const scope = useMemo(() => ({ ...queryScope, resends: notes }), [queryScope, notes]);
  const { notices, callbacks } = useUsersContext();
  const language = useAllMessages();
  const after = useAfterWrite();
  const inviteAgain = useInviteAgain();
  const latestRef = useLatest({ scope, language, notices, after, inviteAgain });

  return useMemo(() => {
    /** What is asked for belongs to the app of this moment, however long it takes. */
    async function resend(invitation: Invitation, role?: Role): Promise<ResendResult> {
      const current = latestRef.current;
      const { resends, dataProvider, appId } = current.scope;
      const before = resends.of(invitation.invitationId);
      const begun = resends.begin(invitation, role, orderOf(current.scope, invitation));
      if (!begun) return { status: 'stopped' };
      const { rowId } = begun;
      const { email } = begun.invitation;
      const { isRevoked, gone } = begun;
      const wasUncertain = isRevoked && (begun.failure?.isUncertain ?? false);
      let outcome: ResendOutcome;
      try {
        if (await isVetoed(callbacks.current.onBeforeInvite?.([{ email, role: begun.role }]))) {
          resends.takeBack(rowId, before);
          return { status: 'stopped' };
        }
        outcome = await resendInvitation(
          { appId, invitation: begun.invitation, role: begun.role, isRevoked, wasUncertain, gone },
          {
            dataProvider,
            readMembers: current.after.readMembers,
            readInvitations: () => readInvitations(current.scope),
            onRevoked: () => resends.revoked(rowId),
          },
        );
      } catch (thrown) {
        // The host's own hook threw: nothing was sent.
        const error = toUsersError(thrown);
        outcome = { status: 'failed', operation: 'inviteMember', error, isUncertain: wasUncertain };
      }
      tell(current, begun, outcome);
      return outcome.status === 'failed' ? outcome : { status: 'done' };
    }

    function tell(current: typeof latestRef.current, begun: Resend, outcome: ResendOutcome): void {
      const { scope: of, language: words, notices: told, after: then } = current;
      const { messages, say, roleLabel } = words;
      const { rowId, invitation: old, role } = begun;
      const email = plainText(old.email);
      switch (outcome.status) {
        case 'sent': {
          const { invitation } = outcome;
          of.resends.sent(rowId, invitation);
          then.refetchInvitations();
          if (role === old.role) told.tell('success', say(messages.notices.invitedAgain, { email }));
          else {
            told.tell('success', say(messages.notices.invitedAgainAs, { email, role: roleLabel(invitation.role) }), {
              label: messages.notices.changeBack,
              run: () => void resend(invitation, old.role),
            });
          }
          tellHost(callbacks.current.onInvite, invitation);
          return;
        }
        case 'elsewhere': {
          const { invitation } = outcome;
          of.resends.sent(rowId, invitation);
          then.refetchInvitations();
          told.tell('success', say(messages.notices.invitedElsewhere, { email, role: roleLabel(invitation.role) }));
          return;
        }
        case 'member':
        case 'not_pending': {
          of.resends.forget(rowId);
          then.refetchMembers();
          then.refetchInvitations();
          if (outcome.status === 'member') told.tell('success', say(messages.notices.memberAlready, { email }));
          else told.tell('error', say(messages.notices.notPending, { email }), current.inviteAgain(old.email, role));
          return;
        }
        case 'failed': {
          const { operation, error, isUncertain } = outcome satisfies ResendFailure;
          of.resends.failed(rowId, { operation, error, isUncertain });
          then.failed(error, operation);
          if (of.resends.of(rowId)?.isRevoked) then.refetchInvitations();
        }
      }
    }

    return {
      resend,
      dismiss({ invitationId }) {
        const { resends } = latestRef.current.scope;
        const row = resends.of(invitationId);
        if (row?.isRevoked && row.state === 'failed') resends.forget(row.rowId);
      },
    };
  }, [callbacks, latestRef]);
}

type ResendScope = ReturnType<typeof useQueryScope> & { resends: Resends };

/** The rows of the page that the invitation is on, as they stand now. */
function orderOf(scope: ResendScope, { invitationId }: Invitation): readonly string[] {
  const { queryClient, dataProvider, resends, writes } = scope;
  const pages = queryClient.getQueriesData<InvitationPage>({ queryKey: usersKeys.invitations(scope) });
  for (const [key, page] of pages) {
    if (!page) continue;
    const isFirstPage = (key.at(-1) as { cursor?: string }).cursor === undefined;
    const { rows } = viewInvitations(page, resends.read(), writes.read(), dataProvider.paging, isFirstPage);
    if (rows.some((row) => row.invitation.invitationId === invitationId)) return rows.map((row) => row.rowId);
  }
  return [];
}
