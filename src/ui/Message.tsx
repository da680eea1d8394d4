import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.js';
import { slot } from './slot.js';

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
  return (
    <div {...slot('message', { kind, tone })}>
      {icon && <Icon name={icon} />}
      <div className="mup-message-text">
        {title && <p className="mup-message-title">{title}</p>}
        {children && <p className="mup-message-hint">{children}</p>}
      </div>
      {action && <div className="mup-message-action">{action}</div>}
    </div>
  );
}
