import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { startApi } from '../../hosts/canvas/api.js';
import { root } from '../dist.js';
import type { Host } from '../../e2e/host.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface ServeOptions {
  /** Where files are looked for, in this order. */
  folders: string[];
  headers?: Record<string, string>;
  /** A script that every page loads before any other. */
  firstScript?: string;
  /** Called with every request. */
  onRequest?: (incoming: IncomingMessage) => void;
  /** Answers the page itself, and what else it knows; false for what is a file. */
  answer?: (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;
}

const FIRST_SCRIPT = '/first-script.js';
const withFirstScript = (html: string) => html.replace('<head>', `<head><script src="${FIRST_SCRIPT}"></script>`);

/** Serves a host on a free port: its files, and behind them the demo's back end, `createUsersHandler` and all. */
export async function serve({ folders, headers = {}, firstScript, onRequest, answer }: ServeOptions): Promise<Host> {
  const api = await startApi({});
  const places = [...folders, join(root, 'test/hosts/canvas/public')];
  const sendFile = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const { pathname } = new URL(incoming.url ?? '/', 'http://localhost');
    const path = normalize(decodeURIComponent(pathname === '/' ? '/index.html' : pathname));
    const file = places.map((place) => join(place, path)).find((each) => existsSync(each) && statSync(each).isFile());
    if (firstScript !== undefined && path === FIRST_SCRIPT) {
      outgoing.setHeader('content-type', TYPES['.js'] ?? '');
      outgoing.end(firstScript);
      return;
    }
    outgoing.statusCode = file ? 200 : 404;
    if (file) outgoing.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    const isPage = file !== undefined && extname(file) === '.html' && firstScript !== undefined;
    outgoing.end(isPage ? withFirstScript(readFileSync(file, 'utf8')) : file && readFileSync(file));
  };
  const server = createServer((incoming, outgoing) => {
    onRequest?.(incoming);
    for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value);
    api.middleware(incoming, outgoing, () => {
      if (!answer?.(incoming, outgoing)) sendFile(incoming, outgoing);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server listens, yet has no address.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await api.close();
    },
  };
}
