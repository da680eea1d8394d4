import type { UsersPanelEventMap } from './events.js';

type Name = keyof UsersPanelEventMap;

interface TypedEvents {
  addEventListener<Type extends Name>(
    type: Type,
    listener: (event: UsersPanelEventMap[Type]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Type extends Name>(
    type: Type,
    listener: (event: UsersPanelEventMap[Type]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** `HTMLElement` with our events typed. Where there is no DOM a class of it can be loaded, though never made. */
export const ElementBase = (typeof HTMLElement === 'undefined' ? Object : HTMLElement) as unknown as {
  // Ours first: `error` is an event of every element by another type.
  new (): TypedEvents & HTMLElement;
  prototype: HTMLElement;
};
