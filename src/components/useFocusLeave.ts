'use client';

import { useEffect, type RefObject } from 'react';
import { useLatest } from '../context/useLatest.js';

/**
 * Calls `onLeave` when the focus has left an element. While a pointer is pressed it waits for the click, so that nothing
 * moves between press and release. A press inside never counts: Safari focuses no buttons, so focus is lost to the page.
 */
export function useFocusLeave(element: RefObject<HTMLElement | null>, onLeave: () => void): void {
  const latest = useLatest(onLeave);
  useEffect(() => {
    const own = element.current;
    if (!own) return undefined;
    let press: 'inside' | 'outside' | null = null;
    let hasLeft = false;
    const onPress = (event: Event) => {
      press = event.composedPath().includes(own) ? 'inside' : 'outside';
    };
    // The click comes in the same task as the release.
    const onRelease = () =>
      setTimeout(() => {
        if (hasLeft) latest.current();
        hasLeft = false;
        press = null;
      });
    // Keys are never part of a press, whose release a menu of the browser may have swallowed.
    const onKey = () => {
      press = null;
    };
    const onFocusOut = ({ relatedTarget }: FocusEvent) => {
      if (own.contains(relatedTarget as Node | null)) return;
      if (press === null) latest.current();
      else hasLeft = press === 'outside';
    };
    // A finger's press moves the focus by the mouse events that follow it.
    const listeners = [
      [onPress, 'pointerdown', 'mousedown'],
      [onRelease, 'pointerup', 'pointercancel', 'mouseup'],
      [onKey, 'keydown'],
    ] as const;
    const page = own.ownerDocument;
    for (const [listener, ...types] of listeners) {
      for (const type of types) page.addEventListener(type, listener, true);
    }
    own.addEventListener('focusout', onFocusOut);
    return () => {
      for (const [listener, ...types] of listeners) {
        for (const type of types) page.removeEventListener(type, listener, true);
      }
      own.removeEventListener('focusout', onFocusOut);
    };
  }, [element, latest]);
}
