'use client';

import { useSpeakRef } from '../context/useAnnounce.js';
import { useMessages } from '../context/useMessages.js';
import { Message } from '../ui/Message.js';

/**
 * In place of a part whose code could not be loaded. Browsers remember that for as long as the page lives, so that only
 * loading the page anew helps; what was typed is kept for the session.
 */
export function MissingPart() {
  const { messages } = useMessages();
  const speak = useSpeakRef('alert');
  return (
    <div ref={speak}>
      <Message kind="banner" tone="danger" icon="alert">
        {messages.states.partMissing}
      </Message>
    </div>
  );
}
