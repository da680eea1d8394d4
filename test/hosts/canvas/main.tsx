import { lazy, StrictMode, Suspense, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { UsersPanel } from '@mixpeek/users-panel';
import '@mixpeek/users-panel/styles.css';
import type { HostInfo } from './api.js';
import { readLooks, writeLooks, type Looks } from './looks.js';
import { PEOPLE, signInAs, Switchboard, type Who } from './Switchboard.js';
import './host.css';

const info = JSON.parse(document.querySelector('#host-info')?.textContent ?? '{}') as HostInfo;

function Page() {
  const [looks, setLooks] = useState(readLooks);
  useEffect(() => writeLooks(looks), [looks]);
  return (
    <>
      <header className="host-header">
        <h1>Canvas app</h1>
        {info.runtime && <code>{info.runtime.appId}</code>}
      </header>
      {info.mode === 'live' && (
        <p className="host-banner" role="note">
          This is the real app <strong>{info.runtime?.appId}</strong>. What you do here is done for good.
        </p>
      )}
      <div className="host-columns">
        <main>{info.runtime ? <Panel appId={info.runtime.appId} looks={looks} /> : <Incomplete />}</main>
        {info.mode === 'demo' && <Switchboard looks={looks} onLooksChange={setLooks} />}
      </div>
      {info.mode === 'demo' && <SignIn />}
    </>
  );
}

const ClerkUsers = lazy(async () => ({ default: (await import('./ClerkUsers.js')).ClerkUsers }));

function Panel({ appId, looks }: { appId: string; looks: Looks }) {
  if (info.mode === 'demo' && looks.backEnd === 'clerk') {
    return (
      <Suspense>
        <ClerkUsers looks={looks} />
      </Suspense>
    );
  }
  return <UsersPanel appId={appId} dir={looks.dir} theme={looks.theme} />;
}

function Incomplete() {
  return (
    <section className="host-banner" role="alert">
      <h2>The settings for a real app are incomplete</h2>
      <p>
        Set: <code>{info.present.join(', ')}</code>. Missing: <code>{info.missing.join(', ')}</code>.
      </p>
      <p>
        Set all three and start again to manage the real app, or unset them all and start again for the demo with
        made-up people.
      </p>
    </section>
  );
}

/** The host's sign-in, which `MixpeekAuth.showSignIn()` opens. */
function SignIn() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const open = () => dialog.current?.showModal();
    window.addEventListener('canvas-sign-in', open);
    return () => window.removeEventListener('canvas-sign-in', open);
  }, []);
  const people = Object.entries(PEOPLE).filter(([who]) => who !== 'signed_out') as [Who, string][];
  return (
    <dialog ref={dialog} className="host-dialog" aria-labelledby="sign-in-title">
      <h2 id="sign-in-title">Sign in to the demo</h2>
      {people.map(([who, label]) => (
        <button key={who} type="button" onClick={() => void signInAs(who)}>
          {label}
        </button>
      ))}
      <button type="button" onClick={() => dialog.current?.close()}>
        Cancel
      </button>
    </dialog>
  );
}

const page = document.querySelector('#page');
if (!page) throw new Error('index.html has no #page.');
createRoot(page).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
