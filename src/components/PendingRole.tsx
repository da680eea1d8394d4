'use client';

import type { RefObject } from 'react';
import { useAllMessages } from '../context/useAllMessages.js';
import { useSpeakRef } from '../context/useAnnounce.js';
import { Button } from '../ui/Button.js';
import { useSlot } from '../ui/useSlot.js';
import { useFocusHeir } from './useFocusHeir.js';

export interface PendingRoleProps {
  /** The id of the hint, which describes the select. */
  hintId: string;
  /** Names the select, and with it the buttons. */
  label: string;
  applyLabel: string | undefined;
  /** What applying does. Without it, the keys are only read out. */
  hint: string | undefined;
  onApply: () => void;
  onCancel: () => void;
  /** Takes the focus from the buttons when they unmount. */
  selectRef: RefObject<HTMLSelectElement | null>;
}

/** The buttons that apply or revert a role that is chosen but not sent. `RoleSelect` hears the keys for it. */
export function PendingRole({ hintId, label, applyLabel, hint, onApply, onCancel, selectRef }: PendingRoleProps) {
  const slot = useSlot();
  const { messages } = useAllMessages();
  const speak = useSpeakRef('status');
  const buttons = useFocusHeir<HTMLDivElement>(() => [selectRef.current]);
  const apply = applyLabel ?? messages.roleSelect.apply;
  const { cancel } = messages.panel;
  return (
    <>
      <p {...slot('hint')} ref={speak} id={hintId} hidden={hint === undefined}>
        {hint ?? messages.roleSelect.pending}
      </p>
      <div
        ref={buttons}
        {...slot('pending-role')}
        role="presentation"
        // The select keeps the focus, which reverts the choice when it leaves. Safari focuses no button on click.
        onMouseDown={(event) => event.preventDefault()}
      >
        <Button variant="primary" label={`${apply} – ${label}`} onClick={onApply}>
          {apply}
        </Button>
        <Button label={`${cancel} – ${label}`} onClick={onCancel}>
          {cancel}
        </Button>
      </div>
    </>
  );
}
