'use client';

import { useCallback, useRef, useState, type ClipboardEvent, type KeyboardEvent, type Ref } from 'react';
import { useAllMessages } from '../context/useAllMessages.js';
import { useLatest } from '../context/useLatest.js';
import { parseEmails } from '../model/emails.js';
import { Button } from '../ui/Button.js';
import { useSlot } from '../ui/useSlot.js';
import { InviteChipItem, type ChipAct } from './InviteChipItem.js';
import type { InviteChip } from './inviteChips.js';
import { stepInField } from './stepInField.js';
import type { InviteDraftState } from './useInviteDraft.js';

export interface EmailFieldProps {
  id: string;
  describedBy: string;
  draft: InviteDraftState;
  inputRef: Ref<HTMLInputElement>;
}

/** Chips that are shown before a long list is cut short. As many more are, where somebody has to look at them. */
const SHOWN = 100;

/** One field that takes one address or a pasted list. What is finished becomes a chip that says where it stands. */
export function EmailField({ id, describedBy, draft, inputRef }: EmailFieldProps) {
  const slot = useSlot();
  const { messages, say, dir } = useAllMessages();
  const field = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<number | null>(null);
  const [isWhole, setWhole] = useState(false);
  const { chips, text, at, isBusy: readOnly } = draft;
  const words = messages.invite;

  const shown = isWhole ? chips : cutShort(chips);
  const more = chips.length - shown.length;
  const behind = new Set(at === null ? [] : chips.slice(at));
  const before = shown.filter((chip) => !behind.has(chip));
  const after = shown.filter((chip) => behind.has(chip));
  const tabStop = shown.some((chip) => chip.id === current) ? current : shown.at(-1)?.id;

  const getField = useCallback(() => field.current?.querySelector('input') ?? null, []);
  const act = (kind: ChipAct, chip: number) => {
    switch (kind) {
      case 'edit':
        getField()?.focus();
        draft.edit(chip);
        break;
      case 'remove':
        draft.remove(chip);
        break;
      case 'accept':
        draft.acceptSuggestion(chip);
        break;
      case 'send-again':
        void draft.sendAgain(chip);
        break;
    }
  };
  const onChipKeyDown = (event: KeyboardEvent<HTMLElement>, chip: number) => {
    const isOff = readOnly || chips.find((other) => other.id === chip)?.status === 'resending';
    if ((event.key === 'Delete' || event.key === 'Backspace') && !isOff) {
      event.preventDefault();
      draft.remove(chip);
    } else if (stepInField(event, field.current, dir)) event.preventDefault();
  };
  // The chips stay as they are while something is typed, however many there are.
  const latestRef = useLatest({ act, onChipKeyDown });
  const onAct = useCallback((kind: ChipAct, chip: number) => latestRef.current.act(kind, chip), [latestRef]);
  const onKey = useCallback(
    (event: KeyboardEvent<HTMLElement>, chip: number) => latestRef.current.onChipKeyDown(event, chip),
    [latestRef],
  );
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    const last = chips[(at ?? chips.length) - 1];
    if (event.key === 'Enter' && (text.trim() || draft.isEditing)) {
      event.preventDefault();
      draft.finish();
    } else if (event.key === 'Escape' && draft.isEditing) {
      // It answers the editing alone, not a dialog of the host around it.
      event.preventDefault();
      event.stopPropagation();
      draft.cancelEdit();
    } else if (event.key === 'Backspace' && text === '' && last && !event.repeat && !readOnly) {
      // Held down, the key empties the text and stops before the chips.
      event.preventDefault();
      draft.edit(last.id);
    } else if (stepInField(event, field.current, dir)) event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData?.getData('text') ?? '';
    // The field has one line: line breaks of a list would be lost on the way in.
    if (readOnly || !/[\n\r\t,;]/.test(pasted.trim())) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    draft.insert(text.slice(0, selectionStart ?? text.length) + pasted + text.slice(selectionEnd ?? text.length));
  };

  const list = (part: readonly InviteChip[]) =>
    part.length > 0 && (
      <ul {...slot('chips')} aria-label={words.addresses}>
        {part.map((chip) => (
          <InviteChipItem
            key={chip.id}
            chip={chip}
            isTabStop={chip.id === tabStop}
            readOnly={readOnly}
            onAct={onAct}
            onKeyDown={onKey}
            onFocus={setCurrent}
            getField={getField}
          />
        ))}
      </ul>
    );
  return (
    <div
      ref={field}
      {...slot('email-field', { readonly: readOnly })}
      role="presentation"
      onMouseDown={(event) => {
        // The room around the chips is the field, too.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        getField()?.focus();
      }}
      onBlur={(event) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        if (draft.isEditing || parseEmails(text).some(({ email }) => email !== null)) draft.finish();
      }}
    >
      {list(before)}
      <input
        ref={inputRef}
        id={id}
        {...slot('input')}
        type="text"
        inputMode="email"
        value={text}
        placeholder={chips.length > 0 ? undefined : words.placeholder}
        aria-describedby={chips.length > 0 ? `${describedBy} ${id}-keys` : describedBy}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={readOnly}
        onChange={(event) => draft.type(event.target.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
      />
      {list(after)}
      {more > 0 && (
        <Button variant="quiet" onClick={() => setWhole(true)}>
          {say(words.more, { count: more })}
        </Button>
      )}
      {chips.length > 0 && (
        <span id={`${id}-keys`} hidden>
          {words.keysHint}
        </span>
      )}
    </div>
  );
}

/** The first of a long list, and what somebody has to look at, wherever it stands. */
function cutShort(chips: readonly InviteChip[]): readonly InviteChip[] {
  if (chips.length <= SHOWN) return chips;
  const toLookAt = chips.slice(SHOWN).filter((chip) => chip.needsLook);
  return [...chips.slice(0, SHOWN), ...toLookAt.slice(0, SHOWN)];
}
