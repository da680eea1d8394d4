'use client';

import { useCallback, useRef } from 'react';
import { useLatest } from '../context/useLatest.js';

/**
 * Returns a ref for an element. When the element goes from the page with the focus in it, the first of its heirs that is
 * still there takes the focus, which would fall to the top of the page otherwise. Heirs are asked for while the element is
 * still in its place.
 */
export function useFocusHeir<T extends HTMLElement>(
  heirs: (element: T) => readonly (HTMLElement | null)[],
): (element: T | null) => void {
  const latest = useLatest(heirs);
  const own = useRef<T>(null);
  return useCallback(
    (element: T | null) => {
      const gone = own.current;
      own.current = element;
      if (element || !gone) return;
      const root = gone.getRootNode() as Document | ShadowRoot;
      if (!gone.contains(root.activeElement)) return;
      const candidates = latest.current(gone);
      // Once React is done with the page: it hears no focus while it changes it.
      queueMicrotask(() => {
        if (gone.isConnected) return;
        candidates.find((candidate) => candidate?.isConnected)?.focus({ preventScroll: true });
      });
    },
    [latest],
  );
}
