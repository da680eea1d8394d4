import { isPage } from '../mixpeek/isPage.js';
import { routeOf, type RouteIds } from '../mixpeek/wire.js';
import { noStore } from '../model/noStore.js';
import { readText } from '../model/readText.js';
import { safeError } from '../model/safeError.js';
import { strike } from '../model/strike.js';
import { Refusal } from './answer.js';
import { withDeadline } from './withDeadline.js';
import type { ActionBody } from './checkBody.js';
import { passedHeaders } from './passedHeaders.js';
import type { UsersAction } from './route.js';

export interface ForwardOptions {
  apiKey: string;
  namespace: string;
  baseUrl: string;
  timeoutMs: number;
  fetch: typeof fetch | undefined;
}

/** What Mixpeek answered, with the API key struck out wherever it stood. */
export interface UpstreamAnswer {
  status: number;
  text: string;
  /** A page instead of an answer. */
  isPage: boolean;
  /** The few headers that may be passed on. */
  headers: Record<string, string>;
}

/**
 * Sends an action to Mixpeek with key and namespace. The request is made anew: nothing of the caller's travels but ids and
 * checked fields.
 * @throws {Refusal} 502 when there is no answer or a redirect, 504 when there is none in time
 */
export async function forward(
  action: UsersAction,
  ids: RouteIds,
  body: ActionBody | undefined,
  { apiKey, namespace, baseUrl, timeoutMs, fetch: given }: ForwardOptions,
): Promise<UpstreamAnswer> {
  const { method, path } = routeOf(action, ids);
  const headers: Record<string, string> = {
    accept: 'application/json',
    authorization: `Bearer ${apiKey}`,
    'x-namespace': namespace,
  };
  const init: RequestInit = { method, headers, redirect: 'manual', ...noStore() };
  if (body) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(body);
  }
  const send = given ?? globalThis.fetch;
  const exchange = async (signal: AbortSignal | undefined): Promise<UpstreamAnswer> => {
    const response = await send(baseUrl + path, { ...init, ...(signal && { signal }) });
    // A redirect would take the key to wherever it points.
    if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
      void response.body?.cancel().catch(() => {});
      throw new Refusal(502, 'Mixpeek answered with a redirect, which is not followed.', { isInDoubt: true });
    }
    const text = await readText(response);
    return {
      status: response.status,
      text: strike(apiKey, text),
      isPage: isPage(response.headers, text),
      headers: passedHeaders(response.headers, apiKey),
    };
  };
  try {
    return await withDeadline(timeoutMs, exchange, tooSlow);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal(502, 'Mixpeek could not be reached.', { cause: safeError(cause, [apiKey]), isInDoubt: true });
  }
}

function tooSlow(): Refusal {
  return new Refusal(504, 'Mixpeek did not answer in time.', { isInDoubt: true });
}
