'use client';

import { useCallback, useEffect, useRef, type RefCallback } from 'react';
import { checkProps } from './checkProps.js';
import type { UsersProviderProps } from './UsersProvider.js';
import { warnOnce } from './warnOnce.js';

/** Sheets may come after the panel, and parents may grow as their content loads. */
const SETTLED_MS = 1000;
/** Narrower than any phone: the parent does not give the panel a width. */
const LEAST_WIDTH = 200;

/**
 * In development only: warns of props that do nothing, of a missing sheet, and of a parent without a width. Looks at a
 * panel that is laid out, so never in jsdom or in a hidden tab.
 * @returns The ref for the root element, with `root` inside.
 */
export function useDevelopmentChecks(
  props: UsersProviderProps,
  root: RefCallback<HTMLElement>,
): RefCallback<HTMLElement> {
  useEffect(() => checkProps(props));

  const stop = useRef<() => void>(undefined);
  return useCallback(
    (element) => {
      root(element);
      stop.current?.();
      stop.current = element && typeof ResizeObserver === 'function' ? watchLayout(element) : undefined;
    },
    [root],
  );
}

function watchLayout(element: HTMLElement): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new ResizeObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(() => checkLayout(element), SETTLED_MS);
  });
  observer.observe(element);
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}

function checkLayout(element: HTMLElement): void {
  const { width, height } = element.getBoundingClientRect();
  if (height === 0) return;
  // One that follows from others, so that a host that sets its own tokens does not look like the sheet.
  if (getComputedStyle(element).getPropertyValue('--mup-hover') === '') {
    warnOnce("The panel has no styles. Import its sheet once: import '@mixpeek/users-panel/styles.css'.", 'sheet');
  } else if (width < LEAST_WIDTH) {
    warnOnce(
      `The panel is ${Math.round(width)} px wide, and needs ${LEAST_WIDTH} px at least. Give its parent a width, such as ` +
        'width: 100% or, in a flex row, flex: 1.',
      'width',
    );
  }
}
