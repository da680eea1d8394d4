'use client';

import { useAllMessages } from '../context/useAllMessages.js';
import type { Invitation } from '../model/invitation.js';
import { plainText } from '../model/plainText.js';
import type { Role } from '../model/role.js';
import { RoleSelect } from './RoleSelect.js';

export interface InvitationRoleProps {
  invitation: Invitation;
  /** The role that is being sent; null when nothing is under way. */
  sending: Role | null;
  onSend: (role: Role) => void;
}

/** The role of a pending invitation. Another one takes a new email, which cannot be undone, so every choice waits. */
export function InvitationRole({ invitation, sending, onSend }: InvitationRoleProps) {
  const { messages, say } = useAllMessages();
  const { roleOf, sendRole, sendsNew } = messages.invitations;
  return (
    <RoleSelect
      quiet
      role={sending ?? invitation.role}
      label={say(roleOf, { email: plainText(invitation.email) })}
      busy={sending !== null}
      confirm="always"
      confirmLabel={sendRole}
      confirmHint={sendsNew}
      onRoleChange={onSend}
    />
  );
}
