'use client';

import { useId, type ButtonHTMLAttributes, type ReactNode, type Ref } from 'react';
import { Icon, type IconName } from './Icon.js';
import { keepEnter } from './keepEnter.js';
import { useSlot } from './useSlot.js';

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'disabled'> {
  variant?: 'primary' | 'danger' | 'plain' | 'quiet';
  icon?: IconName;
  /** Something is under way: the button stays focusable and does nothing. */
  busy?: boolean;
  /** Off: the button stays focusable, so that the reason can be met. */
  off?: boolean;
  /** Why it is off, read out with its name and shown on hover. */
  reason?: string | undefined;
  /** Words for an icon alone. */
  label?: string;
  children?: ReactNode;
  buttonRef?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const slot = useSlot();
  const {
    variant = 'plain',
    icon,
    busy = false,
    off = false,
    reason,
    label,
    children,
    onClick,
    onKeyDown,
    buttonRef,
    ...rest
  } = props;
  const inert = busy || off;
  const id = useId();
  return (
    <button
      type="button"
      {...rest}
      ref={buttonRef}
      {...slot('button', { variant, busy, off, 'icon-only': children === undefined })}
      aria-label={label}
      title={reason ?? label}
      aria-disabled={inert || undefined}
      aria-describedby={reason && id}
      data-disabled-reason={reason}
      onClick={(event) => {
        if (inert) event.preventDefault();
        else onClick?.(event);
      }}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        keepEnter(event);
      }}
    >
      {icon && <Icon name={icon} />}
      {/* Alone in its element, text goes on changing after a browser's translation has replaced it. */}
      {children !== undefined && <span>{children}</span>}
      {reason && (
        <span id={id} hidden>
          {reason}
        </span>
      )}
    </button>
  );
}
