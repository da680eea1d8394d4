'use client';

import { useEffect, useRef } from 'react';
import { forgetDrafts } from './draftKeys.js';

/** Removes invite drafts from the session storage when another person signs in, or the person signs out. */
export function useForgetDrafts(dataProviderName: string, userId: string | null, isSignedOut: boolean): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (userId !== null || isSignedOut || last.current !== null) forgetDrafts(dataProviderName, userId);
    last.current = userId;
  }, [dataProviderName, userId, isSignedOut]);
}
