'use client';

import { useSyncExternalStore } from 'react';
import type { Announcement, Announcements } from './announcements.js';

const TONES = ['status', 'alert'] as const;
const NOTHING: readonly Announcement[] = [];

/**
 * The one place that is read out: whatever the pieces have to say comes here, once, in order. Both regions are there
 * before anything is said in them (that is what makes them heard), and what is added is read, not all of it again.
 */
export function AnnouncementRegion({ announcements }: { announcements: Announcements }) {
  const said = useSyncExternalStore(announcements.subscribe, announcements.get, () => NOTHING);
  return (
    <div className="mup-announcements mup-hidden">
      {TONES.map((tone) => (
        <div key={tone} role={tone} aria-atomic="false">
          {said.map((one) => one.tone === tone && <p key={one.id}>{one.text}</p>)}
        </div>
      ))}
    </div>
  );
}
