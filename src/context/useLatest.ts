'use client';

import { useInsertionEffect, useRef, type RefObject } from 'react';

/** What the last render gave, for code that runs after it and must not be made anew by it. */
export function useLatest<T>(value: T): Readonly<RefObject<T>> {
  const latest = useRef(value);
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
}
