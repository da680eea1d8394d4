'use client';

import { useEffect, type RefObject } from 'react';

const TYPING = 'input:not([type=button], [type=checkbox], [type=radio]), textarea, [contenteditable]';

/** "/" goes to the search while the focus is anywhere in the panel, except where one types. */
export function useSearchKey(inside: RefObject<HTMLElement | null>, search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const root = inside.current?.closest<HTMLElement>('.mup-root');
    if (!root) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const isPlain = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
      // The innermost: a part of the host's may be typed in behind a shadow root of its own.
      const [target] = event.composedPath();
      const isTyping = target instanceof Element && target.closest(TYPING) !== null;
      if (!isPlain || isTyping || event.defaultPrevented || !search.current) return;
      event.preventDefault();
      search.current.focus();
    };
    root.addEventListener('keydown', onKeyDown);
    return () => root.removeEventListener('keydown', onKeyDown);
  });
}
