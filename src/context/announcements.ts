import { monotonicNow } from '../model/monotonicNow.js';

/** Something to be read out by assistive technology. */
export interface Announcement {
  id: number;
  /** `status` waits until the reader has finished; `alert` does not. */
  tone: 'status' | 'alert';
  text: string;
}

/** What is read out, outside React: saying something renders the region alone. */
export interface Announcements {
  subscribe: (listener: () => void) => () => void;
  /** What is to be heard now, the oldest first. Each goes after a while; by then it has been taken up. */
  get: () => readonly Announcement[];
  say: (text: string, tone: Announcement['tone']) => void;
  /** Keeps everything back until the function it answers is called: behind a modal dialog nothing is heard. */
  hold: () => () => void;
  /** Drops what is to be heard, and its timers: the panel is gone. */
  clear: () => void;
}

/** Pieces that share a failure would each say it: within this time it is one thing, in milliseconds. */
const SAME_MS = 500;
/** How long an announcement stays, in milliseconds. */
const STAYS_MS = 7_000;

export function createAnnouncements(): Announcements {
  const listeners = new Set<() => void>();
  const saidAt = new Map<string, number>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let current: readonly Announcement[] = [];
  let count = 0;
  let holds = 0;
  let held: [text: string, tone: Announcement['tone']][] = [];
  const set = (next: readonly Announcement[]) => {
    current = next;
    for (const listener of listeners) listener();
  };
  const announcements: Announcements = {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => current,
    say(text, tone) {
      if (holds > 0) {
        held.push([text, tone]);
        return;
      }
      const now = monotonicNow();
      const key = `${tone} ${text}`;
      if (now - (saidAt.get(key) ?? -Infinity) < SAME_MS) return;
      saidAt.set(key, now);
      count += 1;
      const said: Announcement = { id: count, tone, text };
      set([...current, said]);
      const timer = setTimeout(() => {
        timers.delete(timer);
        if (saidAt.get(key) === now) saidAt.delete(key);
        set(current.filter((one) => one !== said));
      }, STAYS_MS);
      timers.add(timer);
    },
    hold() {
      holds += 1;
      return () => {
        holds -= 1;
        if (holds > 0) return;
        const now = held;
        held = [];
        for (const one of now) announcements.say(...one);
      };
    },
    clear() {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      saidAt.clear();
      set([]);
    },
  };
  return announcements;
}
