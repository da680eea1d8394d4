'use client';

import { useEffect, useInsertionEffect, useReducer, useRef, useState, useSyncExternalStore } from 'react';
import type { Later } from './later.js';

/** For what never changes by itself. */
export const subscribeToNothing = () => () => undefined;

/**
 * A part that is loaded later: undefined until it is there, and on a server. Begins to load once it is wanted. Who
 * gives `onFailure` is told when it cannot be loaded, and is to want it no longer.
 */
export function useLater<T>(
  part: Later<T>,
  isWanted: boolean,
  onFailure?: () => void,
): { value: T | undefined; hasFailed: boolean } {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const [hasFailed, setFailed] = useState(false);
  const told = useRef(onFailure);
  useInsertionEffect(() => {
    told.current = onFailure;
  });
  const value = useSyncExternalStore(subscribeToNothing, part.get, () => undefined);
  const isMissing = isWanted && value === undefined && !hasFailed;
  useEffect(() => {
    if (!isMissing) return undefined;
    let isHere = true;
    const begin = () =>
      part.load().then(
        () => isHere && render(),
        () => {
          if (!isHere) return;
          if (told.current) told.current();
          else setFailed(true);
        },
      );
    // Not in the way of what has just been rendered: that is in the page first.
    const timer = setTimeout(begin);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
  }, [part, isMissing]);
  return { value, hasFailed };
}
