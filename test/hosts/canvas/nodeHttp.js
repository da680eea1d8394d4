// Node's HTTP on one side, Request and Response on the other.
import { createServer } from 'node:http';
import { Readable } from 'node:stream';

/**
 * The request as a `Request`, which is aborted when the other side hangs up.
 * @param {import('node:http').IncomingMessage} incoming
 * @param {import('node:http').ServerResponse} outgoing
 * @returns {Request}
 */
export function toRequest(incoming, outgoing) {
  const hangUp = new AbortController();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) hangUp.abort();
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    for (const each of Array.isArray(value) ? value : [value ?? '']) headers.append(name, each);
  }
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  /** @type {RequestInit & { duplex?: 'half' }} */
  const init = { method, headers, signal: hangUp.signal };
  if (hasBody) Object.assign(init, { body: Readable.toWeb(incoming), duplex: 'half' });
  return new Request(new URL(incoming.url ?? '/', `http://${incoming.headers.host ?? 'localhost'}`), init);
}

/**
 * Sends a `Response`.
 * @param {Response} response
 * @param {import('node:http').ServerResponse} outgoing
 */
export async function sendResponse(response, outgoing) {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  outgoing.end(Buffer.from(await response.arrayBuffer()));
}

/**
 * Serves a function on a free port of this machine. A rejection cuts the connection, as a broken network does.
 * @param {(request: Request) => Promise<Response>} answer
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(answer) {
  const server = createServer((incoming, outgoing) => {
    answer(toRequest(incoming, outgoing))
      .then((response) => sendResponse(response, outgoing))
      .catch(() => incoming.socket.destroy());
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server listens, yet has no address.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
