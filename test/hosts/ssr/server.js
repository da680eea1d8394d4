import { PassThrough } from 'node:stream';
import { createElement } from 'react';
import { renderToPipeableStream } from 'react-dom/server';
import { Page } from './Page.js';

/**
 * Streams the page.
 * @param {import('node:http').ServerResponse} outgoing
 */
export function render(outgoing) {
  const { pipe } = renderToPipeableStream(createElement(Page), {
    onShellReady() {
      outgoing.setHeader('content-type', 'text/html; charset=utf-8');
      outgoing.write(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Rendered on a server</title>' +
          '<link rel="icon" href="data:,"><link rel="stylesheet" href="/client.css">' +
          '<script type="module" src="/client.js"></script></head><body><div id="page">',
      );
      const body = new PassThrough();
      body.once('end', () => outgoing.end('</div></body></html>'));
      body.pipe(outgoing, { end: false });
      pipe(body);
    },
    onShellError(error) {
      outgoing.statusCode = 500;
      outgoing.end(String(error));
    },
  });
}
