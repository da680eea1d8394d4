'use client';

import { useEffect, useState } from 'react';

/** What became of the last copying; `failed` counts the times, so that each can be told. */
export interface Copy {
  isCopied: boolean;
  failed: number;
  copy: () => Promise<void>;
}

/** How long "Copied" is said, in milliseconds. */
const SAID_MS = 2_000;

/** Copies a text to the clipboard. Many pages may not: framed ones, those without https, those whose reader said no. */
export function useCopy(text: string): Copy {
  const [isCopied, setCopied] = useState(false);
  const [failed, setFailed] = useState(0);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), SAID_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  return {
    isCopied,
    failed,
    async copy() {
      try {
        await navigator.clipboard.writeText(text);
        setFailed(0);
        setCopied(true);
      } catch {
        setCopied(false);
        setFailed((times) => times + 1);
      }
    },
  };
}
