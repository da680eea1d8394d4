'use client';

import type { RefObject } from 'react';
import { Button, type ButtonProps } from '../ui/Button.js';
import { useFocusHeir } from './useFocusHeir.js';

export interface PassingButtonProps extends Omit<ButtonProps, 'buttonRef'> {
  /** Takes the focus when the button goes with it. */
  heir: RefObject<HTMLElement | null>;
}

/** A button that its own act may do away with. */
export function PassingButton({ heir, ...rest }: PassingButtonProps) {
  const button = useFocusHeir<HTMLButtonElement>(() => [heir.current]);
  return <Button {...rest} buttonRef={button} />;
}
