'use client';

import { useHoldAnnouncements } from '../context/useAnnounce.js';
import { useAllMessages } from '../context/useAllMessages.js';
import { ConfirmDialog } from '../ui/ConfirmDialog.js';
import { explainFailure } from './Explanation.js';

export interface DemoteSelfDialogProps {
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before a person gives up their own right to manage. */
export function DemoteSelfDialog({ onConfirm, onClose }: DemoteSelfDialogProps) {
  const { messages } = useAllMessages();
  useHoldAnnouncements();
  const words = messages.demoteSelf;
  return (
    <ConfirmDialog
      title={words.title}
      confirmLabel={words.confirm}
      busyLabel={words.busy}
      cancelLabel={messages.panel.cancel}
      closeLabel={messages.panel.close}
      onConfirm={onConfirm}
      explain={explainFailure}
      onClose={onClose}
    >
      <p>{words.body}</p>
    </ConfirmDialog>
  );
}
