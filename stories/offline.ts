import type { Fault } from '@mixpeek/users-panel/msw';
import { backEndOf } from './backEnd.js';

/** No request arrives. What the browser says of its network is a hint, and requests are sent all the same. */
export const CUT_OFF: Fault = { operation: '*', kind: 'cut-before' };

/** The browser loses its network; what comes back gives it back. */
export function goOffline(): () => void {
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  window.dispatchEvent(new Event('offline'));
  return () => {
    Reflect.deleteProperty(navigator, 'onLine');
    if (!navigator.onLine) throw new Error('The browser is still made to look offline.');
    window.dispatchEvent(new Event('online'));
  };
}

let comeBack: (() => void) | null = null;

/** `beforeEach` of a story in whose course the network goes: whatever happens to the story, it is there for the next. */
export const comesBackOnline = () => () => {
  comeBack?.();
  comeBack = null;
};

/** The network goes in the course of a story that says `comesBackOnline`. */
export const loseNetwork = (loaded: Record<string, unknown>) => {
  backEndOf(loaded).fake.configure({ faults: [CUT_OFF] });
  comeBack = goOffline();
};
