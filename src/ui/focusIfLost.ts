import type { RefObject } from 'react';

/** A second or so. What has the focus may also stay, when the host thinks better of it. */
const FRAMES = 60;

/**
 * A closing dialog gives the focus back to its opener. When that has gone meanwhile (with its row), the focus would fall
 * to the top of the page: the target takes it instead. To be called before what has the focus goes.
 */
export function focusIfLost(target: RefObject<HTMLElement | null>): void {
  const page = target.current?.ownerDocument;
  if (!page) return;
  const before = innermostFocus(page);
  let frames = FRAMES;
  const look = () => {
    const now = innermostFocus(page);
    // React is not done with the page while what is about to go has the focus.
    if (now && now === before && frames > 0) {
      frames -= 1;
      requestAnimationFrame(look);
    } else if (!now) target.current?.focus();
  };
  requestAnimationFrame(look);
}

/** What has the focus, however many shadow roots down; null where the page has lost it. */
function innermostFocus(page: Document): Element | null {
  let found = page.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found === page.body ? null : found;
}
