'use client';

import { useSyncExternalStore } from 'react';
import { useMessages } from '../context/useMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import { Button } from '../ui/Button.js';
import { Icon } from '../ui/Icon.js';
import { slot } from '../ui/slot.js';

/** Where the outcome of each act is told, once. `UsersPanel` has one; beside pieces of your own choice, render one. */
export function NoticeRegion() {
  const { notices } = useUsersContext();
  const { messages } = useMessages();
  const notice = useSyncExternalStore(notices.subscribe, notices.get, () => null);
  // The region is there before anything is said in it: that is what makes it heard.
  return (
    <div className="mup-notices" role="status">
      {notice && (
        <div key={notice.id} {...slot('notice', { tone: notice.tone })}>
          <Icon name={notice.tone === 'success' ? 'check' : 'alert'} />
          <p className="mup-notice-text">{notice.text}</p>
          <Button variant="quiet" icon="close" label={messages.panel.dismiss} onClick={notices.dismiss} />
        </div>
      )}
    </div>
  );
}
