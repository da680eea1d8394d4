'use client';

import { useSpeakRef } from '../context/useAnnounce.js';
import { useMessages } from '../context/useMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import type { Plural } from '../context/language.js';
import type { UsersError } from '../model/errors.js';
import type { ListState } from '../query/listState.js';
import { Button } from '../ui/Button.js';
import { Message } from '../ui/Message.js';
import { useOnline } from '../ui/useOnline.js';
import { Explanation } from './Explanation.js';
import { SignInButton } from './SignInButton.js';

export interface ListBannersProps {
  list: ListState;
  /** Rows that could be read. */
  shown: number;
  messages: { incomplete: string; unreadable: Plural };
}

/** What is to be known of a list that is on screen: it is out of date, cut short, or has rows that cannot be read. */
export function ListBanners({ list, shown, messages: words }: ListBannersProps) {
  const { messages, say } = useMessages();
  const isOffline = !useOnline(list.updatedAt);
  const speak = useSpeakRef('alert');
  const { dataProvider } = useUsersContext();
  const { panel, states } = messages;
  const { error, incomplete, unreadable, total, isFetching, refetch } = list;
  if (list.status === 'loading' && list.retrying) {
    return (
      <Message kind="banner" tone="warning" icon="alert">
        <Explanation error={list.retrying} /> {states.retrying}
      </Message>
    );
  }
  if (list.status !== 'ready') return null;
  const mustSignIn =
    error?.code === 'unexpected_page' || (error?.code === 'unauthenticated' && dataProvider.signIn !== undefined);
  return (
    <>
      {isOffline && (
        <Message kind="banner" tone="warning" icon="alert">
          {states.offline}
        </Message>
      )}
      {error && !(isOffline && isConnectionError(error)) && (
        <div ref={speak}>
          <Message
            kind="banner"
            tone="danger"
            icon="alert"
            action={
              mustSignIn ? (
                <SignInButton />
              ) : (
                <Button busy={isFetching} onClick={refetch}>
                  {panel.tryAgain}
                </Button>
              )
            }
          >
            {states.refetchFailed} <Explanation error={error} />
          </Message>
        </div>
      )}
      {incomplete && (
        <Message kind="banner" tone="warning" icon="alert">
          {say(words.incomplete, { shown, total })}
        </Message>
      )}
      {unreadable > 0 && (
        <Message kind="banner" tone="warning" icon="alert">
          {say(words.unreadable, { count: unreadable })}
        </Message>
      )}
    </>
  );
}

/** What a missing network alone explains. */
function isConnectionError({ code }: UsersError): boolean {
  return code === 'offline' || code === 'network' || code === 'timeout';
}
