import type { RefObject } from 'react';

/**
 * A closing dialog gives the focus back to its opener. When that has gone meanwhile (with its row), the focus would fall
 * to the top of the page: the target takes it instead.
 */
export function focusIfLost(target: RefObject<HTMLElement | null>): void {
  requestAnimationFrame(() => {
    const element = target.current;
    if (!element) return;
    const { activeElement } = element.getRootNode() as Document | ShadowRoot;
    if (activeElement === null || activeElement === element.ownerDocument.body) element.focus();
  });
}
