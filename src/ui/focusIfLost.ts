import type { RefObject } from 'react';

/** A second or so. What has the focus may also stay, when the host thinks better of it. */
const FRAMES = 60;

/**
 * A closing dialog gives the focus back to its opener. When that has gone meanwhile (with its row), the focus would fall
 * to the top of the page, or to a container that a focus trap of the host picks: the target takes it instead, without
 * scrolling. To be called before what has the focus goes.
 */
export function focusIfLost(target: RefObject<HTMLElement | null>): void {
  const page = target.current?.ownerDocument;
  if (!page) return;
  const before = innermostFocus(page);
  let frames = FRAMES;
  const look = () => {
    const now = innermostFocus(page);
    if (isAround(now, target.current)) target.current?.focus({ preventScroll: true });
    // React is not done with the page while what is about to go has the focus.
    else if (now === before && --frames > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** What has the focus, however many shadow roots down. */
function innermostFocus(page: Document): Element | null {
  let found = page.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}

/** Across the boundaries of shadow roots. Everything is inside of nothing. */
function isAround(element: Element | null, inside: Node | null): boolean {
  let node = inside;
  while (node && node !== element) node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
  return node === element;
}
