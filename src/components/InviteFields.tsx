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
import { useFocusLeave } from './useFocusLeave.js';
import { useInviteDraft } from './useInviteDraft.js';

/** The form itself: loaded once it is known that whoever looks may invite. */
export function InviteFields({ defaultRole }: InviteFormProps) {
  const slot = useSlot();
  const { messages, say } = useAllMessages();
  const draft = useInviteDraft(defaultRole);
  const form = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const words = messages.invite;
  const { chips, sendable, isSending, isBusy, progress, hasText } = draft;
  const sendLabel = sendable > 1 ? say(words.sendMany, { count: sendable }) : words.send;
  const reason = chips.length > 0 ? words.nothingToSend : words.missing;
  // What is typed can be sent, or is judged by the attempt.
  const isOff = sendable === 0 && !isBusy && !hasText;
  // Within the form the text stays text, and the form as high as it is.
  useFocusLeave(form, () => draft.leave());
  return (
    // No <form>: within one of the host's it would be lost, and Send would send the host's.
    <div ref={form} {...slot('invite-form')} role="form" aria-labelledby={`${id}-title`}>
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
          <RoleSelect
            confirm="never"
            showDescription
            role={draft.role}
            label={words.roleLabel}
            onRoleChange={draft.setRole}
          />
        </div>
        <Button
          variant="primary"
          busy={isBusy || draft.isResending}
          off={isOff}
          reason={isOff ? reason : undefined}
          onClick={() => void draft.send()}
        >
          {isBusy ? (isSending ? words.busy : words.checking) : sendLabel}
        </Button>
      </div>
      {progress && (progress.total > 1 || progress.pause) && (
        <InviteProgressBar progress={progress} onStop={draft.stop} field={field} />
      )}
      <InviteOutcomeNote draft={draft} field={field} />
      <InviteAnnouncer draft={draft} />
    </div>
  );
}
