'use client';

import { useMessages } from '../context/useMessages.js';
import { toUsersError } from '../model/errors.js';
import { ConfirmDialog } from '../ui/ConfirmDialog.js';

export interface DemoteSelfDialogProps {
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before a person gives up their own right to manage. */
export function DemoteSelfDialog({ onConfirm, onClose }: DemoteSelfDialogProps) {
  const { messages, explain } = useMessages();
  const words = messages.demoteSelf;
  return (
    <ConfirmDialog
      title={words.title}
      confirmLabel={words.confirm}
      busyLabel={words.busy}
      cancelLabel={messages.panel.cancel}
      onConfirm={onConfirm}
      explain={(reason) => explain(toUsersError(reason))}
      onClose={onClose}
    >
      <p>{words.body}</p>
    </ConfirmDialog>
  );
}
