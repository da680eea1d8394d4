import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Server from '../../hosts/ssr/server.js';
import { startBrowser, type Host } from '../../e2e/host.js';
import { build, install, type Installed } from './install.js';
import { keepPicture, loaded, manage, openHost, watchComplaints } from './journey.js';
import { serve } from './serve.js';

describe('a page rendered on a server', () => {
  let installed: Installed;
  let host: Host;
  let browser: Browser;
  beforeAll(async () => {
    [installed, browser] = await Promise.all([install('ssr'), startBrowser()]);
    // React tells of every mismatch, which it keeps to itself in production.
    await build(installed.folder, 'client.js', 'development');
    const url = pathToFileURL(join(installed.folder, 'server.js')).href;
    const { render } = (await import(/* @vite-ignore */ url)) as typeof Server;
    host = await serve({
      folders: [join(installed.folder, 'out')],
      answer: ({ url: path }, outgoing) => {
        if (path !== '/') return false;
        render(outgoing);
        return true;
      },
    });
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
    installed.remove();
  });

  it('holds the panel before any script runs, without a style attribute', async () => {
    const html = await (await fetch(host.url)).text();
    expect(html).toMatch(/<h2 [^>]*>Users<\/h2>/);
    expect(html).toContain('aria-busy="true"');
    expect(html).not.toMatch(/\sstyle=|<style/);
  });

  it('is taken over without a complaint, and works', async () => {
    const { page, read, context, complaints } = await openHost(browser, host);
    await manage({ page, read });
    await keepPicture(page, 'ssr');
    await context.close();
    expect(complaints).toEqual([]);
  });

  it('is taken over as it stands: the elements stay, and nothing moves', async () => {
    const context = await browser.newContext({ baseURL: host.url, viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const complaints = watchComplaints(page);
    // The members keep out until the page has been taken over.
    let letThrough = () => {};
    const waiting = new Promise<void>((resolve) => (letThrough = resolve));
    await page.route('**/api/**', async (route) => {
      await waiting;
      await route.continue();
    });
    let start = () => {};
    const started = new Promise<void>((resolve) => (start = resolve));
    await page.route('**/client.js', async (route) => {
      await started;
      await route.continue();
    });
    await page.goto('/', { waitUntil: 'commit' });
    await page.getByRole('heading', { name: 'Users' }).waitFor();
    await page.evaluate(() => {
      const seen: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
      const elements = [...document.querySelectorAll('#page *')];
      Object.assign(window, { seen, elements });
    });
    const asked = page.waitForRequest('**/api/**');
    start();
    await asked;
    const taken = await page.evaluate(async () => {
      // Two frames, so that what moved has been painted and observed.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const { seen, elements } = window as unknown as { seen: number[]; elements: Element[] };
      // The form stands in its place only once it is known who may invite.
      const lost = elements.filter((element) => !element.isConnected && !element.closest('.mup-invite-form'));
      return { count: elements.length, lost: lost.map(({ className }) => className), shifts: seen };
    });
    expect(taken).toEqual({ count: expect.any(Number), lost: [], shifts: [] });
    expect(taken.count).toBeGreaterThan(50);
    letThrough();
    await loaded(page);
    await context.close();
    expect(complaints).toEqual([]);
  });
});
