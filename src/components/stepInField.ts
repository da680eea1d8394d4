/**
 * Moves the focus between the chips of a field and its input, as the arrow keys point: mirrored where text runs from
 * right to left. In the input the keys move through the text first. Returns whether the key was used.
 */
export function stepInField(event: KeyboardEvent, field: HTMLElement | null, dir: 'ltr' | 'rtl'): boolean {
  const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
  if (!field || altKey || ctrlKey || metaKey || shiftKey) return false;
  const stops = [...field.querySelectorAll<HTMLElement>('[data-chip], input')];
  const [element] = event.composedPath() as [HTMLElement];
  // By name: in a frame of the host's the classes of its elements are not those of this page.
  const input = element.localName === 'input' ? (element as HTMLInputElement) : null;
  const here = input ?? element.closest('.mup-chip')?.querySelector<HTMLElement>('[data-chip]') ?? element;
  const index = stops.indexOf(here);

  let to: number;
  if (key === (dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft')) to = index - 1;
  else if (key === (dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight')) to = index + 1;
  else if (key === 'Home' && !input) to = 0;
  else if (key === 'End' && !input) to = stops.length - 1;
  else return false;

  if (input && !isAtEdge(input, to < index, dir)) return false;
  const stop = stops[to];
  stop?.focus();
  return stop !== undefined;
}

/** Whether the caret has no text left to move through. Which way it moves in mixed text is the browser's to know. */
function isAtEdge({ value, selectionStart, selectionEnd }: HTMLInputElement, toStart: boolean, dir: 'ltr' | 'rtl') {
  if (value === '') return true;
  if (dir === 'rtl' || selectionStart !== selectionEnd) return false;
  return selectionStart === (toStart ? 0 : value.length);
}
