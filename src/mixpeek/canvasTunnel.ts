import type { MixpeekOptions } from './createMixpeekDataProvider.js';

export interface CanvasTunnelOptions {
  /** Where the function is. @default '/functions/users', the place of `api/users.js` */
  endpoint?: string | undefined;
  /** @default globalThis.fetch, looked up at each request */
  fetch?: typeof globalThis.fetch | undefined;
}

/**
 * Options of `createMixpeekDataProvider` that send everything to a Canvas server function (`createCanvasFunction` of
 * `./server`), which knows GET and POST only: a read names its path in the query, a write travels whole in a POST.
 */
export function canvasTunnel({ endpoint = '/functions/users', fetch: given }: CanvasTunnelOptions = {}): Pick<
  MixpeekOptions,
  'baseUrl' | 'fetch' | 'canEnableUserManagement'
> {
  const baseUrl = endpoint.trim().replace(/\/+$/, '');
  return {
    baseUrl,
    canEnableUserManagement: false,
    fetch: (url, init = {}) => {
      const send = given ?? globalThis.fetch;
      const path = (url as string).slice(baseUrl.length);
      const { method, body } = init;
      if (method === 'GET') return send(`${baseUrl}?path=${encodeURIComponent(path)}`, init);
      const headers = new Headers(init.headers);
      headers.set('content-type', 'application/json');
      const whole = { method, path, ...(typeof body === 'string' && { body: JSON.parse(body) as unknown }) };
      return send(baseUrl, { ...init, method: 'POST', headers, body: JSON.stringify(whole) });
    },
  };
}
