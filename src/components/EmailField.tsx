'use client';

import { useRef, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useMessages } from '../context/useMessages.js';
import { parseEmails, splitTyped } from '../model/emails.js';
import { plainText } from '../model/plainText.js';
import { Button } from '../ui/Button.js';
import { useSlot } from '../ui/useSlot.js';
import type { Chip } from './useInviteDraft.js';

export interface EmailFieldProps {
  id: string;
  describedBy: string;
  chips: readonly Chip[];
  text: string;
  onTextChange: (text: string) => void;
  /** Finished addresses, to become chips. */
  onAdd: (texts: readonly string[]) => void;
  onRemove: (id: number) => void;
  /** Something is being sent: the field can be read, not changed. */
  readOnly: boolean;
}

/** One field that takes one address or a pasted list. What is finished becomes a chip that says where it stands. */
export function EmailField({ id, describedBy, chips, text, onTextChange, onAdd, onRemove, readOnly }: EmailFieldProps) {
  const slot = useSlot();
  const { messages, say } = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const words = messages.invite;

  const take = (typed: string) => {
    const { finished, rest } = splitTyped(typed);
    if (finished.length > 0) onAdd(finished.map((entry) => entry.text));
    onTextChange(rest);
  };
  const finish = () => {
    const entries = parseEmails(text);
    if (entries.length === 0) return;
    onAdd(entries.map((entry) => entry.text));
    onTextChange('');
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter' && text.trim() && !event.nativeEvent.isComposing) {
      event.preventDefault();
      finish();
    }
    const last = chips.at(-1);
    // Held down, the key empties the text and stops before the chips.
    if (event.key === 'Backspace' && text === '' && last && !event.repeat && !readOnly) {
      event.preventDefault();
      onRemove(last.id);
      onTextChange(last.text);
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData?.getData('text') ?? '';
    // The field has one line: line breaks of a list would be lost on the way in.
    if (readOnly || !/[\n\r\t,;]/.test(pasted.trim())) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const whole = text.slice(0, selectionStart ?? text.length) + pasted + text.slice(selectionEnd ?? text.length);
    onAdd(parseEmails(whole).map((entry) => entry.text));
    onTextChange('');
  };

  return (
    <div {...slot('email-field', { readonly: readOnly })}>
      {chips.length > 0 && (
        <ul {...slot('chips')} aria-label={words.addresses}>
          {chips.map((chip) => (
            <li key={chip.id} {...slot('chip', { status: chip.status })}>
              <bdi {...slot('chip-text')} title={chip.text}>
                {plainText(chip.label)}
              </bdi>
              {chip.note && <span {...slot('chip-note')}>{chip.note}</span>}
              <Button
                variant="quiet"
                icon="close"
                off={readOnly}
                label={say(words.removeAddress, { email: plainText(chip.label) })}
                onClick={() => {
                  onRemove(chip.id);
                  input.current?.focus();
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        id={id}
        {...slot('input')}
        type="text"
        inputMode="email"
        value={text}
        placeholder={chips.length > 0 ? undefined : words.placeholder}
        aria-describedby={describedBy}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={readOnly}
        onChange={(event) => take(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onBlur={() => {
          if (parseEmails(text).some(({ email }) => email !== null)) finish();
        }}
      />
    </div>
  );
}
