import { join } from 'node:path';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBrowser, type Host } from '../../e2e/host.js';
import { build, install, type Installed } from './install.js';
import { keepPicture, manage, openHost } from './journey.js';
import { serve } from './serve.js';

describe.each<[version: string, options: { versions?: string }, mode: 'development' | 'production']>([
  ['19', {}, 'production'],
  // With all the warnings that React has for what it does not know.
  ['18', { versions: 'react18' }, 'development'],
])('a page with React %s', (version, options, mode) => {
  let installed: Installed;
  let host: Host;
  let browser: Browser;
  beforeAll(async () => {
    [installed, browser] = await Promise.all([install('react', options), startBrowser()]);
    await build(installed.folder, 'index.html', mode);
    host = await serve({ folders: [join(installed.folder, 'out')] });
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
    installed.remove();
  });

  it('has the panel, installed from the tarball, and it works without a complaint', async () => {
    const { page, read, context, complaints } = await openHost(browser, host);
    await manage({ page, read });
    expect(await page.locator('#page').getAttribute('data-react')).toMatch(new RegExp(`^${version}\\.`));
    await keepPicture(page, `react-${version}`);
    await context.close();
    expect(complaints).toEqual([]);
  });
});
