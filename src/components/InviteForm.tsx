'use client';

import { useId, useState } from 'react';
import { useMessages } from '../context/useMessages.js';
import { MEMBER_ROLE, type Role } from '../model/role.js';
import { useAccess } from '../query/useAccess.js';
import { useRoles } from '../query/useRoles.js';
import { Button } from '../ui/Button.js';
import { EmailField } from './EmailField.js';
import { Piece } from './Piece.js';
import { RoleSelect } from './RoleSelect.js';
import { useInviteDraft } from './useInviteDraft.js';
import { useSlot } from '../ui/useSlot.js';

export interface InviteFormProps {
  /**
   * The role that is chosen at first.
   * @default `org:member` where it may be given, else the first role
   */
  defaultRole?: Role | undefined;
}

/**
 * Invites one address or a pasted list, with a role. Each address says where it stands before it is sent; what could not
 * be sent stays in the field. Nothing at all for those who may only read.
 */
export function InviteForm(props: InviteFormProps) {
  return (
    <Piece>
      <Form {...props} />
    </Piece>
  );
}

function Form({ defaultRole }: InviteFormProps) {
  const slot = useSlot();
  const { messages, say } = useMessages();
  const { access, signedOut } = useAccess();
  const roles = useRoles();
  const draft = useInviteDraft();
  const [chosen, setChosen] = useState<Role | null>(null);
  const id = useId();

  const preset = roles.some(({ role }) => role === MEMBER_ROLE) ? MEMBER_ROLE : roles[0]?.role;
  const role = chosen ?? defaultRole ?? preset ?? MEMBER_ROLE;
  if (signedOut || access === 'read' || access === 'none') return null;
  // Room is kept for it while it is not known who looks; nobody is shown what they may not use.
  if (access === undefined) return <div {...slot('invite-form', { loading: true })} aria-hidden="true" />;

  const words = messages.invite;
  const { sendable, isSending, failures } = draft;
  const sendLabel = sendable > 1 ? say(words.sendMany, { count: sendable }) : words.send;
  return (
    <form
      {...slot('invite-form')}
      aria-labelledby={`${id}-title`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void draft.send(role);
      }}
    >
      <h3 {...slot('section-title')} id={`${id}-title`}>
        {words.title}
      </h3>
      <div {...slot('invite-fields')}>
        <div {...slot('field')}>
          <label {...slot('label')} htmlFor={`${id}-emails`}>
            {words.emails}
          </label>
          <EmailField
            id={`${id}-emails`}
            describedBy={`${id}-hint`}
            chips={draft.chips}
            text={draft.text}
            onTextChange={draft.setText}
            onAdd={draft.add}
            onRemove={draft.remove}
            readOnly={isSending}
          />
          <p {...slot('hint')} id={`${id}-hint`}>
            {words.hint}
          </p>
        </div>
        <div {...slot('field')}>
          <span {...slot('label')} aria-hidden="true">
            {words.role}
          </span>
          <RoleSelect showDescription role={role} label={words.roleLabel} onRoleChange={setChosen} />
        </div>
        <Button
          type="submit"
          variant="primary"
          busy={isSending}
          off={sendable === 0}
          reason={sendable === 0 && !isSending ? words.missing : undefined}
        >
          {isSending ? words.busy : sendLabel}
        </Button>
      </div>
      <div {...slot('failure')} role="alert">
        {failures.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </form>
  );
}
