'use client';

import { useCallback, useEffect } from 'react';
import type { Announcement } from './announcements.js';
import { useUsersContext } from './UsersContext.js';

/** So long a sentence has to hold before it is read out: while somebody types, only the last count is told. */
const HOLDS_MS = 300;

/** Has a sentence read out whenever it is another one; the empty one is silence. */
export function useAnnounce(text: string, tone: Announcement['tone'] = 'status'): void {
  const { announcements } = useUsersContext();
  useEffect(() => {
    if (!text) return undefined;
    const timer = setTimeout(() => announcements.say(text, tone), HOLDS_MS);
    return () => clearTimeout(timer);
  }, [announcements, text, tone]);
}

/** A ref for what is to be read out when it appears on the screen, without its buttons. */
export function useSpeakRef(tone: Announcement['tone']): (element: HTMLElement | null) => void {
  const { announcements } = useUsersContext();
  return useCallback(
    (element: HTMLElement | null) => {
      if (!element) return;
      const copy = element.cloneNode(true) as HTMLElement;
      for (const part of copy.querySelectorAll('[aria-hidden="true"], button')) part.remove();
      const text = copy.textContent.trim();
      if (text) announcements.say(text, tone);
    },
    [announcements, tone],
  );
}

/** While this is shown, a modal dialog, what is to be read out waits. What the dialog itself says is in the dialog. */
export function useHoldAnnouncements(): void {
  const { announcements } = useUsersContext();
  useEffect(() => announcements.hold(), [announcements]);
}
