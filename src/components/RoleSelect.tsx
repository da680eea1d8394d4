'use client';

import { useId, useRef, useState, type ReactNode } from 'react';
import { useSpeakRef } from '../context/useAnnounce.js';
import { useMessages } from '../context/useMessages.js';
import type { Role } from '../model/role.js';
import { useRoles } from '../query/useRoles.js';
import { Select, type SelectOption } from '../ui/Select.js';
import { useCaptureKeys } from '../ui/useCaptureKeys.js';
import { useLater } from '../ui/useLater.js';
import { useSlot } from '../ui/useSlot.js';
import { laterParts } from './laterParts.js';
import { Piece } from './Piece.js';

export interface RoleSelectProps {
  role: Role;
  onRoleChange: (role: Role) => void;
  /** What is chosen here, for those who do not see where it stands: "Role of Ada Lovelace". */
  label: string;
  /** Turns the select off and says why, in text that assistive technology reads. */
  disabledReason?: string | undefined;
  /** The choice is being sent. It may be changed meanwhile: the last choice wins. */
  busy?: boolean | undefined;
  /** Why the last choice was not taken. */
  error?: ReactNode;
  /**
   * Whether the role's description stands below.
   * @default false
   */
  showDescription?: boolean | undefined;
  /**
   * Without a border until it is met, for a select in every row.
   * @default false
   */
  quiet?: boolean | undefined;
  /**
   * Which choices wait for Enter or a button at the select before `onRoleChange` is called; Escape and leaving the select
   * revert them. `keyboard`: those of arrows and letters on the closed select. `always`: all of them. `never`: none, for
   * a form that is sent by a button of its own.
   * @default 'keyboard'
   */
  confirm?: 'never' | 'keyboard' | 'always' | undefined;
  /**
   * The button that applies a choice that waits.
   * @default 'Apply'
   */
  confirmLabel?: string | undefined;
  /** What applying does, below a choice that waits. */
  confirmHint?: string | undefined;
}

/**
 * The platform's select over the roles that may be given. A role that is none of them is shown by its slug and stays
 * until another is chosen.
 */
export function RoleSelect(props: RoleSelectProps) {
  return (
    <Piece>
      <RoleField {...props} />
    </Piece>
  );
}

function RoleField(props: RoleSelectProps) {
  const slot = useSlot();
  const {
    role,
    onRoleChange,
    label,
    disabledReason,
    busy,
    error,
    showDescription,
    quiet,
    confirm = 'keyboard',
  } = props;
  const { messages, roleLabel, roleDescription } = useMessages();
  const roles = useRoles();
  const speak = useSpeakRef('alert');
  const id = useId();
  const select = useRef<HTMLSelectElement>(null);
  const [pending, setPending] = useState<{ role: Role; from: Role } | null>(null);
  // What was proposed for another role, or may no longer be chosen, is dropped.
  if (pending && (pending.from !== role || disabledReason !== undefined || (busy && confirm === 'always'))) {
    setPending(null);
  }
  const shownRole = pending?.role ?? role;

  const options: SelectOption[] = roles.map((option) => ({
    value: option.role,
    label: option.label ?? roleLabel(option.role),
    disabled: option.unavailable === true && option.role !== role,
  }));
  const isUnknown = roles.every((option) => option.role !== role);
  if (isUnknown) options.unshift({ value: role, label: roleLabel(role) });

  const onValueChange = (next: Role, isByKey: boolean) => {
    if (confirm === 'always' && busy) return;
    const waits = confirm === 'always' || (isByKey && confirm === 'keyboard');
    setPending(waits && next !== role ? { role: next, from: role } : null);
    if (!waits && next !== role) onRoleChange(next);
  };
  const apply = () => {
    setPending(null);
    if (pending) onRoleChange(pending.role);
  };
  const revert = () => setPending(null);

  const part = useLater(laterParts.memberDialogs, pending !== null).value;
  // Also before the buttons are loaded.
  const keys = useCaptureKeys((event) => {
    const isEnter = event.key === 'Enter' && event.composedPath()[0] === select.current;
    if (!pending || (!isEnter && event.key !== 'Escape')) return false;
    event.preventDefault();
    if (isEnter) apply();
    else revert();
    return true;
  });

  const description = roleDescription(shownRole) ?? (isUnknown && !pending ? messages.roleSelect.unknown : undefined);
  const shown = showDescription ? description : undefined;
  const describedBy = [
    disabledReason && `${id}-reason`,
    busy && `${id}-saving`,
    pending && `${id}-pending`,
    shown && `${id}-description`,
    error && `${id}-error`,
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <div
      ref={keys}
      {...slot('role-select')}
      onFocus={() => void laterParts.memberDialogs.load().catch(() => undefined)}
      onBlur={(event) => {
        if (pending && !event.currentTarget.contains(event.relatedTarget)) revert();
      }}
    >
      <Select
        selectRef={select}
        value={shownRole}
        options={options}
        onValueChange={onValueChange}
        proposed={pending !== null}
        aria-label={label}
        aria-describedby={describedBy || undefined}
        aria-invalid={error ? true : undefined}
        title={disabledReason ?? (shown ? undefined : description)}
        disabled={disabledReason !== undefined}
        data-disabled-reason={disabledReason}
        quiet={quiet ?? false}
        busy={busy ?? false}
      />
      {pending && part && (
        <part.memberDialogs.PendingRole
          hintId={`${id}-pending`}
          label={label}
          applyLabel={props.confirmLabel}
          hint={props.confirmHint}
          onApply={apply}
          onCancel={revert}
          selectRef={select}
        />
      )}
      {busy && (
        <span id={`${id}-saving`} hidden>
          {messages.roleSelect.saving}
        </span>
      )}
      {disabledReason && (
        <span id={`${id}-reason`} hidden>
          {disabledReason}
        </span>
      )}
      {shown && (
        <p {...slot('hint')} id={`${id}-description`}>
          {shown}
        </p>
      )}
      {error && (
        <p {...slot('failure')} ref={speak} id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
