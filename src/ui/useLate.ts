'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import { subscribeToNothing } from './useLater.js';

/** Milliseconds that pass before one who waits is to see it: what takes less is taken to come at once. */
const AT_ONCE = 100;

/**
 * Whether what is awaited takes so long that a stand-in is to be shown; and from then on, or from its end on, for good. A
 * stand-in that is shown for a moment flickers, and making it delays what it stands for. True from the start in what a
 * server rendered: that is seen before anything runs.
 */
export function useLate(isWaiting: boolean): boolean {
  const isRendered = useSyncExternalStore(
    subscribeToNothing,
    () => false,
    () => true,
  );
  const [isLate, setLate] = useState(isRendered);
  if (!isWaiting && !isLate) setLate(true);
  useEffect(() => {
    let timer = setTimeout(() => {
      // Behind the news of an answer that came as this was due: a page that was busy with it is rendered by that first.
      timer = setTimeout(setLate, 0, true);
    }, AT_ONCE);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}
