'use client';

import { useEffect, type RefObject } from 'react';
import type { Later } from './later.js';

/**
 * Loads a part as soon as somebody comes near what leads to it, by pointer, finger or keyboard.
 * @param part null while the place is not rendered, or the part not wanted
 */
export function useNear(place: RefObject<HTMLElement | null>, part: Later<unknown> | null): void {
  useEffect(() => {
    const element = place.current;
    if (!element || !part) return undefined;
    // Where it cannot be loaded, that is told when it is wanted.
    const prepare = () => void part.load().catch(() => undefined);
    const types = ['pointerover', 'focusin'] as const;
    for (const type of types) element.addEventListener(type, prepare, { once: true });
    // Not by an AbortSignal: test environments mix that of Node with the listeners of jsdom.
    return () => {
      for (const type of types) element.removeEventListener(type, prepare);
    };
  }, [place, part]);
}
