import type { KeyboardEvent } from 'react';

/** Stops the propagation of Enter in a control, so that it does not submit a form of the host around it. */
export function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.stopPropagation();
}
