import { Readable } from 'node:stream';
import express from 'express';
import { makeHandler } from './usersHandler.js';

const handler = makeHandler(process.env);

export const app = express();
// Before express.json(): the handler reads the body itself, and no more of it than it takes.
app.all('/api/v1/apps/*path', (req, res, next) => {
  handler(toRequest(req))
    .then(async (answer) => {
      res.status(answer.status).set(Object.fromEntries(answer.headers));
      res.send(await answer.text());
    })
    .catch(next);
});

/** @param {express.Request} req */
function toRequest(req) {
  const hasBody = req.method !== 'GET' && req.method !== 'HEAD';
  return new Request(new URL(req.originalUrl, `${req.protocol}://${req.headers.host}`), {
    method: req.method,
    headers: /** @type {Record<string, string>} */ (req.headers),
    ...(hasBody && { body: /** @type {any} */ (Readable.toWeb(req)), duplex: 'half' }),
  });
}
