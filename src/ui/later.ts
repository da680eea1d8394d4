/** A part of the code that is loaded when it is wanted, once for the whole page. */
export interface Later<T> {
  /** Undefined until it is there. */
  get: () => T | undefined;
  /** Begins to load, or waits for what has begun. Rejects when it cannot be loaded; the next call tries anew. */
  load: () => Promise<T>;
}

/** `importIt` is a dynamic import, so that bundlers put the part into a file of its own. */
export function later<T>(importIt: () => Promise<T>): Later<T> {
  let value: T | undefined;
  let loading: Promise<T> | undefined;
  const load = async () => {
    try {
      value = await importIt();
      return value;
    } finally {
      loading = undefined;
    }
  };
  return {
    get: () => value,
    load: () => (value === undefined ? (loading ??= load()) : Promise.resolve(value)),
  };
}
