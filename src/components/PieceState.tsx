'use client';

import { useSpeakRef } from '../context/useAnnounce.js';
import { useMessages } from '../context/useMessages.js';
import { useUsersContext } from '../context/UsersContext.js';
import type { ListState } from '../query/listState.js';
import { Button } from '../ui/Button.js';
import { Message } from '../ui/Message.js';
import { useLater } from '../ui/useLater.js';
import { Explanation } from './Explanation.js';
import { laterParts } from './laterParts.js';
import { MissingPart } from './MissingPart.js';
import { SignInButton } from './SignInButton.js';
import { useFocusHeir } from './useFocusHeir.js';

/** The states that take the place of a list; `null` where the list itself is to be shown. */
export type PieceStateName =
  'signed-out' | 'no-access' | 'not-enabled' | 'not-found' | 'not-set-up' | 'sign-in-again' | 'failed' | null;

/** Which state a list is in, whatever arrived first. */
export function pieceStateOf({
  status,
  signedOut,
  error,
}: Pick<ListState, 'status' | 'signedOut' | 'error'>): PieceStateName {
  if (signedOut) return 'signed-out';
  if (status === 'idle') return 'no-access';
  if (status !== 'failed' || !error) return null;
  switch (error.code) {
    case 'unauthenticated':
      return 'signed-out';
    case 'forbidden':
      return 'no-access';
    case 'not_enabled':
      return 'not-enabled';
    case 'not_found':
      return 'not-found';
    case 'invalid_input':
      // Of no answer: the request could not even be made.
      return error.status === undefined ? 'not-set-up' : 'failed';
    case 'unexpected_page':
      return 'sign-in-again';
    default:
      return 'failed';
  }
}

export interface PieceStateProps {
  state: Exclude<PieceStateName, null>;
  list: Pick<ListState, 'error' | 'refetch' | 'isFetching'>;
}

/** What stands in the place of a list that cannot be shown: why, and what leads on. */
export function PieceState({ state, list }: PieceStateProps) {
  const { messages } = useMessages();
  const { panel, states } = messages;
  const canSignIn = useUsersContext().dataProvider.signIn !== undefined;
  const speak = useSpeakRef('alert');
  // The button goes with the state: its section has the focus while the list is asked for.
  const button = useFocusHeir<HTMLButtonElement>((element) => [element.closest('section')]);
  const tryAgain = (
    <Button buttonRef={button} busy={list.isFetching} onClick={list.refetch}>
      {panel.tryAgain}
    </Button>
  );
  switch (state) {
    case 'signed-out':
      return (
        <Message
          kind="state"
          icon="lock"
          title={states.signedOut}
          action={
            <>
              <SignInButton />
              {!canSignIn && tryAgain}
            </>
          }
        >
          {states.signedOutHint}
        </Message>
      );
    case 'no-access':
      return (
        <Message kind="state" icon="lock" title={states.noAccess} action={list.error ? tryAgain : undefined}>
          {states.noAccessHint}
        </Message>
      );
    case 'not-enabled':
      return <NotEnabled />;
    case 'not-found':
      return (
        <Message kind="state" icon="search" title={states.notFound} action={tryAgain}>
          {states.notFoundHint}
        </Message>
      );
    case 'not-set-up':
      return (
        <Message kind="state" icon="alert" title={states.notSetUp}>
          {states.notSetUpHint}
        </Message>
      );
    case 'sign-in-again':
    case 'failed':
      return (
        <div ref={speak}>
          <Message
            kind="state"
            icon="alert"
            tone="danger"
            title={states.failed}
            action={
              <>
                {list.error?.code === 'unexpected_page' && <SignInButton />}
                {tryAgain}
              </>
            }
          >
            {list.error && <Explanation error={list.error} />}
          </Message>
        </div>
      );
  }
}

/** Loaded with what managers need. */
function NotEnabled() {
  const { value, hasFailed } = useLater(laterParts.memberDialogs, true);
  return value ? <value.memberDialogs.NotEnabled /> : hasFailed && <MissingPart />;
}
