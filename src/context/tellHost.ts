/**
 * Tells a host something. What it throws is its own affair: it reaches the page as an uncaught error, and neither undoes
 * nor repeats what was done.
 */
export function tellHost<Args extends unknown[]>(callback: ((...args: Args) => void) | undefined, ...args: Args): void {
  try {
    callback?.(...args);
  } catch (thrown) {
    setTimeout(() => {
      throw thrown;
    });
  }
}
