import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, type Host } from '../../e2e/host.js';
import { command, install, type Installed } from '../hosts/install.js';
import { keepPicture, manage, openHost } from '../hosts/journey.js';
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

// Its install takes more than all the rest together, so it runs on request: `npm test -- --only next`.
describe('a server component of Next.js', () => {
  let installed: Installed;
  let demo: Awaited<ReturnType<typeof startDemo>>;
  let backEnd: Host;
  let host: Host;
  let browser: Browser;
  let next: ChildProcess;
  beforeAll(async () => {
    demo = await startDemo();
    backEnd = await serve(demo.switchboard);
    [installed, browser] = await Promise.all([install('next', { apart: true }), startBrowser()]);
    const cli = join(installed.folder, 'node_modules/next/dist/bin/next');
    const env = {
      BACK_END: backEnd.url,
      MIXPEEK_API_KEY: demo.apiKey,
      MIXPEEK_NAMESPACE: demo.namespace,
      MIXPEEK_BASE_URL: demo.baseUrl,
      NEXT_TELEMETRY_DISABLED: '1',
    };
    await command(installed.folder, process.execPath, [cli, 'build'], { ...env, NODE_ENV: 'production' });
    const port = await freePort();
    next = spawn(process.execPath, [cli, 'start', '--hostname', '127.0.0.1', '--port', String(port)], {
      cwd: installed.folder,
      env: { ...process.env, ...env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise<void>((resolve, reject) => {
      next.stdout?.on('data', (text: Buffer) => {
        if (text.toString().includes('Ready')) resolve();
      });
      next.once('exit', (code) => reject(new Error(`next start ended with ${code}`)));
    });
    // By its number, while Next.js says `localhost` in the URL of every request.
    const url = `http://127.0.0.1:${port}`;
    host = { url, close: async () => void next.kill() };
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await host.close();
    await backEnd.close();
    await demo.close();
    installed.remove();
  });

  it('renders the panel on the server, without a style attribute', async () => {
    const html = await (await fetch(host.url)).text();
    expect(html).toMatch(/<h2 [^>]*>Users<\/h2>/);
    expect(html).not.toMatch(/<div class="mup-root"[^>]*style=|<style/);
  });

  it('has the panel from the tarball, and it works without a complaint', async () => {
    const { page, read, context, complaints } = await openHost(browser, host);
    await manage({ page, read });
    await keepPicture(page, 'next');
    await context.close();
    expect(complaints).toEqual([]);
  });
});
