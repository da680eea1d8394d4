import { cdp, server } from 'vitest/browser';

/** The commands of the browser's own protocol that are used here. */
interface Session {
  send(command: 'Input.dispatchMouseEvent', event: Record<string, unknown>): Promise<void>;
  send(command: 'Input.dispatchTouchEvent', event: Record<string, unknown>): Promise<void>;
}

const session = () => cdp() as unknown as Session;

/** Presses and releases at the middle of an element, as a mouse or a finger does: what is below the pointer then is hit. */
export async function press(element: Element, kind: 'mouse' | 'touch' = 'mouse'): Promise<void> {
  const point = toPage(element);
  if (kind === 'touch') {
    await session().send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
    await frames();
    await session().send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  } else {
    const mouse = { ...point, button: 'left', clickCount: 1 };
    await session().send('Input.dispatchMouseEvent', { type: 'mouseMoved', ...point });
    await session().send('Input.dispatchMouseEvent', { type: 'mousePressed', ...mouse });
    // As long as a person takes at least: whatever the press leads to has been rendered.
    await frames();
    await session().send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...mouse });
  }
  await frames();
}

/** Takes the pointer off the page, which all test files share: left where it is, it would hover whatever comes there next. */
export async function putPointerAway(): Promise<void> {
  // Pointers of tests are Chromium's alone. Where nothing is hovered, there is nothing to wait for.
  if (server.browser !== 'chromium' || !document.querySelector(':hover')) return;
  await session().send('Input.dispatchMouseEvent', { type: 'mouseMoved', x: -1, y: -1 });
}

/** Has a press on a button take the focus from the page, as in Safari, which focuses no buttons. Returns its end. */
export function pressAsInSafari(): () => void {
  const onMouseDown = (event: MouseEvent) => {
    const { target } = event;
    if (!(target instanceof Element) || !target.closest('button')) return;
    event.preventDefault();
    (document.activeElement as HTMLElement | null)?.blur();
  };
  window.addEventListener('mousedown', onMouseDown);
  return () => window.removeEventListener('mousedown', onMouseDown);
}

/** Where the middle of an element is in the page that holds the test's frame. */
function toPage(element: Element): { x: number; y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  const frame = window.frameElement?.getBoundingClientRect();
  const scale = frame ? frame.width / window.innerWidth : 1;
  return {
    x: (frame?.left ?? 0) + (left + width / 2) * scale,
    y: (frame?.top ?? 0) + (top + height / 2) * scale,
  };
}

async function frames(): Promise<void> {
  for (let count = 0; count < 3; count += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}
