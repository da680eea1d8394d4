import { UsersError } from './errors.js';

/** More than a list of fifty thousand rows takes. */
const MAX_BYTES = 32 * 1024 * 1024;

/**
 * The text of an answer, as far as it may go: whoever answers without end must not fill a server's memory.
 * @throws {UsersError} `invalid_response` for a longer one
 */
export async function readText(response: Response): Promise<string> {
  const { body } = response;
  // A Canvas function is promised neither streams nor a decoder, and has a limit of its own.
  if (typeof TextDecoder !== 'function' || typeof body?.getReader !== 'function') return response.text();
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    if (length > MAX_BYTES) {
      void reader.cancel().catch(() => {});
      throw new UsersError('invalid_response', `An answer was longer than ${MAX_BYTES} bytes.`);
    }
    text += decoder.decode(value, { stream: true });
  }
}
