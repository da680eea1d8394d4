// What a Canvas app's runtime puts on the page in auth mode `clerk`: window.MixpeekAuth, over the host's session cookie.
// The page itself shows the sign-in when it hears `canvas-sign-in`.
(() => {
  /** @type {(() => void)[]} */
  let waiting = [];
  let isReady = false;

  const auth = {
    isSignedIn: false,
    /** @type {{ id: string, email: string | null, name: string | null, avatar_url: string | null } | null} */
    user: null,
    /** @param {() => void} callback */
    onReady(callback) {
      if (isReady) callback();
      else waiting.push(callback);
    },
    showSignIn() {
      window.dispatchEvent(new Event('canvas-sign-in'));
    },
    showSignUp() {
      window.dispatchEvent(new Event('canvas-sign-in'));
    },
    async signOut() {
      await fetch('/_auth/sign-out', { method: 'POST' });
      window.location.reload();
    },
  };
  Object.assign(window, { MixpeekAuth: auth });

  const ready = () => {
    isReady = true;
    for (const callback of waiting) callback();
    waiting = [];
  };
  fetch('/_auth/me')
    .then(async (response) => {
      if (!response.ok) return;
      auth.user = await response.json();
      auth.isSignedIn = true;
    })
    .then(ready, ready);
})();
