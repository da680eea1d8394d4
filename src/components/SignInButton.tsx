'use client';

import { useMessages } from '../context/useMessages.js';
import { useSignIn } from '../query/useSignIn.js';
import { Button } from '../ui/Button.js';

/** Opens the sign-in of the page. Where there is none, reloads the page, which leads whoever has no session to it. */
export function SignInButton() {
  const { panel, states } = useMessages().messages;
  const signIn = useSignIn();
  return (
    <Button variant="primary" onClick={signIn ?? (() => globalThis.location.reload())}>
      {signIn ? states.signIn : panel.reload}
    </Button>
  );
}
