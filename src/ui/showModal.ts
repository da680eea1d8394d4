/**
 * Shows a dialog as modal while its place in the page is rendered. In a place that is hidden (`display: none`, removed
 * from the page) a modal dialog would be invisible and block the whole page, so it is not modal there.
 * @param opener keeps what had the focus before
 * @returns a function that closes the dialog and gives the focus back: to the opener, or to the nearest container that
 *   takes focus when there is no opener any more
 */
export function showModal(element: HTMLDialogElement, opener: { current: Element | null }): () => void {
  opener.current ??= (element.getRootNode() as Document).activeElement;
  element.open = true;
  // Test environments without a layout know <dialog>, and little of it.
  if (!('checkVisibility' in element && 'showModal' in element)) return () => undefined;

  // React hands the event to a host's element around the dialog, and React 18 has no prop to stop it by.
  element.addEventListener('beforetoggle', (event) => event.stopImmediatePropagation(), true);
  let isModal = false;
  const update = () => {
    if (element.checkVisibility() === isModal) return;
    if (isModal) {
      element.close();
      // Rendered again together with its place, and measured then.
      element.open = true;
    } else {
      element.open = false;
      element.showModal();
    }
    isModal = !isModal;
  };
  update();
  const observer = new ResizeObserver(update);
  observer.observe(element);
  return () => {
    observer.disconnect();
    const place = element.parentElement?.closest('[tabindex]');
    // Closed before React takes it out of the page: that is what makes the browser give the focus back.
    element.close();
    const target = opener.current?.isConnected ? opener.current : place;
    if (isModal) (target as HTMLElement | null | undefined)?.focus({ preventScroll: true });
  };
}
