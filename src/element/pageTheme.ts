/** The colours of a panel. */
export type Theme = 'light' | 'dark' | 'system';

/** What `theme` says, where it says anything that is a theme. */
export function readTheme(text: string | null | undefined): Theme | undefined {
  return text === 'light' || text === 'dark' || text === 'system' ? text : undefined;
}

/**
 * The theme of the nearest `data-theme` around an element, across the boundaries of shadow roots. The sheet inside of one
 * cannot look out by itself.
 */
export function findPageTheme(element: Element): Theme | undefined {
  let node: Node | null = element;
  while (node) {
    // Not by `instanceof`: the page may be that of a frame, with classes of its own.
    const theme = readTheme((node as Partial<HTMLElement>).dataset?.['theme']);
    if (theme === 'light' || theme === 'dark') return theme;
    node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
  }
  return undefined;
}

/** Tells whenever a `data-theme` anywhere in the page changes. Ends with the function it answers. */
export function watchPageTheme(page: Document, listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(page, { subtree: true, attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
