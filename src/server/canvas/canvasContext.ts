/** What a Canvas server function is given. Source: Mixpeek's page on server functions. */
export interface CanvasContext {
  req: {
    method: string;
    path?: string;
    query?: Readonly<Record<string, unknown>>;
    /** The parsed JSON. */
    body?: unknown;
    headers?: Readonly<Record<string, unknown>>;
  };
  /** The app's environment; `MIXPEEK_API_KEY` and `MIXPEEK_NAMESPACE_ID` are in it. */
  env: Readonly<Record<string, string | undefined>>;
  kv: {
    get(key: string): unknown;
    set(key: string, value: string, ttlSeconds?: number): unknown;
  };
}

/** What a Canvas server function answers: an object becomes JSON. */
export interface CanvasAnswer {
  status: number;
  body: unknown;
  headers: Record<string, string>;
}

/**
 * A header of the request by its name, whatever the case it came in; null when there is none. Of a list the first value
 * counts, and what is no text is one that is wrong: a check must not be passed for want of something to check.
 */
export function headerOf({ req }: Pick<CanvasContext, 'req'>, name: string): string | null {
  for (const [key, value] of Object.entries(req.headers ?? {})) {
    if (key.toLowerCase() !== name || value === undefined || value === null) continue;
    const one: unknown = Array.isArray(value) ? value[0] : value;
    return typeof one === 'string' ? one : 'no text';
  }
  return null;
}
