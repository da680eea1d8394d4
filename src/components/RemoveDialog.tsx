'use client';

import { useState } from 'react';
import { useHoldAnnouncements } from '../context/useAnnounce.js';
import { useAllMessages } from '../context/useAllMessages.js';
import { memberDisplayName, type Member } from '../model/member.js';
import { useLiveMember } from '../query/useLiveMember.js';
import { useRemoveMember } from '../query/useRemoveMember.js';
import { ConfirmDialog } from '../ui/ConfirmDialog.js';
import { explainFailure } from './Explanation.js';
import { useSlot } from '../ui/useSlot.js';
import { Piece } from './Piece.js';

export interface RemoveDialogProps {
  /** Whom to remove. Frozen while the dialog is open: a change of this prop does not change the question. */
  member: Member;
  /** Cancelled, or removed. */
  onClose: () => void;
}

/** Asks whether to remove a member, naming whom and what follows, and removes them. Open for as long as it is rendered. */
export function RemoveDialog(props: RemoveDialogProps) {
  return (
    <Piece>
      <Question {...props} />
    </Piece>
  );
}

function Question({ member: given, onClose }: RemoveDialogProps) {
  const slot = useSlot();
  const [member] = useState(given);
  const { messages, say, roleLabel } = useAllMessages();
  useHoldAnnouncements();
  const live = useLiveMember(member);
  const remove = useRemoveMember();
  const name = memberDisplayName(member);
  const words = messages.remove;
  let blocked: string | undefined;
  if (live.status === 'gone') blocked = say(words.gone, { name });
  if (live.status === 'changed') {
    const { member: now } = live;
    blocked = say(words.changed, { name: memberDisplayName(now), role: roleLabel(now.role) });
  }
  return (
    <ConfirmDialog
      title={say(words.title, { name })}
      confirmLabel={words.confirm}
      busyLabel={words.busy}
      cancelLabel={messages.panel.cancel}
      closeLabel={messages.panel.close}
      blocked={blocked}
      onConfirm={() => remove(member)}
      explain={explainFailure}
      onClose={onClose}
    >
      <p>{say(words.body, { name })}</p>
      {member.email && member.email !== name && (
        <p {...slot('hint')}>
          <bdi>{member.email}</bdi>
        </p>
      )}
    </ConfirmDialog>
  );
}
