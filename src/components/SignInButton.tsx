'use client';

import { useMessages } from '../context/useMessages.js';
import { useSignIn } from '../query/useSignIn.js';
import { Button } from '../ui/Button.js';

/** Opens the sign-in of the data provider. Without one, reloads the page, which redirects to the sign-in of the host. */
export function SignInButton() {
  const { panel, states } = useMessages().messages;
  const signIn = useSignIn();
  return (
    <Button variant="primary" onClick={signIn ?? (() => globalThis.location.reload())}>
      {signIn ? states.signIn : panel.reload}
    </Button>
  );
}
