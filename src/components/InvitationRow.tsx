'use client';

import { memo, useLayoutEffect, useRef } from 'react';
import { useSpeakRef } from '../context/useAnnounce.js';
import { useAllMessages } from '../context/useAllMessages.js';
import { expiresSoon, invitationLink, isExpired, type Invitation } from '../model/invitation.js';
import { plainText } from '../model/plainText.js';
import type { Role } from '../model/role.js';
import { isHalf as isHalfSent, type Resend } from '../query/resends.js';
import { Button } from '../ui/Button.js';
import { TableCell, TableRow } from '../ui/Table.js';
import { useSlot } from '../ui/useSlot.js';
import { laterIcons } from '../ui/laterIcons.js';
import { breakAfterAt } from './breakAfterAt.js';
import { InvitationFailure } from './InvitationFailure.js';
import { InvitationRole } from './InvitationRole.js';
import { invitationStatusLabel } from './invitationStatusLabel.js';
import { useCopy } from './useCopy.js';

export interface InvitationRowProps {
  invitation: Invitation;
  /** While it is sent again, or when that failed. */
  resend: Resend | null;
  onResend: (invitation: Invitation, role?: Role) => void;
  onRevoke: (invitation: Invitation) => void;
  onDismiss: (invitation: Invitation) => void;
  /** The row went while the focus was in it. */
  onFocusLost: () => void;
}

/** One invitation. Memoised: an act on one row renders that row alone. */
export const InvitationRow = memo(function InvitationRow(props: InvitationRowProps) {
  const slot = useSlot();
  const { invitation, resend, onResend, onRevoke, onDismiss, onFocusLost } = props;
  const { messages, say, day, fromNow, roleLabel } = useAllMessages();
  const address = useRef<HTMLElement>(null);
  const speak = useSpeakRef('status');
  const words = messages.invitations;
  const email = plainText(invitation.email);
  const isSending = resend?.state === 'sending';
  // The old invitation is no more: the row holds what is still to be sent.
  const isHalf = resend !== null && isHalfSent(resend);
  const hasExpired = !isHalf && isExpired(invitation);
  const when = isHalf ? null : fromNow(invitation.expiresAt ?? null);
  const link = isHalf || hasExpired ? null : invitationLink(invitation);
  const { isCopied, failed: notCopied, copy } = useCopy(link ?? '');
  const status = hasExpired ? 'expired' : invitation.status;

  useLayoutEffect(() => {
    const row = address.current?.closest('tr');
    return () => {
      // Still in the page here; a moment later the focus would have fallen to its top.
      const root = row?.getRootNode() as Document | ShadowRoot | undefined;
      if (row?.contains(root?.activeElement ?? null)) onFocusLost();
    };
  }, [onFocusLost]);

  let resendLabel = say(words.resend, { email });
  let resendText: string | undefined;
  if (isHalf) {
    resendLabel = say(words.tryAgainTo, { email });
    resendText = messages.panel.tryAgain;
  } else if (hasExpired) {
    resendLabel = say(words.sendAgainTo, { email });
    resendText = words.sendAgain;
  }
  return (
    <TableRow
      name="invitation-list-row"
      state={{
        status,
        pending: isSending,
        failed: resend?.state === 'failed',
        half: isHalf,
        expires: !isHalf && expiresSoon(invitation) ? 'soon' : null,
      }}
    >
      <TableCell column="email" isRowHeader>
        <bdi ref={address} {...slot('invitation-email')}>
          {breakAfterAt(email)}
        </bdi>
        {status !== 'pending' && !isHalf && (
          <span {...slot('badge', { status })}>{invitationStatusLabel(messages, status)}</span>
        )}
        {isSending && <span {...slot('hint')}>{words.resending}</span>}
        {resend?.state === 'failed' && <InvitationFailure resend={resend} />}
        {link !== null && isCopied && (
          <span {...slot('hint')} ref={speak}>
            {words.copied}
          </span>
        )}
        {link !== null && notCopied > 0 && <LinkField key={notCopied} link={link} email={email} />}
      </TableCell>
      <TableCell column="role">
        {isHalf ? (
          roleLabel(resend?.role ?? invitation.role)
        ) : (
          <InvitationRole
            invitation={invitation}
            sending={isSending ? resend.role : null}
            onSend={(role) => onResend(invitation, role)}
          />
        )}
      </TableCell>
      <TableCell column="invited" label={words.invited}>
        <div>
          {day(invitation.createdAt) ?? <span {...slot('muted')}>{words.unknownInvited}</span>}
          {when && <span {...slot('hint')}>{say(hasExpired ? words.expired : words.expires, { when })}</span>}
        </div>
      </TableCell>
      <TableCell column="actions">
        <div {...slot('invitation-actions')}>
          <Button
            variant={resendText === undefined ? 'quiet' : 'plain'}
            icon={laterIcons.resend}
            label={resendLabel}
            busy={isSending}
            onClick={() => onResend(invitation)}
          >
            {resendText}
          </Button>
          {link !== null && (
            <Button
              variant="quiet"
              icon={isCopied ? 'check' : laterIcons.link}
              label={say(words.copyLink, { email })}
              off={isSending}
              onClick={() => void copy()}
            />
          )}
          {isHalf ? (
            <Button
              variant="quiet"
              icon="close"
              label={say(words.dismiss, { email })}
              off={isSending}
              onClick={() => onDismiss(invitation)}
            />
          ) : (
            <Button
              variant="quiet"
              icon="remove"
              label={say(words.revoke, { email })}
              off={isSending}
              onClick={() => onRevoke(invitation)}
            />
          )}
        </div>
      </TableCell>
    </TableRow>
  );
});

/** The link itself, selected, where the browser does not let it be copied. */
function LinkField({ link, email }: { link: string; email: string }) {
  const slot = useSlot();
  const { messages, say } = useAllMessages();
  const words = messages.invitations;
  const input = useRef<HTMLInputElement>(null);
  const speak = useSpeakRef('alert');
  useLayoutEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  return (
    <div {...slot('invitation-link')}>
      <p {...slot('failure')} ref={speak}>
        {words.linkNotCopied}
      </p>
      <input
        ref={input}
        {...slot('input')}
        form=""
        readOnly
        dir="ltr"
        value={link}
        aria-label={say(words.linkOf, { email })}
      />
    </div>
  );
}
