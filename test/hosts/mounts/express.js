import { Readable } from 'node:stream';
import express from 'express';
import { makeHandler } from './usersHandler.js';

const handler = makeHandler(process.env);

export const app = express();
// Express 4 writes this path as '/api/v1/apps/*'.
app.all('/api/v1/apps/*path', (req, res, next) => {
  const request = toRequest(req);
  if (!request) return void res.sendStatus(400);
  handler(request)
    .then(async (answer) => {
      res.status(answer.status).set(Object.fromEntries(answer.headers));
      res.send(await answer.text());
    })
    .catch(next);
});

/**
 * Null for what cannot be a `Request`: an invalid Host, or the method TRACE.
 * @param {express.Request} req
 */
function toRequest(req) {
  try {
    /** @type {RequestInit & { duplex?: 'half' }} */
    const init = { method: req.method, headers: /** @type {Record<string, string>} */ (req.headers) };
    // A parser such as express.json() may have read the body. Without one, the handler reads no more of it than it takes.
    if (req.readableEnded) init.body = JSON.stringify(req.body ?? null);
    else if (req.method !== 'GET' && req.method !== 'HEAD') {
      init.body = /** @type {any} */ (Readable.toWeb(req));
      init.duplex = 'half';
    }
    return new Request(new URL(req.originalUrl, `${req.protocol}://${req.headers.host}`), init);
  } catch {
    return null;
  }
}
