import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, type Host } from '../../e2e/host.js';
import { command, install, type Installed } from '../hosts/install.js';
import { keepPicture, loaded, manage, membersOf, openHost } from '../hosts/journey.js';
import { startDemo } from '../../hosts/canvas/demo.js';
import { serve } from '../../hosts/canvas/nodeHttp.js';

/** A port that is free at this moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (typeof address !== 'object' || address === null) throw new Error('There is no free port.');
  return address.port;
}

let installed: Installed;
let demo: Awaited<ReturnType<typeof startDemo>>;
let backEnd: Host;
let browser: Browser;
beforeAll(async () => {
  demo = await startDemo();
  backEnd = await serve(demo.switchboard);
  [installed, browser] = await Promise.all([install('next', { apart: true }), startBrowser()]);
}, 300_000);
afterAll(async () => {
  await browser.close();
  await backEnd.close();
  await demo.close();
  installed.remove();
});

/** Runs the host by `next start` after `next build`, or by `next dev`. */
async function startNext(mode: 'production' | 'development', trailingSlash: boolean): Promise<Host> {
  const cli = join(installed.folder, 'node_modules/next/dist/bin/next');
  const env = {
    BACK_END: backEnd.url,
    MIXPEEK_API_KEY: demo.apiKey,
    MIXPEEK_NAMESPACE: demo.namespace,
    MIXPEEK_BASE_URL: demo.baseUrl,
    NEXT_TELEMETRY_DISABLED: '1',
    NODE_ENV: mode,
    DIST_DIR: `.next-${mode}-${trailingSlash}`,
    TRAILING_SLASH: String(trailingSlash),
  };
  if (mode === 'production') await command(installed.folder, process.execPath, [cli, 'build'], env);
  const port = await freePort();
  const verb = mode === 'production' ? 'start' : 'dev';
  const next: ChildProcess = spawn(process.execPath, [cli, verb, '--hostname', '127.0.0.1', '--port', String(port)], {
    cwd: installed.folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    next.stdout?.on('data', (text: Buffer) => {
      if (text.toString().includes('Ready')) resolve();
    });
    next.once('exit', (code) => reject(new Error(`next ${verb} ended with ${code}`)));
  });
  // By its number, while Next.js says `localhost` in the URL of every request.
  const url = `http://127.0.0.1:${port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      next.once('exit', () => resolve());
      next.kill();
    });
  return { url, close };
}

// The install takes 360 MB from the network, so this runs on request and in CI: `npm test -- --only next`.
describe.each<['production' | 'development', trailingSlash: boolean]>([
  ['production', false],
  ['production', true],
  ['development', true],
])('Next.js in %s with cacheComponents and trailingSlash: %s', (mode, trailingSlash) => {
  let host: Host;
  beforeAll(async () => {
    host = await startNext(mode, trailingSlash);
  }, 300_000);
  afterAll(() => host.close());

  it('renders the panel of a server component on the server, without a style attribute', async () => {
    const html = await (await fetch(host.url)).text();
    expect(html).toMatch(/<h2 [^>]*>Users<\/h2>/);
    expect(html).not.toMatch(/<div class="mup-root"[^>]*style=|<style/);
  });

  it('runs every act of the panel in a server component without a console message', async () => {
    const { page, read, context, complaints } = await openHost(browser, host);
    await manage({ page, read });
    await keepPicture(page, `next-${mode}-${trailingSlash}`);
    await context.close();
    expect(complaints).toEqual([]);
  });

  it('hydrates a panel whose visitor is known on the server, without a console message', async () => {
    const { page, context, complaints } = await openHost(browser, host, '/memory');
    await loaded(page);
    expect(await membersOf(page).count()).toBe(10);
    await context.close();
    expect(complaints).toEqual([]);
  });
});
