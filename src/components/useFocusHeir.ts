'use client';

import { useInsertionEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * When an element goes from the page with the focus in it, the first of its heirs that is still there takes the focus,
 * which would fall to the top of the page otherwise. Heirs are asked for while the element is still in its place.
 */
export function useFocusHeir(element: RefObject<HTMLElement | null>, heirs: () => readonly (HTMLElement | null)[]) {
  const latest = useRef(heirs);
  useInsertionEffect(() => {
    latest.current = heirs;
  });
  useLayoutEffect(() => {
    const own = element.current;
    return () => {
      if (!own) return;
      const root = own.getRootNode() as Document | ShadowRoot;
      if (!own.contains(root.activeElement)) return;
      const candidates = latest.current();
      // Once React is done with the page: it hears no focus while it changes it.
      queueMicrotask(() => {
        if (own.isConnected) return;
        candidates.find((candidate) => candidate?.isConnected)?.focus();
      });
    };
  }, [element]);
}
