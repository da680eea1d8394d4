'use client';

import { useCallback, useRef, useState, type ClipboardEvent, type Ref } from 'react';
import { useAllMessages } from '../context/useAllMessages.js';
import { useLatest } from '../context/useLatest.js';
import type { Role } from '../model/role.js';
import { Button } from '../ui/Button.js';
import { useCaptureKeys } from '../ui/useCaptureKeys.js';
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
  const act = (kind: ChipAct, chip: number, role?: Role) => {
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
      case 'choose-role': {
        const unknownRole = chips.find((other) => other.id === chip)?.unknownRole;
        if (role !== undefined && unknownRole !== undefined) draft.chooseRole(unknownRole, role);
        break;
      }
      case 'send-again':
        void draft.sendAgain(chip);
        break;
    }
  };
  /** Returns whether the key was used. */
  const handleChipKey = ({ key }: KeyboardEvent, chip: number, target: HTMLElement) => {
    const isOff = readOnly || chips.find((other) => other.id === chip)?.status === 'resending';
    // In the select of a role the keys are the select's.
    if ((key !== 'Delete' && key !== 'Backspace') || isOff || target.localName === 'select') return false;
    draft.remove(chip);
    return true;
  };
  const handleInputKey = ({ key, repeat }: KeyboardEvent) => {
    const last = chips[(at ?? chips.length) - 1];
    if (key === 'Enter') {
      if (text.trim() || draft.isEditing) draft.finish();
      else void draft.send();
    } else if (key === 'Escape' && draft.isEditing) draft.cancelEdit();
    // Held down, the key empties the text and stops before the chips.
    else if (key === 'Backspace' && text === '' && last && !repeat && !readOnly) draft.edit(last.id);
    else return false;
    return true;
  };
  const keys = useCaptureKeys((event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const [target] = event.composedPath() as [HTMLElement];
    const isTyping = target === getField();
    const chip = target.closest('.mup-chip')?.querySelector<HTMLElement>('[data-chip]')?.dataset['chip'];
    const isUsed = isTyping ? handleInputKey(event) : chip !== undefined && handleChipKey(event, Number(chip), target);
    if (isUsed || stepInField(event, field.current, dir)) {
      event.preventDefault();
      return true;
    }
    if (ctrlKey || metaKey || altKey || key === 'Escape' || key === 'Tab') return false;
    // What is typed is no shortcut of the host's, nor is what presses a button of ours.
    return isTyping || key === 'Enter' || key === ' ';
  });
  const fieldRef = useCallback(
    (element: HTMLDivElement | null) => {
      field.current = element;
      keys(element);
    },
    [keys],
  );
  // The chips stay as they are while something is typed, however many there are.
  const latestRef = useLatest(act);
  const onAct = useCallback<typeof act>((...args) => latestRef.current(...args), [latestRef]);
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData?.getData('text') ?? '';
    // The field has one line: line breaks of a list would be lost on the way in.
    if (readOnly || !/[\n\r\t,;]/.test(pasted.trim())) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    // A list is entries of its own: glued to what is being typed, it would make an address that nobody wrote.
    const parts = [text.slice(0, selectionStart ?? text.length), pasted, text.slice(selectionEnd ?? text.length)];
    draft.insert(parts.filter((part) => part.trim()).join('\n'));
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
            onFocus={setCurrent}
            getField={getField}
          />
        ))}
      </ul>
    );
  return (
    <div
      ref={fieldRef}
      {...slot('email-field', { readonly: readOnly })}
      role="presentation"
      onMouseDown={(event) => {
        // The room around the chips is the field, too.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        getField()?.focus();
      }}
    >
      {list(before)}
      <input
        ref={inputRef}
        id={id}
        {...slot('input')}
        type="text"
        // Of no form: a host's around the panel is neither sent by Enter nor sends what is typed here.
        form=""
        inputMode="email"
        enterKeyHint="enter"
        value={text}
        placeholder={chips.length > 0 ? undefined : words.placeholder}
        aria-describedby={chips.length > 0 ? `${describedBy} ${id}-keys` : describedBy}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={readOnly}
        onChange={({ target, nativeEvent }) => {
          // What an input method is composing is not cut at its commas.
          const { isComposing: isUnderWay } = nativeEvent as InputEvent;
          (isUnderWay ? draft.compose : draft.type)(target.value);
        }}
        onCompositionEnd={({ currentTarget }) => draft.type(currentTarget.value)}
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
