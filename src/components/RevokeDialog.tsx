'use client';

import { useState } from 'react';
import { useMessages } from '../context/useMessages.js';
import type { Invitation } from '../model/invitation.js';
import { plainText } from '../model/plainText.js';
import { useRevokeInvitation } from '../query/useRevokeInvitation.js';
import { ConfirmDialog } from '../ui/ConfirmDialog.js';
import { explainFailure } from './Explanation.js';

export interface RevokeDialogProps {
  /** What to revoke. Frozen while the dialog is open. */
  invitation: Invitation;
  onClose: () => void;
}

/** Asks whether to revoke an invitation, naming its address, and revokes it. */
export function RevokeDialog({ invitation: given, onClose }: RevokeDialogProps) {
  const [invitation] = useState(given);
  const { messages, say } = useMessages();
  const revoke = useRevokeInvitation();
  const words = messages.invitations;
  return (
    <ConfirmDialog
      title={say(words.revokeTitle, { email: plainText(invitation.email) })}
      confirmLabel={words.revokeConfirm}
      busyLabel={words.revokeBusy}
      cancelLabel={messages.panel.cancel}
      closeLabel={messages.panel.close}
      onConfirm={() => revoke(invitation)}
      explain={explainFailure}
      onClose={onClose}
    >
      <p>{words.revokeBody}</p>
    </ConfirmDialog>
  );
}
