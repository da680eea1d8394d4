/**
 * Milliseconds on a clock that only runs forward, for measuring how long something takes. `Date.now()` jumps when the
 * clock of the device is set, so that a wait would end hours late, or at once.
 */
export function monotonicNow(): number {
  return performance.now();
}
