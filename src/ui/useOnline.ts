'use client';

import { useSyncExternalStore } from 'react';

/** When the browser began to say that it is offline, as far as was heard; in milliseconds since 1970. */
let offlineSince = 0;

function subscribe(listener: () => void): () => void {
  const heard = () => {
    offlineSince = navigator.onLine ? 0 : Date.now();
    listener();
  };
  if (!navigator.onLine) offlineSince ||= Date.now();
  window.addEventListener('online', heard);
  window.addEventListener('offline', heard);
  return () => {
    window.removeEventListener('online', heard);
    window.removeEventListener('offline', heard);
  };
}

/**
 * Whether there is a network. The browser's word is a hint: virtual network adapters make it say "offline" for good, so
 * an answer that came since then counts more.
 */
export function useOnline(answeredAt: number): boolean {
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return isOnline || answeredAt > offlineSince;
}
