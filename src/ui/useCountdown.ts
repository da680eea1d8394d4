'use client';

import { useEffect, useState } from 'react';

/** Whole seconds left of a wait that began when `since` became what it is; 0 once it is over. */
export function useCountdown(seconds: number, since: unknown): number {
  const [wait, setWait] = useState({ since, left: Math.ceil(seconds) });
  if (wait.since !== since) setWait({ since, left: Math.ceil(seconds) });
  useEffect(() => {
    if (seconds <= 0) return undefined;
    const end = performance.now() + seconds * 1000;
    const timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      setWait({ since, left });
      if (left === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [seconds, since]);
  return wait.left;
}
