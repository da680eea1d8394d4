'use client';

import { useId, useRef } from 'react';
import { useMessages } from '../context/useMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import type { Role } from '../model/role.js';
import { useAccess } from '../query/useAccess.js';
import { Button } from '../ui/Button.js';
import { useSlot } from '../ui/useSlot.js';
import { EmailField } from './EmailField.js';
import { InviteAnnouncer } from './InviteAnnouncer.js';
import { InviteOutcomeNote } from './InviteOutcomeNote.js';
import { InviteProgressBar } from './InviteProgressBar.js';
import { InviteTools } from './InviteTools.js';
import { Piece } from './Piece.js';
import { RoleSelect } from './RoleSelect.js';
import { useInviteDraft } from './useInviteDraft.js';

export interface InviteFormProps {
  /**
   * The role that is chosen at first.
   * @default `org:member` where it may be given, else the first role
   */
  defaultRole?: Role | undefined;
}

/**
 * Invites one address or a pasted list, with one role or with a role after each address. Each address says where it
 * stands before it is sent; what could not be sent stays in the field, for as long as the session of the tab lasts.
 * Nothing at all for those who may only read.
 */
export function InviteForm(props: InviteFormProps) {
  const { dataProvider } = useUsersContext();
  return (
    <Piece>
      <Form key={dataProvider.name} {...props} />
    </Piece>
  );
}

function Form({ defaultRole }: InviteFormProps) {
  const slot = useSlot();
  const { messages, say } = useMessages();
  const { access, signedOut } = useAccess();
  const draft = useInviteDraft(defaultRole);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  if (signedOut || access === 'read' || access === 'none') return null;
  // Room is kept for it while it is not known who looks; nobody is shown what they may not use.
  if (access === undefined) return <div {...slot('invite-form', { loading: true })} aria-hidden="true" />;

  const words = messages.invite;
  const { chips, sendable, isSending, isBusy, progress } = draft;
  const sendLabel = sendable > 1 ? say(words.sendMany, { count: sendable }) : words.send;
  const reason = chips.length > 0 ? words.nothingToSend : words.missing;
  return (
    <form
      {...slot('invite-form')}
      aria-labelledby={`${id}-title`}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void draft.send();
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
          <EmailField id={`${id}-emails`} describedBy={`${id}-hint`} draft={draft} inputRef={field} />
          <p {...slot('hint')} id={`${id}-hint`}>
            {words.hint}
          </p>
          {!isSending && <InviteTools draft={draft} field={field} />}
        </div>
        <div {...slot('field')}>
          <span {...slot('label')} aria-hidden="true">
            {words.role}
          </span>
          <RoleSelect showDescription role={draft.role} label={words.roleLabel} onRoleChange={draft.setRole} />
        </div>
        <Button
          type="submit"
          variant="primary"
          busy={isBusy || draft.isResending}
          off={sendable === 0 && !isBusy}
          reason={sendable === 0 && !isBusy ? reason : undefined}
        >
          {isBusy ? (isSending ? words.busy : words.checking) : sendLabel}
        </Button>
      </div>
      {progress && (progress.total > 1 || progress.pause) && (
        <InviteProgressBar progress={progress} onStop={draft.stop} field={field} />
      )}
      <InviteOutcomeNote draft={draft} field={field} />
      <InviteAnnouncer draft={draft} />
    </form>
  );
}
