'use client';

import { memo, useId, useRef } from 'react';
import { useAllMessages } from '../context/useAllMessages.js';
import { plainText } from '../model/plainText.js';
import type { Role } from '../model/role.js';
import { Button } from '../ui/Button.js';
import { useSlot } from '../ui/useSlot.js';
import { ChipRole } from './ChipRole.js';
import type { InviteChip } from './inviteChips.js';
import { useFocusHeir } from './useFocusHeir.js';

/** What can be asked of a chip. */
export type ChipAct = 'edit' | 'remove' | 'accept' | 'send-again' | 'choose-role';

export interface InviteChipItemProps {
  chip: InviteChip;
  /** The field: Tab reaches one chip of the list, the arrow keys the others. */
  isTabStop: boolean;
  /** Something is being sent: the chip can be read, not changed. */
  readOnly: boolean;
  /** Stays the same from render to render. */
  onAct: (act: ChipAct, id: number, role?: Role) => void;
  onFocus: (id: number) => void;
  /** Takes the focus when no chip is left behind this one. */
  getField: () => HTMLElement | null;
}

/** One address: where it stands, and what may be done about it. Its text takes it back into the field. */
export const InviteChipItem = memo(function InviteChipItem(props: InviteChipItemProps) {
  const { chip, isTabStop, readOnly, onAct, onFocus, getField } = props;
  const slot = useSlot();
  const { messages, say } = useAllMessages();
  const text = useRef<HTMLButtonElement>(null);
  const id = useId();
  const item = useFocusHeir<HTMLLIElement>((own) => [...chipButtonsAfter(own), getField()]);

  const words = messages.invite;
  const label = plainText(chip.label);
  const isOff = readOnly || chip.status === 'resending';
  const shared = {
    tabIndex: isTabStop ? 0 : -1,
    onFocus: () => onFocus(chip.id),
  };
  const describedBy = [chip.role && `${id}-role`, chip.note && `${id}-note`].filter(Boolean).join(' ');
  return (
    <li ref={item} {...slot('chip', { status: chip.status, suggested: chip.suggestion !== undefined })}>
      <div {...slot('chip-body')}>
        <button
          {...shared}
          {...slot('chip-text')}
          ref={text}
          type="button"
          data-chip={chip.id}
          dir="auto"
          title={label}
          aria-label={say(words.editAddress, { email: label })}
          aria-describedby={describedBy || undefined}
          aria-disabled={isOff || undefined}
          onClick={() => {
            if (!isOff) onAct('edit', chip.id);
          }}
        >
          {label}
        </button>
        {chip.role && (
          <span {...slot('badge')} id={`${id}-role`}>
            {chip.role}
          </span>
        )}
        {chip.note && (
          <span {...slot('chip-note')} id={`${id}-note`}>
            {chip.note}
          </span>
        )}
        {chip.unknownRole !== undefined && (
          <ChipRole
            {...shared}
            unknownRole={plainText(chip.unknownRole)}
            name={label}
            disabled={readOnly}
            aria-describedby={`${id}-note`}
            onChoose={(role) => {
              text.current?.focus();
              onAct('choose-role', chip.id, role);
            }}
          />
        )}
        {chip.suggestion !== undefined && !readOnly && (
          <Button
            {...shared}
            onClick={() => {
              text.current?.focus();
              onAct('accept', chip.id);
            }}
          >
            {say(words.suggestion, { email: chip.suggestion })}
          </Button>
        )}
        {(chip.canSendAgain || chip.status === 'resending') && (
          <Button
            {...shared}
            off={readOnly}
            busy={chip.status === 'resending'}
            label={say(words.sendAgainTo, { email: label })}
            onClick={() => onAct('send-again', chip.id)}
          >
            {words.sendAgain}
          </Button>
        )}
      </div>
      <Button
        {...shared}
        variant="quiet"
        icon="close"
        off={isOff}
        label={say(words.removeAddress, { email: label })}
        onClick={() => onAct('remove', chip.id)}
      />
    </li>
  );
}, isSame);

/** Chips are judged anew whenever one of them changes; those that came out the same are not rendered again. */
function isSame(one: InviteChipItemProps, other: InviteChipItemProps): boolean {
  const { chip: oneChip, ...oneRest } = one;
  const { chip: otherChip, ...otherRest } = other;
  return isShallowEqual(oneChip, otherChip) && isShallowEqual(oneRest, otherRest);
}

function isShallowEqual<T extends object>(one: T, other: T): boolean {
  return (Object.keys({ ...one, ...other }) as (keyof T)[]).every((key) => Object.is(one[key], other[key]));
}

/** The chips behind this one in its list, by what takes their focus. */
function chipButtonsAfter(item: Element): HTMLElement[] {
  const buttons: HTMLElement[] = [];
  for (let next = item.nextElementSibling; next; next = next.nextElementSibling) {
    const button = next.querySelector('button');
    if (button) buttons.push(button);
  }
  return buttons;
}
