'use client';

import { useCallback, useEffect, useRef, type RefCallback } from 'react';
import type { DataProvider } from '../model/dataProvider.js';
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
  useStableProviderCheck(props.dataProvider);

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

/** More new objects than a host swaps on purpose, all of one name. */
const MANY_OBJECTS = 4;

/** Warns of a data provider that is created in each render: access and roles are fetched again for every new object. */
function useStableProviderCheck(dataProvider: DataProvider): void {
  const seen = useRef<{ name: string; objects: Set<unknown> }>(undefined);
  useEffect(() => {
    const { name } = dataProvider;
    if (seen.current?.name !== name) seen.current = { name, objects: new Set() };
    const { objects } = seen.current;
    objects.add(dataProvider);
    if (objects.size < MANY_OBJECTS) return;
    warnOnce(
      `dataProvider is a new object in each render, so access and roles are fetched again each time. Create it once, ` +
        'outside the component or with useMemo.',
      'dataProvider',
    );
  }, [dataProvider]);
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
