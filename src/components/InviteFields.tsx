'use client';

import { useId, useRef } from 'react';
import { useAllMessages } from '../context/useAllMessages.js';
import { Button } from '../ui/Button.js';
import { useSlot } from '../ui/useSlot.js';
import { EmailField } from './EmailField.js';
import type { InviteFormProps } from './InviteForm.js';
import { InviteAnnouncer } from './InviteAnnouncer.js';
import { InviteOutcomeNote } from './InviteOutcomeNote.js';
import { InviteProgressBar } from './InviteProgressBar.js';
import { InviteTools } from './InviteTools.js';
import { RoleSelect } from './RoleSelect.js';
import { useInviteDraft } from './useInviteDraft.js';

/** The form itself: loaded once it is known that whoever looks may invite. */
export function InviteFields({ defaultRole }: InviteFormProps) {
  const slot = useSlot();
  const { messages, say } = useAllMessages();
  const draft = useInviteDraft(defaultRole);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
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
