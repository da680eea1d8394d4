/** Returns whether it handled the key. If so, no other listener of the page receives its `keydown` and `keyup`. */
export type KeyHandler = (event: KeyboardEvent) => boolean;

const windows = new WeakMap<Window, Map<KeyHandler, Element>>();

/**
 * Handles the keys pressed inside an element before anything around it does. Dialogs, focus traps and hotkeys of a host
 * listen in the capture phase on `document`, so the listener is on `window`. It is never removed, because listeners on
 * `window` are called in the order in which they were added. Returns a function that stops the handling.
 */
export function captureKeys(element: Element, handle: KeyHandler): () => void {
  const view = element.ownerDocument.defaultView;
  if (!view) return () => undefined;
  let handlers = windows.get(view);
  if (!handlers) {
    handlers = new Map();
    windows.set(view, handlers);
    listen(view, handlers);
  }
  handlers.set(handle, element);
  return () => void windows.get(view)?.delete(handle);
}

function listen(view: Window, handlers: ReadonlyMap<KeyHandler, Element>) {
  const used = new Set<string>();
  const isUsed = (event: KeyboardEvent) => {
    const path = event.composedPath();
    // While nothing has the focus, the keys are those of the open modal dialog.
    const isLost = path[0] === view.document.body;
    const places = isLost ? [...handlers.values()].filter(({ localName }) => localName === 'dialog') : path;
    return places.some((place) => [...handlers].some(([handle, element]) => element === place && handle(event)));
  };
  view.addEventListener(
    'keydown',
    (event) => {
      used.delete(event.key);
      // Keys of an input method are its own.
      if (event.isComposing || event.keyCode === 229 || !isUsed(event)) return;
      used.add(event.key);
      event.stopImmediatePropagation();
    },
    true,
  );
  view.addEventListener('keyup', (event) => used.delete(event.key) && event.stopImmediatePropagation(), true);
}
