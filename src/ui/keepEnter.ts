import type { KeyboardEvent } from 'react';

/** Keeps Enter on a control of ours from the host around it, whose form may take it for its own. */
export function keepEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.stopPropagation();
}
