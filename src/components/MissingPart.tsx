'use client';

import { useSpeakRef } from '../context/useAnnounce.js';
import { useMessages } from '../context/useMessages.js';
import { Button } from '../ui/Button.js';
import { Message } from '../ui/Message.js';

/** In place of a part whose code could not be loaded. */
export function MissingPart({ retry }: { retry: () => void }) {
  const { messages } = useMessages();
  const speak = useSpeakRef('alert');
  return (
    <div ref={speak}>
      <Message
        kind="banner"
        tone="danger"
        icon="alert"
        action={<Button onClick={retry}>{messages.panel.tryAgain}</Button>}
      >
        {messages.states.partMissing}
      </Message>
    </div>
  );
}
