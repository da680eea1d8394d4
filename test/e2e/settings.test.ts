import type { Browser } from 'playwright';
import { createFakeMixpeek } from '@mixpeek/users-panel/msw';
import { createSeed } from '@mixpeek/users-panel/memory';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { serve } from '../hosts/canvas/nodeHttp.js';
import { startBrowser, startHost } from './host.js';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterEach(() => {
  vi.unstubAllEnvs();
});
afterAll(() => browser.close());

function stubSettings(settings: Record<string, string>) {
  for (const name of ['MIXPEEK_API_KEY', 'MIXPEEK_NAMESPACE', 'MIXPEEK_APP_ID', 'MIXPEEK_BASE_URL']) {
    vi.stubEnv(name, settings[name] ?? '');
  }
}

describe('the host page', () => {
  it('says which settings are missing, and shows neither panel nor demo', async () => {
    stubSettings({ MIXPEEK_NAMESPACE: 'ns_real' });
    const host = await startHost();
    const page = await browser.newPage();
    await page.goto(host.url);
    await page.getByRole('alert').getByText('MIXPEEK_API_KEY, MIXPEEK_APP_ID').waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    expect(await page.getByRole('complementary', { name: 'Demo controls' }).count()).toBe(0);
    await page.close();
    await host.close();
  });

  it('manages the real app as its operator, says so, and hides the switchboard', async () => {
    const fake = createFakeMixpeek(createSeed({ members: 4, appId: 'app_real' }), { apiKey: 'sk_owner' });
    const upstream = await serve((request) => fake(request));
    stubSettings({
      MIXPEEK_API_KEY: 'sk_owner',
      MIXPEEK_NAMESPACE: 'ns_real',
      MIXPEEK_APP_ID: 'app_real',
      MIXPEEK_BASE_URL: upstream.url,
    });
    const host = await startHost();
    const page = await browser.newPage();
    await page.goto(host.url);
    await page.getByText('This is the real app').waitFor();
    const target = fake.read().members.find(({ role }) => role === 'org:member');
    const row = page.getByRole('row').filter({ hasText: target?.email ?? '' });
    await row.getByRole('combobox').selectOption({ label: 'Admin' });
    await page.getByRole('status').getByText('is now Admin.').waitFor();
    expect(fake.read().members.find(({ userId }) => userId === target?.userId)?.role).toBe('org:admin');
    expect(await page.getByRole('complementary', { name: 'Demo controls' }).count()).toBe(0);
    await page.close();
    await host.close();
    await upstream.close();
  });
});
