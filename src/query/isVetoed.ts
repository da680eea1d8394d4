import type { Veto } from '../context/UsersContext.js';

/** Whether a host's `onBefore…` said no. A hook that throws lets the act fail with what it threw. */
export async function isVetoed(answer: Veto | undefined): Promise<boolean> {
  return (await answer) === false;
}
