'use client';

import { useRef, type KeyboardEvent, type Ref, type SelectHTMLAttributes } from 'react';
import { Icon } from './Icon.js';
import { keepEnter } from './keepEnter.js';
import { useSlot } from './useSlot.js';

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className' | 'onChange'> {
  value: string;
  options: readonly SelectOption[];
  /** `isByKey`: a key such as an arrow or a letter changed the value while the list was closed. */
  onValueChange: (value: string, isByKey: boolean) => void;
  /** Looks like text until it is met: for a select in every row. */
  quiet?: boolean;
  busy?: boolean;
  /** The value is only proposed so far. */
  proposed?: boolean;
  selectRef?: Ref<HTMLSelectElement>;
}

/** The platform's own select, with our box around it. */
export function Select(props: SelectProps) {
  const slot = useSlot();
  const {
    options,
    onValueChange,
    onKeyDown,
    quiet = false,
    busy = false,
    proposed = false,
    selectRef,
    ...rest
  } = props;
  // Browsers change the value of a closed select between the press of a key and its release.
  const isByKey = useRef(false);
  const typedAt = useRef(-Infinity);
  const endKey = () => {
    isByKey.current = false;
  };
  return (
    <span {...slot('select', { quiet, busy, proposed, disabled: rest.disabled ?? false })}>
      <select
        // Of no form: Enter on a select sends the form around it, a host's too.
        form=""
        {...rest}
        {...slot('select-control')}
        ref={selectRef}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          keepEnter(event);
          isByKey.current = !isOpen(event.currentTarget) && !opensList(event, typedAt.current);
          if (event.key.length === 1 && isByKey.current) typedAt.current = event.timeStamp;
        }}
        onKeyUp={({ currentTarget }) => {
          // WebKit fires no `change` when keys lead to the value that it fired the last one for, though it was reset since.
          if (isByKey.current && currentTarget.value !== rest.value) onValueChange(currentTarget.value, true);
          endKey();
        }}
        onPointerDown={endKey}
        onBlur={endKey}
        onChange={(event) => onValueChange(event.target.value, isByKey.current && !isOpen(event.currentTarget))}
      >
        {options.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
      <Icon name="chevron" />
    </span>
  );
}

/** How long browsers take letters for one search, in milliseconds. */
const TYPE_AHEAD_MS = 1_000;

/** Whether the key opens the list of a closed select. Every other key may change the value at once. */
function opensList({ key, altKey, timeStamp }: KeyboardEvent, typedAt: number): boolean {
  if (key === 'Enter' || key === 'F4') return true;
  // Within a search by letters, a space is one of them.
  if (key === ' ') return timeStamp - typedAt > TYPE_AHEAD_MS;
  // Apple's systems open the list with the arrows alone.
  return key.startsWith('Arrow') && (altKey || /^(Mac|iP)/.test(navigator.platform));
}

/** Browsers without `:open` for selects send no keys to the page while the list is open. */
function isOpen(select: HTMLSelectElement): boolean {
  try {
    return select.matches(':open');
  } catch {
    return false;
  }
}
