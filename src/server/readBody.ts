import { Refusal } from './answer.js';
import { checkBody, invalidBody, MAX_BYTES, takesBody, tooLarge, type ActionBody } from './checkBody.js';
import { withDeadline } from './withDeadline.js';
import type { UsersAction } from './route.js';

/**
 * The body of an action, checked with the schemas of the client; undefined for an action that has none, whose body is
 * not even read.
 * @throws {Refusal} 400, 408, 413, 415 or 422
 */
export async function readBody(
  action: UsersAction,
  request: Request,
  timeoutMs: number,
): Promise<ActionBody | undefined> {
  if (!takesBody(action)) return undefined;
  const { headers, body } = request;
  const type = headers.get('content-type') ?? '';
  if (!/^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i.test(type) || headers.has('content-encoding')) {
    throw new Refusal(415, 'Send the body as application/json, not encoded.');
  }
  if (Number(headers.get('content-length') ?? 0) > MAX_BYTES) throw tooLarge();
  if (request.bodyUsed || body?.locked) {
    throw new TypeError('The body was read before the handler. In authorize, read request.clone().');
  }
  const bytes = body ? await withDeadline(timeoutMs, (signal) => readBytes(body, signal), tooSlow) : new Uint8Array();
  return checkBody(action, parseJson(bytes));
}

async function readBytes(body: ReadableStream<Uint8Array>, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const reader = body.getReader();
  // Whatever goes wrong while letting go of a body that is refused anyway is of no interest.
  const letGo = () => void reader.cancel().catch(() => {});
  signal?.addEventListener('abort', letGo, { once: true });
  const bytes = new Uint8Array(MAX_BYTES);
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(brokenOff);
    if (done) return bytes.subarray(0, length);
    if (length + value.byteLength > MAX_BYTES) {
      letGo();
      throw tooLarge();
    }
    bytes.set(value, length);
    length += value.byteLength;
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw invalidBody([{ type: 'json_invalid', location: ['body'], message: 'The body is not JSON.' }]);
  }
}

function tooSlow(): Refusal {
  return new Refusal(408, 'The body did not arrive in time.');
}

/** The caller hung up, or their line did: nothing that the operator could do anything about. */
function brokenOff(): never {
  throw new Refusal(400, 'The body did not arrive whole.');
}
