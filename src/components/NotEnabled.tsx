'use client';

import { useAllMessages } from '../context/useAllMessages.js';
import { useSpeakRef } from '../context/useAnnounce.js';
import { useEnableUserManagement } from '../query/useEnableUserManagement.js';
import { Button } from '../ui/Button.js';
import { Message } from '../ui/Message.js';
import { Explanation } from './Explanation.js';

/** Says that user management is off, with a button to turn it on where the data provider can. */
export function NotEnabled() {
  const { messages } = useAllMessages();
  const { enable, isPending, error } = useEnableUserManagement();
  const { states } = messages;
  const speak = useSpeakRef('alert');
  return (
    <Message
      kind="state"
      icon="person"
      title={states.notEnabled}
      action={
        enable && (
          <Button variant="primary" busy={isPending} onClick={() => void enable()}>
            {isPending ? states.turningOn : states.turnOn}
          </Button>
        )
      }
    >
      {error ? (
        <span ref={speak}>
          <Explanation error={error} />
        </span>
      ) : (
        states.notEnabledHint
      )}
    </Message>
  );
}
