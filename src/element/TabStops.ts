import { captureKeys } from '../ui/captureKeys.js';

const CONTROLS = 'a[href], button, input, select, textarea, [tabindex]';

/**
 * Makes the controls in the shadow root of an element reachable by Tab inside a focus trap of the page. Such traps look
 * for what has a `tabindex` and do not look into shadow roots: the element has one, so that they let Tab in, and they do
 * not hear Tab while it stays inside.
 */
export class TabStops {
  readonly #element: HTMLElement;
  #release: (() => void) | undefined;
  #isBackward = false;

  constructor(element: HTMLElement) {
    this.#element = element;
  }

  connect(): void {
    this.#release ??= captureKeys(this.#element.ownerDocument.documentElement, (event) => this.#handle(event));
  }

  disconnect(): void {
    this.#release?.();
    this.#release = undefined;
  }

  /** Where Tab enters. */
  entry(): HTMLElement | undefined {
    return this.#isBackward ? this.#list().at(-1) : this.#list()[0];
  }

  #list(): HTMLElement[] {
    return [...(this.#element.shadowRoot?.querySelectorAll<HTMLElement>(CONTROLS) ?? [])].filter(
      (control) => control.tabIndex >= 0 && !control.matches(':disabled') && control.checkVisibility(),
    );
  }

  #handle({ key, shiftKey }: KeyboardEvent): boolean {
    if (key !== 'Tab') return false;
    const element = this.#element;
    // Only now: a framework that takes over the markup of a server finds it as it was.
    if (!element.hasAttribute('tabindex')) element.tabIndex = 0;
    this.#isBackward = shiftKey;
    setTimeout(() => (this.#isBackward = false));
    const focused = element.shadowRoot?.activeElement;
    const side = shiftKey ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING;
    return this.#list().some((control) => focused && focused.compareDocumentPosition(control) & side);
  }
}
