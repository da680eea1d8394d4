import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { chromium } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSeed } from '../../../src/memory/index.js';
import { fetchClerkJs, type ClerkJsVersion } from '../../clerk/clerkJs.js';
import { createFakeClerkFrontend, type FakeClerkFrontend } from '../../clerk/fakeClerkFrontend.js';
import { sendResponse, toRequest } from '../../hosts/canvas/nodeHttp.js';
import { browserArgs, findBrowser } from '../../tools/browser.js';
import type { Host } from '../../e2e/host.js';
import { build, install, type Installed } from './install.js';
import { keepPicture, loaded, manage, membersOf, watchComplaints } from './journey.js';
import { serve } from './serve.js';

const seed = createSeed({ appId: 'org_acme', members: 34, invitations: 3 });
const [me] = seed.members;

describe.each<[clerkReact: string, clerkJs: ClerkJsVersion, entry: string]>([
  ['@clerk/clerk-react 5', '5.128.0', 'index.html'],
  ['@clerk/react 6', '6.40.0', 'index6.html'],
])('a page with %s and clerk-js %s', (_clerkReact, clerkJs, entry) => {
  let installed: Installed;
  let host: Host;
  let browser: Browser;
  let frontend: FakeClerkFrontend;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    const executablePath = findBrowser();
    // Clerk's SDK gives up writes without a word in a browser that says it is driven.
    const args = [...browserArgs, '--disable-blink-features=AutomationControlled'];
    let scripts: string;
    [installed, scripts, browser] = await Promise.all([
      install('clerk'),
      fetchClerkJs(clerkJs),
      chromium.launch({ args, ...(executablePath && { executablePath }) }),
    ]);
    await build(installed.folder, entry);
    cpSync(scripts, join(installed.folder, 'out/clerk-js'), { recursive: true });
    host = await serve({
      folders: [join(installed.folder, 'out')],
      answer: (incoming, outgoing) => {
        if (!incoming.url?.startsWith('/__clerk/')) return false;
        void frontend(toRequest(incoming, outgoing)).then((response) => sendResponse(response, outgoing));
        return true;
      },
    });
  });
  afterAll(async () => {
    await browser.close();
    await host.close();
    installed.remove();
  });

  beforeEach(async () => {
    frontend = createFakeClerkFrontend(seed, { userId: me?.userId ?? null });
    const userAgent =
      'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
    page = await browser.newPage({ baseURL: host.url, locale: 'en-US', timezoneId: 'UTC', userAgent });
    page.setDefaultTimeout(20_000);
    complaints = watchComplaints(page);
    await page.goto(`/${entry}`);
    return () => page.close();
  });

  const invitations = () => page.getByRole('table', { name: 'Pending invitations' });
  const truth = () => frontend.store.read();

  it('lists, invites, changes a role and removes, and Clerk’s server agrees', async () => {
    const read = async () => ({ ...truth(), settings: {}, people: {} });
    await manage({ page, read });
    await keepPicture(page, `clerk-${clerkJs}`);
    // Clerk says of every key of a test instance that it is one.
    expect(complaints.filter((text) => !text.includes('development keys'))).toEqual([]);
  });

  it('searches by Clerk’s server, one request for what was typed', async () => {
    await loaded(page);
    frontend.log.length = 0;
    const sought = seed.members[20];
    await page.getByRole('searchbox', { name: 'Search members' }).fill(sought?.email ?? '');
    await expect.poll(() => membersOf(page).count()).toBe(1);
    await membersOf(page)
      .getByText(sought?.email ?? '')
      .waitFor();
    expect(frontend.log.filter((line) => line.endsWith('/memberships'))).toHaveLength(1);
  });

  it('pages by Clerk’s server', async () => {
    await loaded(page);
    await page.getByRole('button', { name: 'Next page' }).first().click();
    await page.getByText('11–20 of 34').waitFor();
    expect(await membersOf(page).count()).toBe(10);
  });

  it('revokes an invitation', async () => {
    await loaded(page);
    const { email } = seed.invitations[0] ?? { email: '' };
    await page.getByRole('button', { name: `Revoke the invitation of ${email}` }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke', exact: true }).click();
    await expect.poll(() => invitations().getByText(email).count()).toBe(0);
    expect(truth().invitations.find((invitation) => invitation.email === email)?.status).toBe('revoked');
  });

  it('says in words why Clerk refuses, and keeps the old role', async () => {
    await loaded(page);
    frontend.refuse(/^PATCH/, { status: 400, code: 'organization_minimum_permissions_needed' });
    const row = membersOf(page).nth(1);
    const select = row.getByRole('combobox');
    const before = await select.inputValue();
    await select.selectOption(before === 'org:admin' ? 'org:member' : 'org:admin');
    await row.getByText('An app needs at least one admin.').waitFor();
    expect(await select.inputValue()).toBe(before);
  });

  it('shows no list and offers to sign in when the session has ended', async () => {
    await loaded(page);
    frontend.signOut();
    await page.getByLabel('E-mail addresses').fill('late@example.com');
    await page.getByRole('button', { name: 'Send invitation' }).click();
    await page.getByRole('button', { name: 'Sign in' }).first().waitFor();
    expect(truth().invitations.map(({ email }) => email)).not.toContain('late@example.com');
  });
});
