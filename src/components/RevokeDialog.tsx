'use client';

import { useState } from 'react';
import { useHoldAnnouncements } from '../context/useAnnounce.js';
import { useAllMessages } from '../context/useAllMessages.js';
import type { Invitation } from '../model/invitation.js';
import { plainText } from '../model/plainText.js';
import { useLiveInvitation } from '../query/useLiveInvitation.js';
import { useRevokeInvitation } from '../query/useRevokeInvitation.js';
import { ConfirmDialog } from '../ui/ConfirmDialog.js';
import { explainFailure } from './Explanation.js';
import { invitationStatusLabel } from './invitationStatusLabel.js';

export interface RevokeDialogProps {
  /** What to revoke. Frozen while the dialog is open. */
  invitation: Invitation;
  onClose: () => void;
}

/**
 * Asks whether to revoke an invitation, naming its address, and revokes it. When the invitation changes or goes meanwhile,
 * the dialog says so, and there is nothing left to confirm.
 */
export function RevokeDialog({ invitation: given, onClose }: RevokeDialogProps) {
  const [invitation] = useState(given);
  const { messages, say, roleLabel } = useAllMessages();
  useHoldAnnouncements();
  const live = useLiveInvitation(invitation);
  const revoke = useRevokeInvitation();
  const words = messages.invitations;
  const email = plainText(invitation.email);
  let blocked: string | undefined;
  if (live.status === 'gone') blocked = say(words.gone, { email });
  if (live.status === 'changed' || live.status === 'replaced') {
    const { role, status } = live.invitation;
    blocked = say(words[live.status], {
      email,
      role: roleLabel(role),
      status: invitationStatusLabel(messages, status),
    });
  }
  return (
    <ConfirmDialog
      title={say(words.revokeTitle, { email })}
      confirmLabel={words.revokeConfirm}
      busyLabel={words.revokeBusy}
      cancelLabel={messages.panel.cancel}
      closeLabel={messages.panel.close}
      blocked={blocked}
      onConfirm={() => revoke(invitation)}
      explain={explainFailure}
      onClose={onClose}
    >
      <p>{words.revokeBody}</p>
    </ConfirmDialog>
  );
}
