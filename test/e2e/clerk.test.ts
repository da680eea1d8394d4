import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startBrowser, startHost, visit, type Host } from './host.js';

let host: Host;
let browser: Browser;

beforeAll(async () => {
  for (const name of ['MIXPEEK_API_KEY', 'MIXPEEK_NAMESPACE', 'MIXPEEK_APP_ID']) vi.stubEnv(name, '');
  [host, browser] = await Promise.all([startHost(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await host.close();
});

describe('the host page', () => {
  it('is switched from Mixpeek to Clerk and back, each with people of its own', async () => {
    const { page, context, open } = await visit(browser, host, 'admin');
    await open();
    const rows = page.getByRole('table', { name: 'Members' }).getByRole('row');
    await page.getByText('1–10 of 12').waitFor();

    await page.getByLabel('Back end').selectOption({ label: 'Clerk, in this page' });
    await page.getByText('1–10 of 34').waitFor();
    await rows.getByText('You', { exact: true }).waitFor();
    await page.getByLabel('E-mail addresses').fill('new.person@example.com');
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await page.getByRole('table', { name: 'Pending invitations' }).getByText('new.person@example.com').waitFor();
    await page.getByRole('button', { name: 'Next page' }).first().click();
    await page.getByText('11–20 of 34').waitFor();

    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Widgets');
    await page.getByRole('button', { name: 'Create organization' }).click();
    await page.getByRole('button', { name: 'Switch to Widgets' }).click();
    await page
      .getByText('1–1 of 1')
      .or(rows.getByText('You', { exact: true }))
      .first()
      .waitFor();
    await expect.poll(() => rows.getByRole('combobox').count()).toBe(1);

    await page.getByLabel('Back end').selectOption({ label: 'Mixpeek' });
    await page.getByText('1–10 of 12').waitFor();
    expect(await page.getByText('new.person@example.com').count()).toBe(0);
    await context.close();
  });
});
