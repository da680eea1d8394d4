/** By criterion 2.5.8, in CSS pixels. */
const LEAST = 24;

/** What is there to be pointed at inside an element. */
export function targetsOf(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('button, select, input, textarea, summary, a[href]')].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.mup-hidden'),
  );
}

/** Those that are smaller than they may be, one sentence each. */
export function smallTargets(root: Element): string[] {
  return targetsOf(root).flatMap((target) => {
    const { width, height } = target.getBoundingClientRect();
    if (width >= LEAST && height >= LEAST) return [];
    const name = target.getAttribute('aria-label') ?? target.textContent;
    return [`${target.className} "${name?.trim()}" is ${width.toFixed(1)} × ${height.toFixed(1)} px`];
  });
}
