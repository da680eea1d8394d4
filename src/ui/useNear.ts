'use client';

import { useEffect, type RefObject } from 'react';
import type { Later } from './later.js';

/** Loads a part as soon as somebody comes near what leads to it, by pointer, finger or keyboard. */
export function useNear(place: RefObject<HTMLElement | null>, part: Later<unknown> | null): void {
  useEffect(() => {
    const element = place.current;
    if (!element || !part) return undefined;
    const controller = new AbortController();
    // Where it cannot be loaded, that is told when it is wanted.
    const prepare = () => void part.load().catch(() => undefined);
    const options = { once: true, signal: controller.signal };
    for (const type of ['pointerover', 'focusin']) element.addEventListener(type, prepare, options);
    return () => controller.abort();
  }, [place, part]);
}
