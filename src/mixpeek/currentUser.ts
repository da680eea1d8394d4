import type { CurrentUser } from '../model/dataProvider.js';

/** How long `MixpeekAuth.onReady` may keep us waiting. It is not documented to call a late subscriber. */
const READY_MS = 3000;

const UNKNOWN: CurrentUser = { status: 'unknown' };

/** Who is looking, where the Canvas runtime knows it already. Before it is ready, `isSignedIn` is false for everybody. */
export function peekCurrentUser(): CurrentUser | undefined {
  const now = read();
  return now.status === 'signed_in' ? now : undefined;
}

/** Who is looking, by the Canvas runtime's word (`window.MixpeekAuth`). Never rejects: what is odd is `unknown`. */
export async function readCurrentUser(): Promise<CurrentUser> {
  const now = read();
  if (now.status === 'signed_in') return now;
  const subscribe = property(runtime(), 'onReady');
  if (typeof subscribe !== 'function') return now;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, READY_MS);
    const ready = () => {
      clearTimeout(timer);
      resolve();
    };
    try {
      subscribe.call(runtime(), ready);
    } catch {
      ready();
    }
  });
  return read();
}

/** The runtime's way to sign in, where there is one at this moment. */
export function findSignIn(): (() => void) | undefined {
  const show = property(runtime(), 'showSignIn');
  if (typeof show !== 'function') return undefined;
  return () => void show.call(runtime());
}

function read(): CurrentUser {
  const auth = runtime();
  const isSignedIn = property(auth, 'isSignedIn');
  if (isSignedIn === false) return { status: 'signed_out' };
  const userId = property(property(auth, 'user'), 'id');
  return typeof userId === 'string' && userId !== '' ? { status: 'signed_in', userId } : UNKNOWN;
}

function runtime(): unknown {
  return property(globalThis, 'MixpeekAuth');
}

/** A property of something that belongs to the page: it may be missing, of any shape, or a getter that throws. */
function property(owner: unknown, name: string): unknown {
  if ((typeof owner !== 'object' && typeof owner !== 'function') || owner === null) return undefined;
  try {
    return (owner as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}
