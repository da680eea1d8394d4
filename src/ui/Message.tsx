'use client';

import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.js';
import { useSlot } from './useSlot.js';

export interface MessageProps {
  /** `banner`: one line above a list. `state`: takes the place of a list, with a title. */
  kind: 'banner' | 'state';
  tone?: 'neutral' | 'warning' | 'danger';
  icon?: IconName;
  title?: string;
  children?: ReactNode;
  /** Buttons: what leads on. */
  action?: ReactNode;
}

/** A sentence that leads on: an empty list, a failure, a warning. */
export function Message({ kind, tone = 'neutral', icon, title, children, action }: MessageProps) {
  const slot = useSlot();
  return (
    <div {...slot('message', { kind, tone })}>
      {icon && <Icon name={icon} />}
      <div {...slot('message-text')}>
        {title && <p {...slot('message-title')}>{title}</p>}
        {children && <p {...slot('message-hint')}>{children}</p>}
      </div>
      {action && <div {...slot('message-action')}>{action}</div>}
    </div>
  );
}
