// Serves the built pages and their back ends on one origin, compressed, as production does.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createFakeMixpeek } from '@mixpeek/users-panel/msw';
import { sendResponse, toRequest } from '../hosts/canvas/nodeHttp.js';
import { answersFor, pageOf, seedOf } from './answers.js';

/** @type {Readonly<Record<string, string>>} */
const TYPES = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' };
const APP = '/v1/apps/app_demo';

/**
 * @typedef {import('./buildPages.js').BuiltPage} BuiltPage
 * @typedef {import('@mixpeek/users-panel/msw').FakeMixpeek} FakeMixpeek
 * @typedef {object} Serving
 * @property {(page: string, members: number, kind?: BackEnd) => string} urlOf
 * @property {(members: number, fake: FakeMixpeek) => void} bringAlive puts a back end of one's own behind `live`
 * @property {() => Promise<void>} close
 */

/**
 * `list`: answers made beforehand. `live`: a fake Mixpeek that can be written to. `cursor`: pages of any length.
 * @typedef {'list' | 'live' | 'cursor'} BackEnd
 */

/**
 * @param {string} folder
 * @param {Readonly<Record<string, BuiltPage>>} built
 * @returns {Promise<Serving>}
 */
export async function servePages(folder, built) {
  /** @type {Map<number, FakeMixpeek>} */
  const live = new Map();
  const liveOf = (/** @type {number} */ members) => {
    const fake = live.get(members) ?? createFakeMixpeek(seedOf(members));
    live.set(members, fake);
    return fake;
  };
  /** @type {Map<string, Buffer>} */
  const files = new Map();

  /** @param {string} path */
  const fileOf = (path) => {
    const known = files.get(path);
    if (known) return known;
    const file = join(folder, path);
    if (!existsSync(file)) return undefined;
    const zipped = gzipSync(readFileSync(file), { level: 9 });
    files.set(path, zipped);
    return zipped;
  };

  /**
   * @param {import('node:http').IncomingMessage} incoming
   * @param {import('node:http').ServerResponse} outgoing
   */
  const answer = async (incoming, outgoing) => {
    const url = new URL(incoming.url ?? '/', 'http://localhost');
    const zipped = (/** @type {Buffer} */ body, /** @type {string} */ type) => {
      outgoing.setHeader('content-type', type);
      outgoing.setHeader('content-encoding', 'gzip');
      outgoing.end(body);
    };
    const back = /^\/(list|live|cursor)\/(\d+)(\/.*)$/.exec(url.pathname);
    const page = /^\/page\/(\w+)$/.exec(url.pathname)?.[1];
    if (back?.[1] === 'live') {
      await sendResponse(await liveOf(Number(back[2]))(toRequest(incoming, outgoing)), outgoing);
    } else if (back?.[1] === 'cursor') {
      zipped(gzipSync(JSON.stringify(pageOf(Number(back[2]), url.searchParams))), 'application/json');
    } else if (back?.[1] === 'list' && back[3]?.startsWith(`${APP}/users`)) {
      const { members, invitations } = await answersFor(Number(back[2]));
      zipped((back[3].endsWith('/invitations') ? invitations : members).gzip, 'application/json');
    } else if (page && built[page]) {
      zipped(gzipSync(await htmlOf(page, built[page], url.searchParams)), 'text/html; charset=utf-8');
    } else {
      const file = fileOf(url.pathname);
      if (file) zipped(file, TYPES[extname(url.pathname)] ?? 'application/octet-stream');
      else {
        outgoing.statusCode = 404;
        outgoing.end();
      }
    }
  };

  const server = createServer((incoming, outgoing) => {
    // A rejection cuts the connection, as a broken network does.
    answer(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server listens, yet has no address.');
  return {
    urlOf: (page, members, kind = 'list') =>
      `http://127.0.0.1:${address.port}/page/${page}?members=${members}&kind=${kind}`,
    bringAlive: (members, fake) => void live.set(members, fake),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * A Canvas page, whose runtime names the proxy and who is looking: an admin.
 * @param {string} name
 * @param {BuiltPage} page
 * @param {URLSearchParams} asked
 */
async function htmlOf(name, { script, preload, sheets }, asked) {
  const members = Number(asked.get('members'));
  const kind = asked.get('kind') ?? 'list';
  const user = kind === 'cursor' ? null : { isSignedIn: true, user: { id: (await answersFor(members)).admin } };
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="icon" href="data:," />
    <title>Users</title>
    <script>
      window.__MIXPEEK__ = { apiBaseUrl: '/${kind}/${members}' };
      ${user ? `window.MixpeekAuth = ${JSON.stringify(user)};` : ''}
    </script>
    ${preload.map((file) => `<link rel="modulepreload" href="/${name}/${file}" />`).join('\n    ')}
    ${sheets.map((file) => `<link rel="stylesheet" href="/${name}/${file}" />`).join('\n    ')}
    <script type="module" src="/${name}/${script}"></script>
  </head>
  <body>
    <main id="page"></main>
  </body>
</html>`;
}
