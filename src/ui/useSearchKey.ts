'use client';

import type { RefObject } from 'react';
import { useCaptureKeys } from './useCaptureKeys.js';

const TYPING = 'input:not([type=button], [type=checkbox], [type=radio]), textarea, [contenteditable]';

/**
 * "/" moves the focus to the search, except where one types.
 * @param scope a selector: the key works anywhere inside the nearest ancestor that matches it
 * @returns a ref for an element inside of the scope
 */
export function useSearchKey(search: RefObject<HTMLInputElement | null>, scope: string) {
  return useCaptureKeys((event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || !search.current) return false;
    // The innermost: a component of the host may be typed in behind a shadow root of its own.
    const [target] = event.composedPath();
    if ((target as Element).closest(TYPING)) return false;
    event.preventDefault();
    search.current.focus();
    return true;
  }, scope);
}
