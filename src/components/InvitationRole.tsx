'use client';

import { useCallback, useRef, useState } from 'react';
import { useSpeakRef } from '../context/useAnnounce.js';
import { useAllMessages } from '../context/useAllMessages.js';
import type { Invitation } from '../model/invitation.js';
import { plainText } from '../model/plainText.js';
import type { Role } from '../model/role.js';
import { Button } from '../ui/Button.js';
import { useCaptureKeys } from '../ui/useCaptureKeys.js';
import { useSlot } from '../ui/useSlot.js';
import { RoleSelect } from './RoleSelect.js';

export interface InvitationRoleProps {
  invitation: Invitation;
  /** The role that is being sent; null when nothing is under way. */
  sending: Role | null;
  onSend: (role: Role) => void;
}

/**
 * The role of a pending invitation. Another one takes a new e-mail, which cannot be taken back, so that choosing only
 * proposes it (arrow keys choose what lies on the way, too) and a button sends it.
 */
export function InvitationRole({ invitation, sending, onSend }: InvitationRoleProps) {
  const slot = useSlot();
  const { messages, say } = useAllMessages();
  const box = useRef<HTMLDivElement>(null);
  const speak = useSpeakRef('status');
  const [draft, setDraft] = useState<{ invitation: Invitation; role: Role } | null>(null);
  const words = messages.invitations;
  // A choice was made for the invitation as it was then.
  const isCurrent =
    draft?.invitation.invitationId === invitation.invitationId && draft.invitation.role === invitation.role;
  const chosen = draft && isCurrent && draft.role !== invitation.role && sending === null ? draft.role : null;

  const close = () => {
    // The button that is pressed goes; the select stays.
    box.current?.querySelector('select')?.focus();
    setDraft(null);
  };
  const keys = useCaptureKeys((event) => {
    if (event.key !== 'Escape' || chosen === null) return false;
    event.preventDefault();
    close();
    return true;
  });
  const boxRef = useCallback(
    (element: HTMLDivElement | null) => {
      box.current = element;
      keys(element);
    },
    [keys],
  );
  return (
    <div ref={boxRef}>
      <RoleSelect
        quiet
        role={sending ?? chosen ?? invitation.role}
        label={say(words.roleOf, { email: plainText(invitation.email) })}
        busy={sending !== null}
        onRoleChange={(role) => {
          if (sending === null) setDraft({ invitation, role });
        }}
      />
      {chosen !== null && (
        <p {...slot('hint')} ref={speak}>
          {words.sendsNew}
        </p>
      )}
      {chosen !== null && (
        <div {...slot('invitation-draft')}>
          <Button
            variant="primary"
            onClick={() => {
              close();
              onSend(chosen);
            }}
          >
            {words.sendRole}
          </Button>
          <Button onClick={close}>{messages.panel.cancel}</Button>
        </div>
      )}
    </div>
  );
}
