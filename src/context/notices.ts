import type { Announcements } from './announcements.js';

/** What the panel tells after an act: one at a time, until it is dismissed or the next one comes. */
export interface Notice {
  id: number;
  tone: 'success' | 'error';
  text: string;
  /** The inverse of the act, offered beside it. */
  action?: NoticeAction;
}

export interface NoticeAction {
  label: string;
  run: () => void;
}

/** Holds the notice outside React, so that telling it renders the notice alone and no row of the table. */
export interface NoticeStore {
  subscribe: (listener: () => void) => () => void;
  get: () => Notice | null;
  tell: (tone: Notice['tone'], text: string, action?: NoticeAction) => void;
  dismiss: () => void;
}

/** Each notice is read out, too. */
export function createNoticeStore(say: Announcements['say']): NoticeStore {
  const listeners = new Set<() => void>();
  let notice: Notice | null = null;
  let count = 0;
  const set = (next: Notice | null) => {
    notice = next;
    for (const listener of listeners) listener();
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => notice,
    tell(tone, text, action) {
      count += 1;
      set({ id: count, tone, text, ...(action && { action }) });
      say(text, tone === 'success' ? 'status' : 'alert');
    },
    dismiss: () => set(null),
  };
}
