'use client';

import { useRef, useSyncExternalStore } from 'react';
import { useMessages } from '../context/useMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import { useAccess } from '../query/useAccess.js';
import { Button } from '../ui/Button.js';
import { focusIfLost } from '../ui/focusIfLost.js';
import { Icon } from '../ui/Icon.js';
import { useSlot } from '../ui/useSlot.js';
import { Piece } from './Piece.js';

/** Where the outcome of each act is shown. `UsersPanel` has one; beside pieces of your own choice, render one. */
export function NoticeRegion() {
  return (
    <Piece>
      <Region />
    </Piece>
  );
}

function Region() {
  const slot = useSlot();
  const { notices, components } = useUsersContext();
  const { messages } = useMessages();
  const { access } = useAccess();
  const notice = useSyncExternalStore(notices.subscribe, notices.get, () => null);
  const { Notice } = components;
  const region = useRef<HTMLDivElement>(null);
  const onDismiss = () => {
    notices.dismiss();
    // The button goes with the notice.
    focusIfLost(region);
  };
  return (
    <div ref={region} {...slot('notices')} tabIndex={-1}>
      {notice &&
        (Notice ? (
          <Notice key={notice.id} notice={notice} onDismiss={onDismiss} />
        ) : (
          <div key={notice.id} {...slot('notice', { tone: notice.tone })}>
            <Icon name={notice.tone === 'success' ? 'check' : 'alert'} />
            <p {...slot('notice-text')}>{notice.text}</p>
            {notice.action && access === 'manage' && (
              <Button
                onClick={() => {
                  onDismiss();
                  notice.action?.run();
                }}
              >
                {notice.action.label}
              </Button>
            )}
            <Button variant="quiet" icon="close" label={messages.panel.dismiss} onClick={onDismiss} />
          </div>
        ))}
    </div>
  );
}
