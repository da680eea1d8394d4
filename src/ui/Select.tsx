'use client';

import type { SelectHTMLAttributes } from 'react';
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
  onValueChange: (value: string) => void;
  /** Looks like text until it is met: for a select in every row. */
  quiet?: boolean;
  busy?: boolean;
}

/** The platform's own select, with our box around it. */
export function Select({ options, onValueChange, onKeyDown, quiet = false, busy = false, ...rest }: SelectProps) {
  const slot = useSlot();
  return (
    <span {...slot('select', { quiet, busy, disabled: rest.disabled ?? false })}>
      <select
        // Of no form: Enter on a select sends the form around it, a host's too.
        form=""
        {...rest}
        {...slot('select-control')}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={(event) => {
          onKeyDown?.(event);
          keepEnter(event);
        }}
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
