'use client';

import { useCallback, useInsertionEffect, useRef } from 'react';
import { captureKeys, type KeyHandler } from './captureKeys.js';

/**
 * A ref for the element whose keys are handled before the host hears them: `captureKeys` while it is mounted and shown.
 * @param scope a selector: the keys are those of the nearest ancestor that matches it
 */
export function useCaptureKeys(handle: KeyHandler, scope?: string): (element: Element | null) => void {
  const latest = useRef(handle);
  useInsertionEffect(() => {
    latest.current = handle;
  });
  const release = useRef<() => void>(undefined);
  return useCallback(
    (element: Element | null) => {
      release.current?.();
      const place = (scope && element?.closest(scope)) || element;
      release.current = place ? captureKeys(place, (event) => latest.current(event)) : undefined;
    },
    [scope],
  );
}
