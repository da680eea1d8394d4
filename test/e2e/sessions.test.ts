import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFakeMixpeek, type FakeMixpeek } from '../../src/msw/index.js';
import { team } from '../../stories/fixtures.js';
import { serve } from '../hosts/canvas/nodeHttp.js';
import { browserArgs, findBrowser } from '../tools/browser.js';

/*
 * The element in a page of its own, over a real HTTP server: with the browser's HTTP cache, its redirects, its
 * back/forward cache and its idea of being offline.
 */

const root = fileURLToPath(new URL('../../', import.meta.url));
const script = readFileSync(join(root, 'dist/standalone/users-panel.js'));
const html = (text: string, status = 200) =>
  new Response(`<!doctype html><title>Test</title>${text}`, { status, headers: { 'content-type': 'text/html' } });
const PANEL = `
  <script type="module" src="/users-panel.js"></script>
  <main></main>
  <a href="/sign-out">Sign out</a>
  <script>
    window.add = () => {
      document.querySelector('main').innerHTML =
        '<mixpeek-users-panel app-id="app_demo" base-url="/api" current-user-id="user_ada"></mixpeek-users-panel>';
    };
    addEventListener('pageshow', ({ persisted }) => { window.wasRestored = persisted; });
    if (!location.search) add();
  </script>`;

interface Back {
  fake: FakeMixpeek;
  /** Answers in place of the API; null lets the API answer. */
  gate: (request: Request) => Response | null;
  listHeaders: Record<string, string>;
}

let back: Back;
let host: { url: string; close: () => Promise<void> };
/** Another origin, which allows nobody to read it. */
let login: typeof host;
let browser: Browser;
let context: BrowserContext;
let page: Page;

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/users-panel.js') {
    return new Response(script, { headers: { 'content-type': 'text/javascript', 'cache-control': 'max-age=600' } });
  }
  if (pathname === '/sign-in') return html('<h1>Sign in</h1>');
  if (pathname === '/sign-out') {
    back.gate = () => Response.json({ detail: 'Signed out' }, { status: 401 });
    return html('<h1>Signed out</h1>');
  }
  if (!pathname.startsWith('/api/')) return html(PANEL);
  const gated = back.gate(request);
  if (gated) return gated;
  const response = await back.fake(request);
  if (request.method !== 'GET') return response;
  return new Response(await response.text(), {
    status: response.status,
    headers: { 'content-type': 'application/json', ...back.listHeaders },
  });
}

beforeAll(async () => {
  const executablePath = findBrowser();
  [host, login, browser] = await Promise.all([
    serve(answer),
    serve(async () => html('<h1>Sign in</h1>')),
    chromium.launch({
      args: browserArgs,
      ...(executablePath && { executablePath }),
      ignoreDefaultArgs: ['--disable-back-forward-cache'],
    }),
  ]);
});
beforeEach(async () => {
  back = { fake: createFakeMixpeek(team), gate: () => null, listHeaders: {} };
  context = await browser.newContext({ baseURL: host.url, reducedMotion: 'reduce' });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
});
afterEach(() => context.close());
afterAll(async () => {
  await browser.close();
  await Promise.all([host.close(), login.close()]);
});

const row = (name: string) => page.getByRole('row', { name });
const isShown = (name: string) => row(name).first().isVisible();
const mayHaveEnded = () => page.getByText('Your session may have ended. You may need to sign in again.').first();

async function remove(name: string) {
  await page.getByRole('button', { name: `Remove ${name}` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
}

describe('lists that the back end lets be cached', () => {
  it('do not bring somebody back who was removed', async () => {
    back.listHeaders = { 'cache-control': 'private, max-age=90' };
    await page.clock.install();
    await page.goto('/');
    await row('Grace Hopper').waitFor();
    await remove('Grace Hopper');
    await page.getByText('Grace Hopper was removed.').first().waitFor();
    const asked = back.fake.requests.filter(({ operation }) => operation === 'listMembers').length;
    // By then a list is believed, whatever it says.
    await page.clock.fastForward(33_000);
    await page.clock.fastForward(33_000);
    await page.waitForTimeout(300);
    expect(await isShown('Grace Hopper')).toBe(false);
    expect(await isShown('Ada Lovelace')).toBe(true);
    expect(asked).toBeGreaterThan(1);
  });
});

describe('a sign-in gate in front of the API', () => {
  const gates: [string, () => Response][] = [
    ['a redirect to another origin', () => Response.redirect(`${login.url}/sign-in?next=x`, 302)],
    ['a redirect to a page of this origin', () => Response.redirect(`${host.url}/sign-in`, 302)],
    ['a page under 200', () => html('<h1>Sign in</h1>')],
    ['a page under 403', () => html('<h1>Attention required</h1>', 403)],
  ];

  it.each(gates)('%s: a reload is offered, and leads to the members', async (_, gate) => {
    back.gate = gate;
    await page.goto('/');
    await mayHaveEnded().waitFor();
    expect(await page.getByText(/no access|was not found|could not be reached/i).count()).toBe(0);
    back.gate = () => null;
    await page.getByRole('button', { name: 'Reload page' }).click();
    await row('Grace Hopper').waitFor();
  });

  it.each(gates)('%s, to a write: is told in the dialog, and nobody is called removed', async (_, gate) => {
    await page.goto('/');
    await row('Grace Hopper').waitFor();
    back.gate = gate;
    await remove('Grace Hopper');
    await page.getByRole('alertdialog').getByText('Your session may have ended.').waitFor();
    expect(back.fake.read().members.some(({ name }) => name === 'Grace Hopper')).toBe(true);
    // Once the session is back, the same press does it.
    back.gate = () => null;
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
    await page.getByText('Grace Hopper was removed.').first().waitFor();
  });

  it.each(gates)('%s, to an invitation: what was typed stays', async (_, gate) => {
    await page.goto('/');
    await row('Grace Hopper').waitFor();
    back.gate = gate;
    await page.getByLabel('E-mail addresses').fill('joan@example.com, mary@example.com');
    await page.getByRole('button', { name: /^Send 2 invitations$/ }).click();
    await mayHaveEnded().waitFor();
    for (const email of ['joan@example.com', 'mary@example.com']) await page.getByText(email).first().waitFor();
    expect(back.fake.read().invitations.some(({ email }) => email === 'joan@example.com')).toBe(false);
  });

  it('is not taken for a connection that fails', async () => {
    back.gate = () => {
      throw new Error('Cut');
    };
    await page.clock.install();
    await page.goto('/');
    await page
      .getByText(/could not be reached/)
      .first()
      .waitFor();
    await page.clock.runFor(30_000);
    await page
      .getByText(/could not be reached/)
      .first()
      .waitFor();
    expect(await page.getByText('may have ended').count()).toBe(0);
  });
});

describe('"Back" to a page that was signed out meanwhile', () => {
  it('shows nothing of the old session', async () => {
    await page.goto('/');
    await row('Grace Hopper').waitFor();
    await page.getByRole('link', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Signed out' }).waitFor();
    await page.goBack({ waitUntil: 'commit', timeout: 2000 }).catch(() => null);
    await page.getByText('Sign in to see who may use this app').waitFor();
    // Not loaded anew: the very page of before.
    expect(await page.evaluate(() => Reflect.get(window, 'wasRestored'))).toBe(true);
    expect(await isShown('Grace Hopper')).toBe(false);
  });
});

describe('a panel that is opened without a connection', () => {
  it('says so, and has its members by itself once the connection is back', async () => {
    await page.goto('/?later');
    await context.setOffline(true);
    await page.evaluate(() => (Reflect.get(window, 'add') as () => void)());
    await page
      .getByText(/You are offline/)
      .first()
      .waitFor();
    await context.setOffline(false);
    await row('Grace Hopper').waitFor();
    expect(await isShown('Ada Lovelace')).toBe(true);
  });
});
